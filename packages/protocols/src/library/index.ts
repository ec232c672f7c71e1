import type { ProtocolDefinition } from "../definition.js";
import { describeWork } from "./describe-work.js";
import { finalWord } from "./final-word.js";
import { noticeWonder } from "./notice-wonder.js";

/** Every protocol that comes with Collegium, drafts included; texts under CC BY 4.0. */
export const library: readonly ProtocolDefinition[] = [describeWork, finalWord, noticeWonder];

/** A library protocol by its id, with or without namespace and version: `final-word`, `org.collegium/final-word@1`. */
export function findProtocol(id: string): ProtocolDefinition | undefined {
  return library.find((p) => p.id === id || p.id.slice(p.id.indexOf("/") + 1, p.id.lastIndexOf("@")) === id);
}
