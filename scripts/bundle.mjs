// Bundles TypeScript sources of the workspace as they stand, without a build of the packages.
import { build } from "esbuild";

/** Everything installed stays outside the bundle; the workspace's own packages go in from their sources. */
const installed = {
  name: "installed-packages-stay-outside",
  setup(builder) {
    builder.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" || path.startsWith("@collegium/") ? undefined : { path, external: true },
    );
  },
};

/**
 * @param {import("esbuild").BuildOptions & { workspaceOnly?: boolean }} options
 */
export function bundle({ workspaceOnly = false, plugins = [], ...options }) {
  return build({
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["@collegium/source"],
    logLevel: "error",
    plugins: workspaceOnly ? [...plugins, installed] : plugins,
    ...options,
  });
}
