// #region all
import { defineExtension } from "@collegium/schema";
import * as v from "valibot";

/** Another party's field, with another party's validator: any Standard Schema will do. */
export const BusRoute = defineExtension(
  "com.buses.example/route",
  v.object({ line: v.string(), leaves: v.pipe(v.string(), v.regex(/^[0-2][0-9]:[0-5][0-9]$/)) }),
);
// #endregion
