import type { Options } from "tsup";

export const library: Options = {
  entry: ["src/**/*.ts"], // every module an entry: one bundled file would defeat tree-shaking
  format: ["esm"],
  target: "es2022",
  tsconfig: "tsconfig.src.json",
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  clean: true,
};
