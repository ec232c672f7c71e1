import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import { readRoster } from "../src/index.js";

const student = (id: number, name: string) =>
  `<Student><StudentUniqueId>${id}</StudentUniqueId><Name><FirstName>${name}</FirstName><LastSurname>Óne &amp; Two</LastSurname></Name></Student>`;
const fileOf = (names: readonly string[]) =>
  new TextEncoder().encode(
    `<I xmlns="http://ed-fi.org/5.2.0">\r\n${names.map((name, id) => student(id, name)).join("\n")}</I>`,
  );

async function read(bytes: Uint8Array, size: number): Promise<string> {
  const content = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
    bytes.slice(i * size, (i + 1) * size),
  );
  return JSON.stringify(await readRoster([{ name: "Student.xml", content }]));
}

export const laws: readonly Law[] = [
  law({
    name: "an Ed-Fi file reads the same whatever the sizes of its pieces",
    gate: 30,
    nightly: 20_000,
    chunk: 1_000,
    values: fc.record({
      names: fc.array(fc.constantFrom("Ann", "Zoë", "😀", "", "<![CDATA[B]]>", "&lt;"), {
        minLength: 1,
        maxLength: 4,
      }),
      size: fc.integer({ min: 1, max: 40 }),
    }),
    async holds({ names, size }) {
      const bytes = fileOf(names);
      return (await read(bytes, bytes.length)) === (await read(bytes, size));
    },
    faults: [
      {
        name: "a piece that is lost",
        caught: async () => {
          const bytes = fileOf(["Ann", "Bo"]);
          return (await read(bytes, bytes.length)) !== (await read(bytes.slice(0, -20), 50));
        },
      },
    ],
  }),
];
