import {
  type GuessedMapping,
  parseTable,
  type ScheduleField,
  type ScheduleMapping,
} from "@collegium/exchange";
import type { Issue } from "@collegium/schema";
import type { Frame } from "../frame.js";
import { Form, Issues, Page, Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";

const FIELDS: readonly ScheduleField[] = [
  "teacher",
  "teacherFirst",
  "teacherId",
  "coTeacher",
  "course",
  "courseId",
  "section",
  "group",
  "grade",
  "department",
  "room",
  "period",
  "periodEnd",
  "days",
  "start",
  "end",
  "term",
  "student",
  "students",
];

interface Props {
  readonly frame: Frame;
  readonly fileName: string;
  readonly text: string;
  readonly guess: GuessedMapping;
  readonly mapping?: ScheduleMapping;
  readonly issues: readonly Issue[];
}

/** What each column of a master schedule means: guessed, shown with examples, confirmed by a person. */
export function MappingForm({ frame, fileName, text, guess, mapping = guess.mapping, issues }: Props) {
  const { say } = frame;
  const fieldOf = new Map(Object.entries(mapping.columns).map(([field, header]) => [header, field]));
  return (
    <Page frame={frame} title={say("mapping.title")}>
      <h1>{say("mapping.title")}</h1>
      <p class="lead">{say("mapping.lead", { file: fileName })}</p>
      <Issues frame={frame} issues={issues} />
      {guess.questions.length > 0 ? (
        <ul class="note wait">
          {guess.questions.map((question) => (
            <li>{say(`mapping.question.${question}` as MessageKey, { term: mapping.term ?? "" })}</li>
          ))}
        </ul>
      ) : null}
      <p>{say(`mapping.layout.${mapping.layout}` as MessageKey)}</p>
      <Form frame={frame} action="/import/columns">
        <Scroll label={say("mapping.title")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("mapping.column")}</th>
                <th scope="col">{say("mapping.sample")}</th>
                <th scope="col">{say("mapping.holds")}</th>
              </tr>
            </thead>
            <tbody>
              {guess.columns.map((column, index) => (
                <tr>
                  <th scope="row">{column.header || `(${index + 1})`}</th>
                  <td class="soft">{samples(text, mapping.headerRow, index)}</td>
                  <td>
                    {column.field === "slot" ? (
                      <span class="tag">{say("mapping.slot")}</span>
                    ) : (
                      <select
                        name={`column ${index}`}
                        aria-label={`${column.header}: ${say("mapping.holds")}`}
                      >
                        <option value="">{say("mapping.nothing")}</option>
                        {FIELDS.map((field) => (
                          <option value={field} selected={fieldOf.get(column.header) === field}>
                            {say(`field.${field}` as MessageKey)}
                          </option>
                        ))}
                      </select>
                    )}{" "}
                    {column.field && column.certainty < 0.7 ? (
                      <span class="tag wait">{say("mapping.unsure")}</span>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {mapping.everyDay !== undefined ? (
          <p>
            <label for="everyDay">{say("mapping.everyDay")}</label>
            <input id="everyDay" name="everyDay" value={mapping.everyDay} maxlength={40} />
          </p>
        ) : null}
        <p>
          <label class="inline">
            <input type="checkbox" name="fillDown" value="yes" checked={mapping.fillDown === true} />
            {say("mapping.fillDown")}
          </label>
        </p>
        <button type="submit">{say("mapping.confirm")}</button>
      </Form>
    </Page>
  );
}

/** The first different values below a header. */
function samples(text: string, headerRow: number, column: number): string {
  const table = parseTable(text);
  if (!table.ok) return "";
  const below = table.value.rows.filter((row) => row.number > headerRow).slice(0, 60);
  const values = new Set(below.map((row) => row.cells[column]?.value ?? "").filter((value) => value !== ""));
  return [...values].slice(0, 3).join(" · ");
}

/** The mapping that a person has confirmed or corrected. */
export function mappingFrom(guess: GuessedMapping, body: Readonly<Record<string, unknown>>): ScheduleMapping {
  const columns: Partial<Record<ScheduleField, string>> = {};
  guess.columns.forEach((column, index) => {
    const field = FIELDS.find((candidate) => candidate === body[`column ${index}`]);
    if (field) columns[field] = column.header;
  });
  const { fillDown: _, everyDay, ...rest } = guess.mapping;
  return {
    ...rest,
    columns,
    ...(everyDay === undefined ? {} : { everyDay: String(body["everyDay"] ?? everyDay) }),
    ...(body["fillDown"] === "yes" ? { fillDown: true } : {}),
  };
}
