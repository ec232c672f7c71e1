import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Says in a sentence where the package is not built, or its sources are newer than what was built. */
export function sayWhatIsMeasured() {
  const newest = (folder) => {
    const files = readdirSync(fileURLToPath(new URL(folder, import.meta.url)), { withFileTypes: true });
    return Math.max(
      ...files
        .filter((file) => file.isFile())
        .map((file) => statSync(`${file.parentPath ?? file.path}/${file.name}`).mtimeMs),
    );
  };
  let made;
  try {
    made = newest("../../dist/");
  } catch {
    made = 0;
  }
  if (newest("../../src/") <= made) return;
  console.error(
    "This measures built code, and src is newer than dist. To build it first: npm run bench -- scheduling",
  );
}
