import type { TeamItemReport } from "@collegium/evidence";
import type { Frame } from "../frame.js";
import type { MessageKey } from "../messages.js";
import type { ResultSet } from "../state/results-book.js";
import { type Column, Table } from "../table.js";

interface Read {
  readonly frame: Frame;
  readonly set: ResultSet;
  readonly report: TeamItemReport;
}

/** One assessment as its team reads it: items, standards, classes in timetable order, what each student missed. */
export function ItemReport({ frame, set, report }: Read) {
  const { say } = frame;
  return (
    <>
      <p class="lead">
        {report.failed.length === 0
          ? say("results.nonefailed", { present: report.present })
          : say("results.failed", {
              n: report.failed.length,
              items: report.failed.join(", "),
              present: report.present,
            })}
      </p>
      <h2>{say("results.items")}</h2>
      <Table
        label={say("results.items")}
        caption={say("results.items.caption")}
        columns={itemColumns(frame, report)}
        rows={report.items}
      />
      {report.standards.length > 0 ? (
        <>
          <h2>{say("results.standards")}</h2>
          <Table label={say("results.standards")} columns={standardColumns(frame)} rows={report.standards} />
        </>
      ) : null}
      {report.classes.length > 1 ? (
        <>
          <h2>{say("results.classes")}</h2>
          <p class="who">{say("results.classes.stay")}</p>
          <Table label={say("results.classes")} columns={classColumns(frame, report)} rows={report.classes} />
        </>
      ) : null}
      <h2>{say("results.students")}</h2>
      <Table label={say("results.students")} columns={studentColumns(frame, set)} rows={report.students} />
    </>
  );
}

function itemColumns({ say }: Frame, report: TeamItemReport): Column<TeamItemReport["items"][number]>[] {
  const failed = new Set(report.failed);
  return [
    { head: say("results.item"), cell: ({ id }) => id },
    { head: say("results.standard"), cell: ({ standard }) => standard ?? "" },
    {
      head: say("results.right"),
      number: true,
      tone: ({ id }) => (failed.has(id) ? "bad" : ""),
      cell: ({ right, of }) => say("count.of", { n: right, of }),
    },
    {
      head: say("results.commonWrong"),
      cell: ({ commonWrong }) =>
        commonWrong ? say("results.wrongAnswer", { answer: commonWrong.answer, n: commonWrong.count }) : "",
    },
    {
      head: say("results.look"),
      cell: ({ flags }) =>
        flags.map((flag) => <span class="tag wait">{say(`flag.${flag}` as MessageKey)}</span>),
    },
  ];
}

function standardColumns({ say }: Frame): Column<TeamItemReport["standards"][number]>[] {
  return [
    {
      head: say("results.standard"),
      cell: ({ standard, thin }) => (
        <>
          {standard} {thin ? <span class="tag wait">{say("results.thin")}</span> : null}
        </>
      ),
    },
    { head: say("results.items"), cell: ({ items }) => items.join(", ") },
    {
      head: say("results.right"),
      number: true,
      cell: ({ right, of }) => say("count.of", { n: right, of }),
    },
    { head: say("results.below"), number: true, cell: ({ zones }) => zones.below },
    { head: say("results.notsure"), number: true, cell: ({ zones }) => zones.notSure },
    { head: say("results.above"), number: true, cell: ({ zones }) => zones.above },
  ];
}

function classColumns({ say }: Frame, report: TeamItemReport): Column<TeamItemReport["classes"][number]>[] {
  return [
    { head: say("results.class"), cell: (row) => row.class },
    ...report.items.map(({ id }, index) => ({
      head: id,
      number: true,
      cell: ({ items }: TeamItemReport["classes"][number]) =>
        say("count.of", { n: items[index]?.right ?? 0, of: items[index]?.of ?? 0 }),
    })),
  ];
}

function studentColumns({ say }: Frame, set: ResultSet): Column<TeamItemReport["students"][number]>[] {
  const names = new Map(set.students.map(({ id, name }) => [id, name]));
  return [
    { head: say("results.student"), cell: ({ id }) => names.get(id) },
    { head: say("results.class"), cell: (student) => student.class ?? "" },
    {
      head: say("results.right"),
      number: true,
      cell: ({ present, right, of }) => (present ? say("count.of", { n: right, of }) : say("results.absent")),
    },
    {
      head: say("results.missed"),
      cell: ({ missed, omitted }) =>
        [
          ...missed.map(({ item, answer }) => (answer === "" ? item : `${item} (${answer})`)),
          ...omitted.map((item) => `${item} (–)`),
        ].join(", "),
    },
  ];
}
