// A small XML reader of the checker's own: elements with attributes, children and text; enough for timetable files.
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const decode = (text) =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    return String.fromCodePoint(name[1] === "x" ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

/** @typedef {{ name: string, attributes: Record<string, string>, children: Element[], text: string }} Element */

/** The root element of an XML text; throws where tags do not match. */
export function parseXml(text) {
  const root = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const token =
    /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<![^>]*>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g;
  for (const [, cdata, closing, name, rest, selfClosing, words] of text.matchAll(token)) {
    const top = open[open.length - 1];
    if (words !== undefined) top.text += decode(words);
    else if (cdata !== undefined) top.text += cdata;
    else if (name === undefined) continue;
    else if (closing) {
      if (top.name !== name) throw new Error(`</${name}> closes <${top.name}>`);
      open.pop();
    } else {
      const element = { name, attributes: {}, children: [], text: "" };
      for (const [, key, a, b] of rest.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
        element.attributes[key] = decode(a ?? b);
      }
      top.children.push(element);
      if (!selfClosing) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`<${open[open.length - 1].name}> is not closed`);
  return root.children[0];
}

/** The child elements of an element with this name; none where the element is missing. */
export const all = (element, name) =>
  element ? element.children.filter((child) => child.name === name) : [];

/** The first child element with this name. */
export const one = (element, name) => element?.children.find((child) => child.name === name);

/** The trimmed text of a child element. */
export const textOf = (element, name) => one(element, name)?.text.trim();
