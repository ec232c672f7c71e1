import type { Issue } from "@collegium/schema";

type Texts = readonly [message: string, hint?: string];

/** Issues about timetable files in Spanish, by code, or by code and what the file is. Values in braces are of the issue's data. */
export const SPANISH: Readonly<Record<string, Texts>> = {
  "empty-file": ["El archivo está vacío.", "Expórtelo de nuevo."],
  "too-large": [
    "El archivo ocupa demasiado una vez descomprimido.",
    "El horario de una escuela es mucho menor; compruebe que es el archivo correcto.",
  ],
  "broken-gzip": ["El archivo gzip está dañado o incompleto.", "Cópielo o descárguelo otra vez."],
  "wrong-encoding": [
    "El archivo no está escrito en la codificación que dice.",
    "Guárdelo de nuevo como UTF-8.",
  ],
  "wrong-format": [
    "El archivo no es un horario que se pueda leer aquí.",
    "Abra un archivo XHSTT o FET, o un horario maestro en CSV.",
  ],
  "wrong-format workbook": [
    "El archivo es un libro de cálculo (.xlsx) o un zip, no un archivo de texto.",
    "Ábralo en su hoja de cálculo y guarde la hoja como CSV (Archivo, Guardar como, CSV UTF-8).",
  ],
  "wrong-format old-workbook": [
    "El archivo es un libro de cálculo antiguo (.xls).",
    "Ábralo en su hoja de cálculo y guarde la hoja como CSV (Archivo, Guardar como, CSV UTF-8).",
  ],
  "wrong-format pdf": ["El archivo es un PDF.", "Exporte el horario como CSV."],
  "broken-xml": [
    "El XML se rompe en la línea {line}, columna {column}.",
    "Exporte el archivo otra vez; puede estar cortado.",
  ],
  "incomplete-solution": [
    "El horario está incompleto: a algunas clases aún les falta lugar para {periods} horas.",
    "Colóquelas en el programa que hizo el archivo, o tome otra de sus soluciones.",
  ],
  "incomplete-solution fet": [
    "El horario está incompleto: a algunas actividades aún les falta lugar para {periods} horas.",
    "Resuélvalo en FET y abra el archivo que FET guarda entonces como …_data_and_timetable.fet.",
  ],
  "lessons-unplaced": [
    "{count} actividades no tienen lugar en la semana y quedan fuera.",
    "Resuelva el archivo en FET y abra el que FET guarda entonces como …_data_and_timetable.fet.",
  ],
  "no-days": ["El archivo no nombra días u horas."],
  "no-lessons": ["El archivo no tiene clases."],
  "no-instance": ["El archivo no contiene ninguna escuela."],
  "several-instances": ["El archivo contiene varias escuelas; se toma la primera."],
  "no-solution": [
    "El archivo describe la escuela, pero no contiene ningún horario de ella.",
    "Expórtelo con una solución: el horario de hoy es lo que se cambia lo menos posible.",
  ],
  "unknown-solution": ["El archivo no contiene ese horario.", "Contiene: {solutions}."],
  "solution-chosen": [
    "El archivo contiene varios horarios; se toma como el de hoy el más completo: {chosen}.",
    "Indique otro si no es el que usa la escuela.",
  ],
  "unknown-reference": ["Algo del horario nombra lo que el archivo no tiene."],
  "outside-week": ["Una clase está colocada fuera de su día o de la semana."],
  "placed-too-often": ["El horario da a una clase más horas de las que tiene."],
  "no-header": [
    "Ninguna fila nombra las columnas de un horario, como docente, asignatura y hora.",
    "Abra un archivo XHSTT o FET, o un horario maestro en CSV con una fila de encabezados.",
  ],
  "no-rows": ["Bajo el encabezado no hay ninguna clase con hora."],
  "two-headers": [
    "El archivo tiene dos filas de encabezados: {rows}.",
    "Deje una sola tabla con una fila de encabezados y ábralo de nuevo.",
  ],
  "unclosed-quote": [
    "Una celda entre comillas no se cierra nunca.",
    "Cierre las comillas, o guarde la hoja otra vez como CSV.",
  ],
  "record-too-long": [
    "Una fila no termina nunca; quizá unas comillas quedaron abiertas.",
    "Cierre las comillas, o exporte el archivo otra vez.",
  ],
  "mapping-guessed": ["Lo que significan las columnas es una suposición.", "Mírela y confírmela."],
  "days-assumed": [
    "El horario no nombra días; se supone que cada hora se da de lunes a viernes.",
    "Diga en qué días se da cada hora.",
  ],
  "no-students": [
    "El horario no dice qué alumnos están en cada clase, así que sus choques no se pueden comprobar.",
    "Expórtelo con alumnos o grupos.",
  ],
  "no-teacher": ["Algunas clases no tienen docente todavía."],
  "no-teacher rows": ["La fila {row} tiene clases, pero no nombra docente."],
  "no-teacher-column": [
    "La fila {row} nombra columnas, pero ninguna parece la de docentes.",
    "Diga qué columna tiene al docente.",
  ],
  "no-period-column": [
    "La fila {row} nombra columnas, pero ninguna parece la de las horas.",
    "Diga qué columna tiene la hora.",
  ],
  "unknown-day": [
    "La fila {row} nombra un día con palabras que no se entienden.",
    "Escriba los días como L-V, lun, mié, A o 1-5.",
  ],
  "unknown-period": [
    "La fila {row} nombra una hora con palabras que no se entienden.",
    "Escriba las horas como 3, 3ª hora, 1-2 u 8:05-8:50.",
  ],
  "ragged-row": [
    "La fila {row} no tiene tantas celdas como el encabezado.",
    "Ponga entre comillas las celdas que llevan una coma, como «Apellido, Nombre».",
  ],
  "row-skipped": ["Quedan fuera filas que no son clases, como títulos y totales: {rows}."],
  "unscheduled-row": ["Quedan fuera filas sin hora: {rows}."],
  "planning-is-free": ["Cuentan como libres las filas que nombran tiempo de planificación: {rows}."],
  "header-repeated": ["El encabezado se repite más abajo; esas filas quedan fuera."],
  "term-chosen": ["Se lee la semana de un solo periodo lectivo.", "Elija otro en el archivo de columnas."],
  "same-header": [
    "Dos columnas tienen el mismo encabezado, así que no está claro cuál es la de {field}.",
    "Dé a cada columna un encabezado propio.",
  ],
  "mapping-does-not-fit": [
    "Al archivo le falta la columna que se dijo que era la de {field}.",
    "Vuelva a deducir las columnas de este archivo.",
  ],
  "bad-mapping": [
    "El archivo que dice qué significan las columnas no tiene la forma debida.",
    "Deduzca las columnas otra vez y confírmelas.",
  ],
  "incomplete-plan": ["Algunas clases tendrían más o menos horas de las que necesitan."],
  "not-in-encoding": [
    "Un carácter no se puede escribir en la codificación del archivo.",
    "Guarde el archivo como UTF-8 y léalo de nuevo.",
  ],
  "not-expressible": [
    "El archivo no tiene dónde decir todo lo que el plan cambia.",
    "Use una hoja con una columna de días, o guarde el plan como XHSTT.",
  ],
};

/** What columns of a master schedule hold. */
const FIELDS = {
  teacher: "docentes",
  teacherId: "docentes",
  course: "asignaturas",
  section: "grupos",
  period: "horas",
  days: "días",
  room: "aulas",
  term: "periodos lectivos",
  students: "alumnos",
} as const;

/**
 * An issue of a timetable file in the reader's language: `en` as it is, `es` in Spanish.
 * An issue that has no Spanish sentence stays as it is; code, path and data never change.
 * @example
 * ```ts
 * const issue = { code: "empty-file", path: [], message: "The file is empty." };
 * timetableIssueIn(issue, "es").message; // => "El archivo está vacío."
 * ```
 */
export function timetableIssueIn(issue: Issue, locale: "en" | "es"): Issue {
  const { data = {} } = issue;
  const [about, place] = issue.path;
  const texts =
    SPANISH[`${issue.code} ${data["file"]}`] ?? SPANISH[`${issue.code} ${about}`] ?? SPANISH[issue.code];
  if (locale === "en" || texts === undefined || "wording" in data) return issue;
  const { hint: _, ...rest } = issue;
  // A row or a column's meaning stands in the path, where the data does not name it.
  const placed: Readonly<Record<string, unknown>> =
    about === "rows"
      ? { row: place, rows: place }
      : { field: FIELDS[String(place) as keyof typeof FIELDS] ?? place };
  const filled = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = data[name] ?? placed[name];
      return Array.isArray(value) ? value.join(", ") : value === undefined ? whole : String(value);
    });
  const message = filled(texts[0]);
  const hint = texts[1] && filled(texts[1]);
  return { ...rest, message, ...(hint !== undefined && { hint }) };
}
