export { openStore, type StoreOptions } from "./open-store.js";
export type {
  Appended,
  AppendRequest,
  AuditEntry,
  AuditRow,
  DueTime,
  Exported,
  Hint,
  Store,
  StoredDocument,
  StreamHead,
} from "./store.js";
