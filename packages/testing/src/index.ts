export { gate, type Law, law, type PlantedFault } from "./law.js";
