import { afterAll, beforeAll } from "vitest";
import type { Database } from "../src/database.js";
import { inMemory } from "../src/place.js";
import { describeContract } from "./contract.js";
import { describeIsolation, describeTampering } from "./isolation.js";

let database: Database;
beforeAll(async () => {
  database = await inMemory();
});
afterAll(() => database?.close());

describeContract(() => database);
describeIsolation(() => database);
describeTampering(() => database);
