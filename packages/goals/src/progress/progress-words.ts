import type { ProgressStatus, TargetProgress } from "./progress.js";

/** Languages of the sentences. */
export type ProgressLocale = "en" | "es";

const STATUS: Readonly<Record<ProgressLocale, Readonly<Record<ProgressStatus, string>>>> = {
  en: {
    reached: "The target is reached.",
    ahead: "Students are ahead of the aim line.",
    "on-course": "Students are on course; the results fit the aim line.",
    behind: "Students are behind the aim line.",
    "not-enough-evidence": "There is not enough evidence to say.",
  },
  es: {
    reached: "El objetivo está alcanzado.",
    ahead: "Los estudiantes van por delante de la línea de meta.",
    "on-course": "Los estudiantes van bien; los resultados encajan con la línea de meta.",
    behind: "Los estudiantes van por detrás de la línea de meta.",
    "not-enough-evidence": "No hay pruebas suficientes para decirlo.",
  },
};

const WORDS = {
  en: {
    latest: (count: string, on: string) => `Latest: ${count} on ${on}.`,
    needed: (target: string, by: string, more: string, pace: string) =>
      `To reach ${target} by ${by}, ${more} would have to get there${pace}.`,
    neededMean: (target: string, by: string, more: string, pace: string) =>
      `To reach ${target} by ${by}, it would have to move by ${more}${pace}.`,
    pace: (week: string, seen: string) => `, ${week} a week; so far it was ${seen}`,
    paceOnly: (week: string) => `, ${week} a week`,
    forecast: (chance: string, low: string, high: string, points: number) =>
      `If things go on as they did, reaching it is ${chance}: the result on that day would lie between ${low} and ${high} (four times in five, from ${points} points).`,
    chance: ["very unlikely", "unlikely", "as likely as not", "likely", "very likely"],
    of: (count: number, n: number) => `${count} of ${n} students`,
    students: (n: number) => (n === 1 ? "1 more student" : `${n} more students`),
    people: "students",
    slow: "The results still fit the aim line, but the pace so far would not get there.",
    baseline: "A baseline is missing.",
    later: "There is no result after the baseline yet.",
  },
  es: {
    latest: (count: string, on: string) => `Último resultado: ${count} el ${on}.`,
    needed: (target: string, by: string, more: string, pace: string) =>
      `Para llegar a ${target} el ${by}, tendrían que lograrlo ${more}${pace}.`,
    neededMean: (target: string, by: string, more: string, pace: string) =>
      `Para llegar a ${target} el ${by}, tendría que moverse ${more}${pace}.`,
    pace: (week: string, seen: string) => `, ${week} por semana; hasta ahora fue ${seen}`,
    paceOnly: (week: string) => `, ${week} por semana`,
    forecast: (chance: string, low: string, high: string, points: number) =>
      `Si todo sigue como hasta ahora, alcanzarlo es ${chance}: el resultado de ese día estaría entre ${low} y ${high} (cuatro de cada cinco veces, con ${points} puntos).`,
    chance: ["muy improbable", "improbable", "tan probable como no", "probable", "muy probable"],
    of: (count: number, n: number) => `${count} de ${n} estudiantes`,
    students: (n: number) => (n === 1 ? "1 estudiante más" : `${n} estudiantes más`),
    people: "estudiantes",
    slow: "Los resultados aún encajan con la línea de meta, pero al ritmo actual no se llegaría.",
    baseline: "Falta el punto de partida.",
    later: "Todavía no hay resultados después del punto de partida.",
  },
} as const;

/** Chance below which reaching the target is called unlikely. */
const UNLIKELY = 0.3;

/**
 * One target's progress in sentences a team can read aloud: words first, counts before percentages, doubt in words.
 * The first sentence is the status; no sentence names a person.
 */
export function progressWords(target: TargetProgress, locale: ProgressLocale = "en"): string[] {
  const w = WORDS[locale];
  const slow =
    target.status === "on-course" && target.forecast !== undefined && target.forecast.chance < UNLIKELY;
  const sentences: string[] = [slow ? w.slow : STATUS[locale][target.status]];
  if (!target.aimLine) sentences.push(w.baseline);
  if (!target.latest) return target.aimLine ? [...sentences, w.later] : sentences;
  const { latest, needed, forecast } = target;
  const whole =
    latest.count === undefined
      ? `${amount(target, latest.value)} (n = ${latest.n})`
      : w.of(latest.count, latest.n);
  sentences.push(w.latest(whole, latest.on));
  if (needed && needed.change !== 0) {
    const goal = amount(target, target.goalValue);
    if (needed.students !== undefined) {
      const weekly = needed.perWeek === null ? "" : rate(needed.perWeek * latest.n);
      const pace =
        needed.perWeek === null
          ? ""
          : forecast
            ? w.pace(weekly, rate(forecast.perWeek * latest.n))
            : w.paceOnly(weekly);
      sentences.push(w.needed(goal, target.by, w.students(needed.students), pace));
    } else {
      const pace =
        needed.perWeek === null
          ? ""
          : forecast
            ? w.pace(rate(needed.perWeek), rate(forecast.perWeek))
            : w.paceOnly(rate(needed.perWeek));
      sentences.push(w.neededMean(goal, target.by, rate(needed.change), pace));
    }
  }
  if (forecast && target.status !== "reached") {
    const word = w.chance[[0.05, UNLIKELY, 0.7, 0.95].filter((cut) => forecast.chance >= cut).length]!;
    sentences.push(
      w.forecast(word, amount(target, forecast.low), amount(target, forecast.high), forecast.points),
    );
  }
  return sentences;
}

function amount({ unit }: TargetProgress, value: number): string {
  return unit === "share" ? `${Math.round(value * 100)} %` : String(Math.round(value * 100) / 100);
}

function rate(value: number): string {
  return String(
    Math.round(value * (Math.abs(value) < 0.1 ? 1000 : 10)) / (Math.abs(value) < 0.1 ? 1000 : 10),
  );
}
