import { type Cover, readCover } from "@collegium/planning-time";
import type { Timetable } from "@collegium/scheduling";
import type { Issue } from "@collegium/schema";
import { type Call, Misused, Refused, refusal, text, wholeNumber } from "./command.js";
import { readJson } from "./files.js";

/** Who may cover by the flags of a call: a file, or a list such as T12:3,T14:2 of ids or names; nobody where absent. */
export async function readCoverFlags(call: Call, timetable: Timetable): Promise<Cover | undefined> {
  const words = text(call, "cover");
  const caps = {
    ...(text(call, "cover-member") !== undefined && { perMember: wholeNumber(call, "cover-member", 0) }),
    ...(text(call, "cover-class") !== undefined && { perClass: wholeNumber(call, "cover-class", 0) }),
  };
  if (words === undefined) {
    if (Object.keys(caps).length > 0)
      throw new Misused({
        en: "--cover-member and --cover-class need --cover, which says who covers.",
        es: "--cover-member y --cover-class necesitan --cover, que dice quién cubre.",
      });
    return undefined;
  }
  const list = teachersOf(words, timetable);
  const input = list ? { teachers: list } : await readJson(words);
  const read = readCover(typeof input === "object" ? { ...input, ...caps } : input, timetable);
  if (!read.ok) throw new Refused(read.issues, read.issues.map(inSpanish));
  return read.value;
}

const SPANISH: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  "repeated-teacher": [
    "Este docente figura dos veces.",
    "Dé a cada docente que cubre un solo número de horas por semana.",
  ],
  "not-a-teacher": ["Este identificador no es de un docente.", "Un grupo o un aula no puede cubrir."],
  "unknown-teacher": [
    "El horario no tiene ningún docente con este identificador o nombre.",
    "Nombre a los docentes por los identificadores del archivo; time audit --json los muestra.",
  ],
};

function inSpanish(issue: Issue): Issue {
  const [message, hint] = SPANISH[issue.code] ?? [
    "Lo que se dice de la cobertura no tiene la forma debida.",
    'Escríbalo así: {"teachers": [{"id": "T9", "periods": 3}], "perMember": 2, "perClass": 2}.',
  ];
  return { ...issue, message, hint };
}

/** Teachers with their periods out of a list; none where the words are no list. */
function teachersOf(words: string, { resources }: Timetable): Cover["teachers"] | undefined {
  const parts = words.split(",").map((part) => /^\s*(.+?)\s*:\s*(\d{1,3})\s*$/.exec(part));
  if (parts.some((part) => !part)) return undefined;
  return parts.map((part) => {
    const named = part![1]!.toLowerCase();
    const found = resources.filter(
      ({ id, name, kind }) => kind === "teacher" && [id, name].some((word) => word.toLowerCase() === named),
    );
    const exact = found.find(({ id }) => id === part![1]) ?? found[0];
    if (!exact || (found.length > 1 && exact.id !== part![1])) {
      const [none, hint] = SPANISH["unknown-teacher"]!;
      throw refusal(
        "unknown-teacher",
        ["--cover"],
        exact
          ? { en: "More than one teacher is called this.", es: "Más de un docente se llama así." }
          : { en: "The timetable has no teacher of this id or name.", es: none },
        { en: "Name teachers by the ids of the file; time audit --json lists them.", es: hint },
      );
    }
    return { id: exact.id, periods: Number(part![2]) };
  });
}
