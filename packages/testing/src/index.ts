export { gate, type Law, law, type PlantedFault } from "./law.js";
export { type MadeUpName, madeUpNames } from "./names.js";
export { type SeededRandom, seededRandom } from "./random.js";
export {
  type GeneratedSchool,
  type GeneratedStudent,
  type GeneratedTeacher,
  generateSchool,
  type SchoolSize,
} from "./school.js";
