import { afterAll, beforeAll, describe } from "vitest";
import { describeContract } from "./contract.js";
import { describeIsolation } from "./isolation.js";
import { type Place, SERVER, serverPlace } from "./places.js";

describe.skipIf(SERVER === undefined)("on the server of COLLEGIUM_POSTGRES_URL", () => {
  let place: Place;
  beforeAll(async () => {
    place = await serverPlace();
  });
  afterAll(() => place?.end());

  describeContract(() => place.database);
  describeIsolation(() => place.database);
});
