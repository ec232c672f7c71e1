import { findProtocol, inLocale, protocolTexts, type RunView, say as sayMessage } from "@collegium/protocols";
import type { MeetingScene } from "./meeting-scene.js";

/** The step of a protocol that runs: what to do, whose turn it is, the time left. */
export function RunNow({ scene, run }: { scene: MeetingScene; run: RunView }) {
  const { frame, names, now } = scene;
  const { say, locale } = frame;
  const step = run.step;
  const definition = findProtocol(run.definition)?.steps.find(({ id }) => id === step?.step);
  if (!step || !definition) return null;
  const voice = step.turn !== undefined && step.speaking.length === 1 ? undefined : definition.speaks.who;
  return (
    <>
      <p class="now">{inLocale(definition.label, locale)}</p>
      <p>{inLocale(definition.instruction, locale)}</p>
      <p>
        {step.turn !== undefined && step.speaking.length === 1 ? (
          <strong>{say("stage.turn", { name: names.get(step.turn) ?? step.turn })}</strong>
        ) : (
          sayMessage(
            protocolTexts,
            { key: `voice.${voice}`, values: { roles: roleNames(definition.speaks, locale) } },
            locale,
          )
        )}
      </p>
      <p
        class="clock"
        data-clock
        data-since={step.since}
        data-minutes={String(step.minutes + step.extended)}
        data-paused-for={String(step.pausedFor)}
        data-paused-since={step.pausedSince}
      >
        {clockText(
          step.minutes + step.extended,
          step.since,
          step.pausedSince ?? now.toISOString(),
          step.pausedFor,
        )}
      </p>
    </>
  );
}

function roleNames(speaks: { who: string; roles?: readonly string[] | undefined }, locale: string): string {
  return (speaks.roles ?? [])
    .map((role) => sayMessage(protocolTexts, { key: `role.${role}` }, locale))
    .join(", ");
}

/** An item without a protocol: what it is for, and the time left. */
export function ItemNow(props: {
  scene: MeetingScene;
  minutes: number;
  since: string | undefined;
  purpose: string;
}) {
  const { scene, minutes, since = scene.now.toISOString(), purpose } = props;
  return (
    <>
      <p class="now">{purpose}</p>
      <p class="clock" data-clock data-since={since} data-minutes={String(minutes)} data-paused-for="0">
        {clockText(minutes, since, scene.now.toISOString(), 0)}
      </p>
    </>
  );
}

function clockText(minutes: number, since: string, until: string, pausedFor: number): string {
  const left = minutes * 60 - Math.floor((Date.parse(until) - Date.parse(since) - pausedFor) / 1000);
  const clock = Math.abs(left);
  return `${left < 0 ? "−" : ""}${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, "0")}`;
}
