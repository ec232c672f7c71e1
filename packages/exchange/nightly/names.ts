import { type Law, law } from "@collegium/testing";
import fc from "fast-check";
import { type KnownStudent, type NameMatch, nameMatcher } from "../src/match-names.js";

const word = fc.string({ unit: fc.constantFrom(..."abdelmnoraiu"), minLength: 2, maxLength: 7 });
const people = fc.uniqueArray(fc.tuple(word, word), {
  minLength: 1,
  maxLength: 8,
  selector: (names) => names.join(" "),
});

const plain = (name: string) =>
  name
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .sort()
    .join(" ");

/** A name with one letter changed, dropped, doubled or swapped. */
function slip(name: string, at: number, how: number): string {
  const i = at % name.length;
  const rest = name.slice(i + 1);
  const changes = [
    name.slice(0, i) + rest,
    name.slice(0, i) + name[i] + name[i] + rest,
    `${name.slice(0, i)}z${rest}`,
    name.slice(0, i) + (rest[0] ?? "") + name[i] + rest.slice(1),
  ];
  return changes[how % changes.length]!;
}

type Matcher = (students: readonly KnownStudent[]) => (text: string) => NameMatch;

/** Whether a matcher finds a written name exactly where it is one student's own, in any order of its parts. */
function neverGuesses(matcher: Matcher, students: readonly KnownStudent[], written: string): boolean {
  const own = students.filter((student) => plain(student.name) === plain(written));
  const match = matcher(students)(written);
  return own.length === 1 ? "found" in match && match.found.id === own[0]!.id : !("found" in match);
}

/** Takes the first near match for the student meant. */
const nearest: Matcher = (students) => (text) => {
  const match = nameMatcher(students)(text);
  return "near" in match ? { found: match.near[0]! } : match;
};

export const laws: readonly Law[] = [
  law({
    name: "a name that is not one student's own is asked about, never guessed; a name in any order is found",
    gate: 300,
    nightly: 100_000,
    chunk: 5_000,
    values: fc.record({ names: people, which: fc.nat(99), at: fc.nat(99), how: fc.nat(3) }),
    holds({ names, which, at, how }) {
      const students = names.map(([given, family], id) => ({ id: `#${id}`, name: `${given} ${family}` }));
      const [given, family] = names[which % names.length]!;
      return (
        neverGuesses(nameMatcher, students, `${family.toUpperCase()}, ${given}`) &&
        neverGuesses(nameMatcher, students, slip(`${given} ${family}`, at, how))
      );
    },
    faults: [
      {
        name: "a matcher that takes the nearest",
        caught: () => !neverGuesses(nearest, [{ id: "s1", name: "Ann Alpha" }], "Ann Alpa"),
      },
    ],
  }),
];
