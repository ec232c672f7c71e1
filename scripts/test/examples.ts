import ts from "typescript";

/** One `ts` block of a doc comment's `@example`, or of a README. */
export interface Example {
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** The examples of one file, in order. */
export function examplesIn(file: string, text: string): Example[] {
  const comment = file.endsWith(".ts");
  const blocks = comment
    ? text.matchAll(/@example[^\n]*\n\s*\*\s*```ts\n([\s\S]*?)```/g)
    : text.matchAll(/```ts\n([\s\S]*?)```/g);
  return [...blocks].map((match) => ({
    file,
    line: text.slice(0, match.index).split("\n").length,
    code: comment ? (match[1] as string).replace(/^\s*\* ?/gm, "") : (match[1] as string),
  }));
}

/**
 * A module that runs the example and collects every `statement // => value` as a pair to compare. The value stands
 * behind the statement or on the next line. An example of a package may use its exports without importing them.
 */
export function toModule({ file, code }: Example): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.ES2022, true);
  const imports = source.statements.filter(ts.isImportDeclaration);
  const body = source.statements.filter((statement) => !ts.isImportDeclaration(statement));
  const owner = /packages\/([^/]+)\//.exec(file)?.[1];
  return [
    ...(owner === undefined ? [] : [`import * as __own from "@collegium/${owner}";`]),
    ...imports.map((statement) => statement.getText()),
    "export const checks = [];",
    ...(owner === undefined
      ? []
      : freeWords(source).map((word) => `const ${word} = __own[${JSON.stringify(word)}];`)),
    "{",
    ...body.map((statement) => withCheck(statement, code)),
    "}",
  ].join("\n");
}

function withCheck(statement: ts.Statement, code: string): string {
  const wanted = /^\s*\/\/ => (.*)/.exec(code.slice(statement.end))?.[1];
  const text = statement.getText();
  if (wanted === undefined) return text;
  if (ts.isVariableStatement(statement)) {
    return `${text}\nchecks.push([${statement.declarationList.declarations[0]!.name.getText()}, ${wanted}]);`;
  }
  if (!ts.isExpressionStatement(statement)) throw new Error(`No value to compare: ${text}`);
  return `checks.push([await (${statement.expression.getText()}), ${wanted}]);`;
}

/** Words used but neither declared, imported nor global: exports of the package the example stands in. */
function freeWords(source: ts.SourceFile): string[] {
  const used = new Set<string>();
  const declared = new Set<string>(["undefined"]);
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const parent = node.parent;
      const names =
        ts.isVariableDeclaration(parent) ||
        ts.isParameter(parent) ||
        ts.isBindingElement(parent) ||
        ts.isFunctionDeclaration(parent) ||
        ts.isImportSpecifier(parent) ||
        ts.isImportClause(parent) ||
        ts.isNamespaceImport(parent);
      const member =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node);
      if (names && (parent as ts.NamedDeclaration).name === node) declared.add(node.text);
      else if (!member && !ts.isTypeReferenceNode(parent)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...used].filter((word) => !declared.has(word) && !(word in globalThis));
}
