/** One line of a file, or what keeps it from being read. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Absent where the line is no UTF-8, or longer than was asked for. */
  readonly text?: string;
  readonly because?: "not-utf8" | "too-large";
  /** Bytes read up to the end of this line. */
  readonly bytes: number;
}

const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, at their line feeds alone: other separators may stand inside a JSON text.
 * Holds one line at a time, and of a line longer than `longest` bytes nothing.
 */
export async function* readLines(source: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Line> {
  let number = 0;
  let bytes = 0;
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longest) parts.push(part);
    else parts = [];
  };
  const end = (): Line => {
    const line = { number: ++number, bytes, ...(size > longest ? TOO_LARGE : decoded(parts)) };
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of source) {
    let from = 0;
    for (;;) {
      const at = chunk.indexOf(NEWLINE, from);
      if (at < 0) break;
      take(chunk.subarray(from, at));
      bytes += at + 1 - from;
      from = at + 1;
      yield end();
    }
    take(chunk.subarray(from));
    bytes += chunk.length - from;
  }
  if (size > 0) yield end();
}

const TOO_LARGE = { because: "too-large" } as const;

function decoded(parts: readonly Uint8Array[]): Pick<Line, "text" | "because"> {
  const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  const text = decodeExactly(whole);
  return text === undefined ? { because: "not-utf8" } : { text };
}

/** A text from its bytes, or `undefined` where they are no UTF-8: a replacement character would alter a name. */
export function decodeExactly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
