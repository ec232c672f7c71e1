import { say } from "@collegium/protocols/runner";
import { meetingTexts } from "../texts.js";
import type { Sample } from "./sample.js";

/**
 * Samples side by side on a page to print, by their labels; without names, because the samples have none.
 * Guarantees the order of the labels, and that nothing anybody wrote becomes markup. A PDF is named in its place with a
 * link, because browsers do not print one inside a page.
 * @param addressOf - Where the page finds a sample's bytes, such as a data address made by the host.
 * @param options - `textOf` gives the words of a sample that is text, so that they stand on the page themselves.
 */
export function packetHtml(
  samples: readonly Sample[],
  addressOf: (sample: Sample) => string,
  options: {
    readonly title: string;
    readonly locale?: string;
    readonly textOf?: (sample: Sample) => string | undefined;
  },
): string {
  const { title, locale = "en", textOf } = options;
  const plain = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const shown = (sample: Sample): string => {
    const words = sample.kind === "text" ? textOf?.(sample) : undefined;
    if (words !== undefined) return `<pre>${plain(words)}</pre>`;
    const address = plain(addressOf(sample));
    if (sample.kind === "photo" || sample.kind === "scan")
      return `<img src="${address}" alt="${plain(sample.label)}">`;
    return `<p><a href="${address}">${plain(say(meetingTexts, { key: `packet.${sample.kind}` }, locale))}</a></p>`;
  };
  const figure = (sample: Sample) =>
    `<figure><figcaption>${plain(sample.label)}</figcaption>${shown(sample)}</figure>`;
  return [
    `<!doctype html><html lang="${plain(locale)}"><meta charset="utf-8"><title>${plain(title)}</title>`,
    "<style>main{display:flex;flex-wrap:wrap;gap:1rem}figure{flex:1 1 40%;margin:0;break-inside:avoid}figcaption{font-size:1.5rem;font-weight:bold}img{max-width:100%}pre{white-space:pre-wrap}</style>",
    `<h1>${plain(title)}</h1><main>`,
    ...[...samples].sort(byLabel).map(figure),
    "</main></html>",
  ].join("\n");
}

/** A, B … Z, AA. */
const byLabel = (a: Sample, b: Sample): number =>
  a.label.length - b.label.length || (a.label < b.label ? -1 : 1);
