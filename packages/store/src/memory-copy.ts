import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MemoryFS, PGlite } from "@electric-sql/pglite";
import type { EngineModule } from "./engine-module.js";

/** Engine files in memory, filled from a template folder before the engine looks at them. */
export class MemoryCopy extends MemoryFS {
  readonly #template: string;

  constructor(template: string) {
    super();
    this.#template = template;
  }

  override async initialSyncFs() {
    const { FS } = (this.pg as PGlite).Module as unknown as EngineModule;
    FS.mkdirTree(PGlite.paths.PGDATA);
    for (const entry of readdirSync(this.#template, { recursive: true, withFileTypes: true })) {
      const inside = join(entry.parentPath, entry.name).slice(this.#template.length);
      const path = `${PGlite.paths.PGDATA}${inside.replaceAll("\\", "/")}`;
      if (entry.isDirectory()) FS.mkdirTree(path);
      else FS.writeFile(path, readFileSync(join(entry.parentPath, entry.name)), { canOwn: true });
    }
  }
}
