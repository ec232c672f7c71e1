// Bundles TypeScript sources of the workspace as they stand, without a build of the packages.
import { build } from "esbuild";

/** @param {import("esbuild").BuildOptions} options */
export function bundle(options) {
  return build({
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@collegium/source"],
    logLevel: "error",
    ...options,
  });
}
