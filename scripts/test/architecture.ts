import ts from "typescript";

/** What one package says and does, read from its files. */
export interface Unit {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly imports: readonly { file: string; specifier: string }[];
  readonly texts: readonly { file: string; text: string }[];
}

interface Architecture {
  readonly floors: Record<string, number>;
  readonly arrows: Record<string, string[] | "*">;
  readonly pure: readonly string[];
  /** Files of a pure package that are its edge and may touch the world. */
  readonly edges: Record<string, readonly string[]>;
}

const WORLD = /\b(Date\.now|new Date\(\)|Math\.random|process\.|performance\.now|crypto\.randomUUID|fetch)\b/;

/** Module specifiers imported or re-exported by a source text; what a comment shows does not count. */
export function importsOf(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

/** Sentences for everything that departs from the drawing; empty where the house stands as drawn. */
export function arrowFaults(architecture: Architecture, units: readonly Unit[]): string[] {
  return units.flatMap((unit) => {
    const arrows = architecture.arrows[unit.name];
    if (arrows === undefined || architecture.floors[unit.name] === undefined) {
      return [`${unit.name} is not drawn in architecture.json`];
    }
    const edge = architecture.edges[unit.name] ?? [];
    const isEdge = (file: string) => edge.some((start) => file.startsWith(start));
    return [
      ...unit.imports.flatMap(({ file, specifier }) => {
        if (specifier.startsWith(".")) return [];
        const target = /^@collegium\/([^/]+)/.exec(specifier)?.[1];
        const name = specifier.startsWith("@")
          ? specifier.split("/").slice(0, 2).join("/")
          : specifier.split("/")[0]!;
        if (target && arrows !== "*" && !arrows.includes(target))
          return [`${unit.name}/${file} imports ${target}: no arrow`];
        if (target === "testing" && arrows !== "*") return [`${unit.name}/${file} imports testing`];
        if (specifier.startsWith("node:")) {
          return architecture.pure.includes(unit.name) && !isEdge(file)
            ? [`${unit.name}/${file} imports ${specifier}`]
            : [];
        }
        return unit.dependencies.includes(name)
          ? []
          : [`${unit.name}/${file} imports ${name}: not in package.json`];
      }),
      ...unit.texts
        .filter(
          ({ file, text }) =>
            architecture.pure.includes(unit.name) && !isEdge(file) && WORLD.test(code(text)),
        )
        .map(({ file }) => `${unit.name}/${file} touches clock, random or environment`),
    ];
  });
}

/** Source without comments: an example may show a clock. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}
