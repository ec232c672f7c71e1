import type { FreeQuestion } from "../state/common-days.js";
import { guestId, type Neighbour } from "../state/neighbours.js";
import type { AtTeam } from "../state/team-door.js";

const LENGTHS = [20, 30, 40, 45, 60, 90];

/** The question as a form that stands in the address, so that it can be sent to a colleague. */
export function Question({
  at,
  question,
  names,
  neighbours,
}: {
  at: AtTeam;
  question: FreeQuestion;
  names: ReadonlyMap<string, string>;
  /** Other schools of the district. */
  neighbours: readonly Neighbour[];
}) {
  const { frame, team } = at;
  const { say } = frame;
  const { required, optional } = question;
  const asked = [...new Set([...team.members, ...required, ...optional])];
  const guests = frame.school.teachers.filter(({ id }) => !asked.includes(id));
  const state = (id: string) =>
    question.required.includes(id) ? "required" : question.optional.includes(id) ? "optional" : "out";
  const lengths = LENGTHS.includes(question.minutes)
    ? LENGTHS
    : [...LENGTHS, question.minutes].sort((a, b) => a - b);
  return (
    <form method="get" class="card no-print question">
      <fieldset>
        <legend>{say("free.who")}</legend>
        <div class="fields">
          {asked.map((id) => (
            <div>
              <label for={`who-${id}`}>{names.get(id) ?? id}</label>
              <select id={`who-${id}`} name={`who-${id}`}>
                {(["required", "optional", "out"] as const).map((word) => (
                  <option value={word} selected={state(id) === word}>
                    {say(`free.${word}`)}
                  </option>
                ))}
              </select>
              {team.members.includes(id) ? null : <input type="hidden" name="also" value={id} />}
            </div>
          ))}
          <div>
            <label for="also">{say("free.also")}</label>
            <select id="also" name="also">
              <option value="">{say("free.nobodyElse")}</option>
              {guests.map(({ id, name }) => (
                <option value={id}>{name}</option>
              ))}
              {neighbours.map((one) => (
                <optgroup label={one.name}>
                  {one.school.teachers
                    .filter(({ id }) => !asked.includes(guestId(one, id)))
                    .map(({ id, name }) => (
                      <option value={guestId(one, id)}>{name}</option>
                    ))}
                </optgroup>
              ))}
            </select>
          </div>
        </div>
      </fieldset>
      <div class="fields">
        <div>
          <label for="minutes">{say("free.minutes")}</label>
          <select id="minutes" name="minutes">
            {lengths.map((n) => (
              <option value={String(n)} selected={n === question.minutes}>
                {n}
              </option>
            ))}
          </select>
        </div>
        {neighbours.length > 0 ? (
          <div>
            <label for="travel">{say("free.travel")}</label>
            <input
              id="travel"
              name="travel"
              type="number"
              min="0"
              max="120"
              step="5"
              value={String(question.travel ?? 0)}
            />
          </div>
        ) : null}
        <div>
          <label for="from">{say("free.from")}</label>
          <input id="from" name="from" type="date" value={question.from} required />
        </div>
        <div>
          <label for="to">{say("free.to")}</label>
          <input id="to" name="to" type="date" value={question.to} required />
        </div>
      </div>
      <p>
        <label class="inline">
          <input type="checkbox" name="around" value="yes" checked={question.around} /> {say("free.around")}
        </label>
      </p>
      <p>
        <button type="submit">{say("free.ask")}</button>
      </p>
    </form>
  );
}
