/** Both engines hand over these types differently; with these parsers, keyed by type, they agree. */
export const PARSERS: Record<number, (text: string) => unknown> = {
  20: Number, // int8
  1184: (text) => new Date(text).toISOString(), // timestamptz
};
