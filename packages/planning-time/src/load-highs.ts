import highs from "highs";

/** Loads the solver's WASM module. The package's types describe its CommonJS form; its ESM form is what runs. */
export const loadHighs = highs as unknown as typeof highs.default;
