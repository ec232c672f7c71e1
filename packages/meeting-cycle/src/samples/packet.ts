import type { Sample } from "./sample.js";

/**
 * Samples side by side on a page to print, by their labels; without names, because the samples have none.
 * @param addressOf - Where the page finds a sample's bytes, such as a data address made by the host.
 */
export function packetHtml(
  samples: readonly Sample[],
  addressOf: (sample: Sample) => string,
  { title, locale = "en" }: { readonly title: string; readonly locale?: string },
): string {
  const plain = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
  const figure = (sample: Sample) => {
    const address = plain(addressOf(sample));
    const shown =
      sample.kind === "photo" || sample.kind === "scan"
        ? `<img src="${address}" alt="${plain(sample.label)}">`
        : `<iframe src="${address}" title="${plain(sample.label)}"></iframe>`;
    return `<figure><figcaption>${plain(sample.label)}</figcaption>${shown}</figure>`;
  };
  return [
    `<!doctype html><html lang="${plain(locale)}"><meta charset="utf-8"><title>${plain(title)}</title>`,
    "<style>main{display:flex;flex-wrap:wrap;gap:1rem}figure{flex:1 1 40%;margin:0;break-inside:avoid}img,iframe{width:100%}</style>",
    `<h1>${plain(title)}</h1><main>`,
    ...[...samples].sort((a, b) => (a.label < b.label ? -1 : 1)).map(figure),
    "</main></html>",
  ].join("\n");
}
