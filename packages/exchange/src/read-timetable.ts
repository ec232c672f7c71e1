import { fail, type Issue, ok, type Result } from "@collegium/schema";
import { readFet } from "./fet.js";
import { isGzip, tooLarge, unzip } from "./gzip.js";
import { readScheduleFile } from "./schedule-csv.js";
import { decode } from "./text-encoding.js";
import type { ReadTimetable, ReadTimetableOptions } from "./timetable-file.js";
import { readXhstt } from "./xhstt.js";
import { parseXml } from "./xml.js";

const LIMIT = 64_000_000;

/**
 * Reads the file in which a school keeps its timetable: XHSTT, FET or a master schedule as CSV, plain or gzip, told
 * apart by content. Guarantees a bounded amount of memory whatever the bytes, and refuses in a sentence what it
 * cannot read whole.
 *
 * Issue codes: `empty-file`, `too-large`, `broken-gzip`, `wrong-encoding`, `wrong-format`, `broken-xml`,
 * `incomplete-solution`, and those of each format.
 */
export async function readTimetable(
  bytes: Uint8Array,
  options: ReadTimetableOptions = {},
): Promise<Result<ReadTimetable>> {
  const limit = options.limit ?? LIMIT;
  const gzip = isGzip(bytes);
  if (!gzip && bytes.length > limit) return fail(tooLarge(limit));
  const unpacked = gzip ? await unzip(bytes, limit) : ok(bytes);
  if (!unpacked.ok) return unpacked;
  const content = unpacked.value;
  if (content.length === 0) return fail({ code: "empty-file", path: [], message: "The file is empty." });
  const head = beginning(content);
  if (!/^\s*</.test(head)) {
    const refused = notText(head);
    if (refused) return fail(refused);
    const decoded = decode(content, { guess: true });
    if (!decoded.ok) return decoded;
    return readScheduleFile({ ...decoded.value, gzip, options });
  }
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  const decoded = decode(content, declared === undefined ? {} : { declared });
  if (!decoded.ok) return decoded;
  const root = parseXml(decoded.value.text);
  if (!root.ok) return root;
  const source = { ...decoded.value, gzip, options };
  if (root.value.name === "HighSchoolTimetableArchive") return readXhstt(root.value, source);
  if (root.value.name.toLowerCase() === "fet") return readFet(root.value, source);
  return fail(wrongFormat("The file is XML, but neither XHSTT nor FET."));
}

/** The first characters, whatever the encoding: enough to tell formats apart. */
function beginning(bytes: Uint8Array): string {
  const head = new TextDecoder("iso-8859-1").decode(bytes.subarray(0, 1024));
  const utf16 = /^(?:ÿþ|þÿ)/.test(head);
  return head.replace(/^(?:ï»¿|ÿþ|þÿ)/, "").replaceAll("\0", utf16 ? "" : "\0");
}

function notText(head: string): Issue | undefined {
  if (head.startsWith("PK")) {
    return wrongFormat("The file is a workbook (.xlsx) or a zip, not a text file.", AS_CSV, "workbook");
  }
  if (head.startsWith("%PDF"))
    return wrongFormat("The file is a PDF.", "Export the schedule as CSV instead.", "pdf");
  if (head.startsWith("ÐÏ")) {
    return wrongFormat("The file is an old workbook (.xls).", AS_CSV, "old-workbook");
  }
  return head.includes("\0") ? wrongFormat("The file is not a text file.") : undefined;
}

const AS_CSV = "Open it in your spreadsheet and save the sheet as CSV (File, Save as, CSV UTF-8).";

function wrongFormat(
  message: string,
  hint = "Give an XHSTT or FET file, or a master schedule as CSV.",
  file?: "workbook" | "old-workbook" | "pdf",
): Issue {
  return { code: "wrong-format", path: [], message, hint, ...(file && { data: { file } }) };
}
