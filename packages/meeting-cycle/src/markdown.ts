/** A line of somebody's words in Markdown: it cannot become a heading, a link, HTML or a second line. */
export function plainMarkdown(line: string): string {
  return line.replace(/\s+/g, " ").replace(/([\\`*_[\]<>#|])/g, "\\$1");
}
