import { fail, ok, type Result } from "@collegium/schema";
import { SaxesParser } from "saxes";

/** An XML element with what a reader of school formats needs; `start` and `end` are offsets into the text. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  readonly start: number;
  end: number;
}

const DEEPEST = 64;

/** The root element of an XML text. Entities other than XML's own five are refused, so nothing can swell. */
export function parseXml(text: string): Result<Element> {
  const parser = new SaxesParser();
  const open: Element[] = [];
  let root: Element | undefined;
  let broken: { line: number; column: number } | undefined;
  const breakHere = () => {
    broken ??= { line: parser.line, column: parser.column };
  };
  parser.on("error", breakHere);
  parser.on("opentag", (tag) => {
    const start = text.lastIndexOf("<", parser.position - 1);
    const attributes = tag.attributes as Record<string, string>;
    const element: Element = { name: tag.name, attributes, children: [], text: "", start, end: start };
    if (open.length >= DEEPEST) breakHere();
    else open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("text", (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on("cdata", (value) => {
    const element = open.at(-1);
    if (element) element.text += value;
  });
  parser.on("closetag", () => {
    const element = open.pop();
    if (element) element.end = parser.position;
  });
  parser.write(text).close();
  if (broken || !root) {
    const { line, column } = broken ?? { line: 1, column: 1 };
    return fail({
      code: "broken-xml",
      path: [],
      message: `The XML breaks at line ${line}, column ${column}.`,
      hint: "Export the file again; it may have been cut off.",
      data: { line, column },
    });
  }
  return ok(root);
}

/** The first child of that name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((c) => c.name === name);
}

/** All children of that name below a child that lists them: `Times` then `Time`. */
export function listed(element: Element | undefined, list: string, name: string): Element[] {
  return childrenOf(child(element, list), name);
}

/** All children of that name. */
export function childrenOf(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((c) => c.name === name) ?? [];
}

/** The trimmed text of a child, or `undefined` where it is absent or empty. */
export function textOf(element: Element | undefined, name: string): string | undefined {
  const text = child(element, name)?.text.trim();
  return text === "" ? undefined : text;
}
