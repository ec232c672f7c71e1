import { defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";

const conditions = ["@collegium/source", ...defaultServerConditions];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["{packages,examples}/*/test/**/*.test.ts", "scripts/test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Every core: by default one is left free, and on two that is half of them.
    maxWorkers: "100%",
    // Files of one worker share what they import, which halves the work; no test leaves anything behind in a module.
    isolate: false,
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
