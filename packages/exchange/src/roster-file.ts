import type { Chunks } from "./csv-rows.js";

/** A file of a roster: its name without folders, and its content whole or in pieces. */
export interface RosterFile {
  readonly name: string;
  readonly content: Uint8Array | string | Chunks;
}

const PIECE = 1 << 18;

/** A file's content in pieces, so that decoding it never takes much at once. */
export function chunksOf(content: RosterFile["content"]): Chunks {
  if (typeof content === "string") return [content];
  return content instanceof Uint8Array ? pieces(content) : content;
}

function* pieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

/** The whole text of a small file. */
export async function textOf(content: RosterFile["content"]): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of chunksOf(content)) {
    text += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** The first characters of a file, and the same file still whole. */
export async function peek(content: RosterFile["content"]): Promise<{ head: string; content: Chunks }> {
  const chunks = chunksOf(content);
  const iterator =
    Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  const seen: (Uint8Array | string)[] = [];
  const decoder = new TextDecoder();
  let head = "";
  while (head.length < 2000 && !head.includes("\n")) {
    const next = await iterator.next();
    if (next.done) break;
    seen.push(next.value);
    head += typeof next.value === "string" ? next.value : decoder.decode(next.value, { stream: true });
  }
  return { head, content: replayed(seen, iterator) };
}

async function* replayed(
  seen: readonly (Uint8Array | string)[],
  iterator: AsyncIterator<Uint8Array | string> | Iterator<Uint8Array | string>,
): AsyncGenerator<Uint8Array | string> {
  try {
    yield* seen;
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
