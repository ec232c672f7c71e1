import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import {
  agreementOf,
  cleanSample,
  memoryAttachments,
  nextLabel,
  packetHtml,
  withoutMetadata,
} from "../src/index.js";
import { grantFor, openedRoom } from "./room.js";

const sample = {
  id: "x",
  label: "A",
  kind: "photo",
  hash: "0".repeat(64),
  deleteOn: "2027-06-30",
  namesCovered: true,
  metadataRemoved: true,
} as const;

it("scores samples blind, shows agreement after the reveal, and keeps nothing uncleaned", () => {
  const { send, view } = openedRoom();
  expect(send("ben", { type: "add-sample", sample: { ...sample, namesCovered: false } })).toBe("not-cleaned");
  expect(send("ben", { type: "add-sample", sample })).toBe("ok");
  expect(
    send("ben", { type: "add-sample", sample: { ...sample, id: "y", label: nextLabel([sample]) } }),
  ).toBe("ok");
  const before = view("caro");
  for (const [who, x, y] of [
    ["ana", 3, 4],
    ["ben", 1, 4],
  ] as const) {
    send(who, { type: "score-sample", sample: "x", criterion: "reasoning", score: x });
    send(who, { type: "score-sample", sample: "y", criterion: "reasoning", score: y });
  }
  expect(view("caro")).toEqual(before);
  expect(view("ana")?.scores).toHaveLength(2);
  expect(send("ana", { type: "reveal-scores" })).toBe("ok");
  expect(view("caro")?.scores).toHaveLength(4);
  expect(agreementOf(view("caro")!.scores!)).toMatchObject([
    { samples: 2, scorers: 2, exact: 0.5, talkAbout: [{ sample: "x", lowest: 1, highest: 3 }] },
  ]);
  expect(view("lee", grantFor("lee", "school", ["read-agenda", "read-notes"]))).not.toHaveProperty("samples");
  send("ana", { type: "keep-exemplar", sample: "y", score: 4, reason: "both quantities" });
  expect(send("ana", { type: "remove-sample", sample: "x" })).toBe("ok");
  expect(view("ana")).toMatchObject({ samples: [{ label: "B" }], exemplars: [{ sample: "y", score: 4 }] });
});

it("calls samples by letters and keeps nothing else a client sends along", () => {
  const { send, state } = openedRoom();
  const add = (changes: object) => send("ben", { type: "add-sample", sample: { ...sample, ...changes } });
  expect(add({ label: "Maria G." })).toBe("malformed");
  expect(add({ hash: ["0".repeat(64)] })).toBe("malformed");
  expect(add({ deleteOn: "2027-02-30" })).toBe("malformed");
  expect(add({ deleteOn: "2026-10-02" })).toBe("deletion-past");
  expect(add({ metadataRemoved: "yes" })).toBe("not-cleaned");
  expect(add({ student: "Maria G.", bytes: "…" })).toBe("ok");
  expect(state().samples).toEqual([sample]);
  expect(add({})).toBe("already-there");
  expect(send("caro", { type: "score-sample", sample: "x", criterion: "c", score: 3, for: "ana" })).toBe(
    "wrong-role",
  );
  expect(send("ben", { type: "score-sample", sample: "x", criterion: "c", score: 3, for: "ana" })).toBe("ok");
});

it("keeps bytes by their content until the later of their days", async () => {
  const store = memoryAttachments((bytes) => createHash("sha256").update(bytes).digest("hex"));
  const bytes = Uint8Array.of(1, 2, 3);
  const hash = await store.put(bytes, { type: "image/png", deleteOn: "2027-01-31" });
  expect(await store.put(bytes.slice(), { type: "image/png", deleteOn: "2027-06-30" })).toBe(hash);
  expect(await store.deleteDue("2027-01-31")).toEqual([]);
  expect(await store.get(hash)).toEqual(bytes);
  expect(await store.deleteDue("2027-06-30")).toEqual([hash]);
  expect(await store.get(hash)).toBeUndefined();
});

const ascii = (text: string) => [...text].map((c) => c.charCodeAt(0));
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];
const jfif = (preview: readonly number[] = []) =>
  segment(0xe0, [
    ...ascii("JFIF"),
    0,
    1,
    2,
    0,
    0,
    1,
    0,
    1,
    preview.length / 3,
    preview.length === 0 ? 0 : 1,
    ...preview,
  ]);
const exif = (orientation: number) =>
  segment(0xe1, [
    ...ascii("Exif"),
    ...[0, 0, 0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0],
    ...[0x25, 0x88, 4, 0, 1, 0, 0, 0, 99, 0, 0, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
    ...ascii("GPS 46.2N Phone Maker"),
  ]);
const tables = segment(0xdb, [0xff, 0xd9, 1]);
const scan = [...segment(0xda, [1]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
const end = [0xff, 0xd9];
const words = (bytes: Uint8Array | undefined) => String.fromCharCode(...(bytes ?? []));

it("takes place, time, device and previews out of photographs, and keeps which way up they are", () => {
  const jpeg = Uint8Array.from([
    ...[0xff, 0xd8],
    ...jfif([9, 9, 9]),
    ...segment(0xe0, ascii("JFXX uncovered preview")),
    ...exif(6),
    ...segment(0xe2, ascii("MPF second picture")),
    ...segment(0xfe, ascii("by a phone")),
    ...tables,
    ...scan,
    // A progressive picture has segments between its scans, and tables may look like an end.
    ...segment(0xfe, ascii("between")),
    ...tables,
    ...scan,
    ...end,
    ...ascii("behind the end"),
  ]);
  const clean = withoutMetadata(jpeg);
  expect(words(clean)).not.toMatch(/GPS|Phone|JFXX|preview|MPF|between|behind/);
  const upright = segment(0xe1, [
    ...ascii("Exif"),
    ...[0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0],
  ]);
  expect(clean).toEqual(
    Uint8Array.from([0xff, 0xd8, ...upright, ...jfif(), ...tables, ...scan, ...tables, ...scan, ...end]),
  );
  expect(withoutMetadata(clean!)).toEqual(clean);
  const plain = Uint8Array.from([0xff, 0xd8, ...exif(1), ...tables, ...scan, ...end]);
  expect(withoutMetadata(plain)).toEqual(Uint8Array.from([0xff, 0xd8, ...tables, ...scan, ...end]));
  for (let i = 2; i < jpeg.length - "behind the end".length; i++)
    expect(withoutMetadata(jpeg.subarray(0, i)), `cut at ${i}`).toBeUndefined();
});

it("keeps of a PNG the chunks that draw it", () => {
  const chunk = (type: string, text: string) => [0, 0, 0, text.length, ...ascii(type + text), 0, 0, 0, 0];
  const head = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];
  const png = Uint8Array.from([
    ...head,
    ...chunk("IHDR", "size"),
    ...chunk("eXIf", "GPS"),
    ...chunk("tEXt", "Author"),
    ...chunk("iCCP", "device"),
    ...chunk("tIME", "now"),
    ...chunk("IDAT", "dots"),
    ...chunk("IEND", ""),
    ...ascii("behind"),
  ]);
  expect(withoutMetadata(png)).toEqual(
    Uint8Array.from([...head, ...chunk("IHDR", "size"), ...chunk("IDAT", "dots"), ...chunk("IEND", "")]),
  );
  expect(withoutMetadata(png.subarray(0, png.length - 20))).toBeUndefined();
});

it("blanks what a PDF tells of itself where it stands, and refuses one it cannot be sure of", () => {
  const pdf = (info: string, more = "") =>
    Uint8Array.from(
      ascii(
        `%PDF-1.4\n1 0 obj\n<< ${info} >>\nendobj\n2 0 obj\n<< /Type /Metadata /Length 9 >>\nstream\nMaria G.\nendstream\nendobj\n${more}trailer << /Info 1 0 R >>\nstartxref\n9\n%%EOF`,
      ),
    );
  const told = pdf(
    "/Author (Maria \\) (G.)) /Title <4D61> /CreationDate (D:20261002) /School#20Device (Room 7) /Pages 3 0 R",
  );
  const cleaned = cleanSample("pdf", told);
  expect(cleaned).toMatchObject({ ok: true, value: { type: "application/pdf" } });
  const text = words(cleaned.ok ? cleaned.value.bytes : undefined);
  expect(text).not.toMatch(/Maria|G\.|4D61|2026|Room/);
  expect(text).toContain("/Pages 3 0 R");
  expect(text).toHaveLength(told.length);
  for (const unsure of [
    pdf("/Author (x)", "trailer << /Encrypt 9 0 R >>"),
    pdf("/Author (x)", "startxref\n1\n%%EOF\n"),
    pdf("/Author (x)", "7 0 obj << /Type /EmbeddedFile >>"),
    Uint8Array.from(ascii("%PDF-1.7 trailer << /Info 5 0 R >> startxref 1 %%EOF")),
  ])
    expect(cleanSample("pdf", unsure)).toMatchObject({
      ok: false,
      issues: [{ code: "sample-not-cleanable" }],
    });
});

it("takes a sample only as what it is said to be", () => {
  const code = (kind: "photo" | "scan" | "pdf" | "text", bytes: readonly number[]) => {
    const result = cleanSample(kind, Uint8Array.from(bytes));
    return result.ok ? result.value.type : result.issues[0]?.code;
  };
  expect(code("photo", [])).toBe("sample-empty");
  expect(code("photo", ascii("%PDF-1.4"))).toBe("sample-kind");
  expect(code("pdf", [0xff, 0xd8])).toBe("sample-kind");
  expect(code("photo", [0xff, 0xd8, 0xff])).toBe("sample-not-cleanable");
  expect(code("photo", [0xff, 0xd8, ...tables, ...scan, ...end])).toBe("image/jpeg");
  expect(code("text", [...new TextEncoder().encode("¿Qué ves? 🙂")])).toBe("text/plain");
  expect(code("text", [0xc0, 0x80])).toBe("sample-kind");
  expect(code("text", [0])).toBe("sample-kind");
  expect(cleanSample("photo", new Uint8Array(20_000_001))).toMatchObject({
    issues: [{ code: "sample-too-large" }],
  });
});

it("prints samples side by side by their labels, with nothing of anybody's as markup", () => {
  const page = packetHtml(
    [{ ...sample, id: "y", label: "B", kind: "text" }, sample],
    (s) => `data:,"<${s.id}>`,
    {
      title: "<Work>",
    },
  );
  expect(page.indexOf(">A<")).toBeLessThan(page.indexOf(">B<"));
  expect(page).not.toContain("<x>");
  expect(page).not.toContain("<Work>");
});
