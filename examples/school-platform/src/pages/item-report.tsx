import type { TeamItemReport } from "@collegium/evidence";
import type { Frame } from "../frame.js";
import { Scroll } from "../layout.js";
import type { MessageKey } from "../messages.js";
import type { ResultSet } from "../state/results-book.js";

/** One assessment as its team reads it: items, standards, classes in timetable order, what each student missed. */
export function ItemReport({ frame, set, report }: { frame: Frame; set: ResultSet; report: TeamItemReport }) {
  const { say } = frame;
  const name = new Map(set.students.map((student) => [student.id, student.name]));
  const failed = new Set(report.failed);
  const wide = report.classes.length > 1;
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
      <Scroll label={say("results.items")}>
        <table>
          <caption>{say("results.items.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{say("results.item")}</th>
              <th scope="col">{say("results.standard")}</th>
              <th scope="col" class="number">
                {say("results.right")}
              </th>
              <th scope="col">{say("results.commonWrong")}</th>
              <th scope="col">{say("results.look")}</th>
            </tr>
          </thead>
          <tbody>
            {report.items.map((item) => (
              <tr>
                <th scope="row">{item.id}</th>
                <td>{item.standard ?? ""}</td>
                <td class={`number ${failed.has(item.id) ? "bad" : ""}`}>
                  {say("count.of", { n: item.right, of: item.of })}
                </td>
                <td>
                  {item.commonWrong
                    ? say("results.wrongAnswer", {
                        answer: item.commonWrong.answer,
                        n: item.commonWrong.count,
                      })
                    : ""}
                </td>
                <td>
                  {item.flags.map((flag) => (
                    <span class="tag wait">{say(`flag.${flag}` as MessageKey)}</span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {report.standards.length > 0 ? (
        <>
          <h2>{say("results.standards")}</h2>
          <Scroll label={say("results.standards")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("results.standard")}</th>
                  <th scope="col">{say("results.items")}</th>
                  <th scope="col" class="number">
                    {say("results.right")}
                  </th>
                  <th scope="col" class="number">
                    {say("results.below")}
                  </th>
                  <th scope="col" class="number">
                    {say("results.notsure")}
                  </th>
                  <th scope="col" class="number">
                    {say("results.above")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {report.standards.map((standard) => (
                  <tr>
                    <th scope="row">
                      {standard.standard}{" "}
                      {standard.thin ? <span class="tag wait">{say("results.thin")}</span> : null}
                    </th>
                    <td>{standard.items.join(", ")}</td>
                    <td class="number">{say("count.of", { n: standard.right, of: standard.of })}</td>
                    <td class="number">{standard.zones.below}</td>
                    <td class="number">{standard.zones.notSure}</td>
                    <td class="number">{standard.zones.above}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : null}
      {wide ? (
        <>
          <h2>{say("results.classes")}</h2>
          <p class="who">{say("results.classes.stay")}</p>
          <Scroll label={say("results.classes")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("results.class")}</th>
                  {report.items.map((item) => (
                    <th scope="col" class="number">
                      {item.id}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {report.classes.map((row) => (
                  <tr>
                    <th scope="row">{row.class}</th>
                    {row.items.map((item) => (
                      <td class="number">{say("count.of", { n: item.right, of: item.of })}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      ) : null}
      <h2>{say("results.students")}</h2>
      <Scroll label={say("results.students")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say("results.student")}</th>
              <th scope="col">{say("results.class")}</th>
              <th scope="col" class="number">
                {say("results.right")}
              </th>
              <th scope="col">{say("results.missed")}</th>
            </tr>
          </thead>
          <tbody>
            {report.students.map((student) => (
              <tr>
                <th scope="row">{name.get(student.id)}</th>
                <td>{student.class ?? ""}</td>
                <td class="number">
                  {student.present
                    ? say("count.of", { n: student.right, of: student.of })
                    : say("results.absent")}
                </td>
                <td>
                  {[
                    ...student.missed.map((miss) =>
                      miss.answer === "" ? miss.item : `${miss.item} (${miss.answer})`,
                    ),
                    ...student.omitted.map((item) => `${item} (–)`),
                  ].join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
