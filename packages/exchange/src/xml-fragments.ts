import type { Issue } from "@collegium/schema";
import { SaxesParser } from "saxes";
import type { Chunks } from "./csv-rows.js";
import type { Element } from "./xml.js";

const DEEPEST = 64;
/** No record of a roster is longer, in characters. */
const LONGEST = 5_000_000;

/**
 * Reads the children of an XML file's root one by one, in memory bounded by the longest child. The result does not depend
 * on where the pieces end.
 *
 * Issue codes: `broken-xml`, `wrong-encoding`; `undefined` where the file was read to its end.
 */
export async function readXmlFragments(
  chunks: Chunks,
  take: (child: Element, record: number) => void,
): Promise<Issue | undefined> {
  const parser = new SaxesParser();
  const open: Element[] = [];
  let record = 0;
  let begun = 0;
  let broken: Issue | undefined;
  const breakHere = () => {
    const { line, column } = parser;
    broken ??= {
      code: "broken-xml",
      path: [],
      message: `The XML breaks at line ${line}, column ${column}.`,
      hint: "Export the file again; it may have been cut off.",
      data: { line, column },
    };
  };
  parser.on("error", breakHere);
  parser.on("opentag", (tag) => {
    const attributes = tag.attributes as Record<string, string>;
    const element: Element = {
      name: tag.name.replace(/^.*:/, ""),
      attributes,
      children: [],
      text: "",
      start: 0,
      end: 0,
    };
    if (open.length >= DEEPEST) breakHere();
    // The root holds no children, so that read records can be forgotten.
    else if (open.length > 1) open.at(-1)!.children.push(element);
    if (open.length === 1) begun = parser.position;
    open.push(element);
  });
  const addText = (value: string) => {
    if (open.length < 2) return;
    open.at(-1)!.text += value;
    if (parser.position - begun > LONGEST) breakHere();
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const element = open.pop();
    if (open.length === 1 && element && !broken) take(element, ++record);
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const chunk of chunks) {
      parser.write(typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true }));
      if (broken) return broken;
    }
    parser.write(decoder.decode()).close();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      code: "wrong-encoding",
      path: [],
      message: "The file is not UTF-8.",
      hint: "Export it as UTF-8.",
    };
  }
  return broken;
}
