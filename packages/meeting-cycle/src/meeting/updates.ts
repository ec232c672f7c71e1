import type { MeetingEvent, MeetingEventType } from "./events.js";
import type { ItemState, MeetingState } from "./state.js";

type Of<T extends MeetingEventType> = Extract<MeetingEvent, { type: T }>;
type Updates = {
  readonly [T in MeetingEventType]: (state: MeetingState, event: Of<T>) => Partial<MeetingState>;
};

const nothing = () => ({});
const textOf = (personal?: { text?: string }) =>
  personal?.text === undefined ? {} : { text: personal.text };
const reasonOf = (personal?: { reason?: string }) =>
  personal?.reason === undefined ? {} : { reason: personal.reason };

function setItem(state: MeetingState, id: string, change: Partial<ItemState>): readonly ItemState[] {
  return state.items.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** An agenda that keeps what has already become of its items. */
function withAgenda(state: MeetingState, agenda: Of<"agenda-set">["data"]["agenda"]): readonly ItemState[] {
  return agenda.map((item) => {
    const known = state.items.find((k) => k.id === item.id);
    return {
      ...item,
      state: known?.state ?? "ahead",
      ...(known?.since !== undefined && { since: known.since }),
      ...(known?.reason !== undefined && { reason: known.reason }),
    };
  });
}

/** What each fact of a meeting changes; total, and without any judgement of its own. */
export const updates: Updates = {
  "meeting-scheduled": (state, { data: { meeting, agenda, ...rest } }) => ({
    ...rest,
    id: meeting,
    items: withAgenda(state, agenda),
  }),
  "agenda-set": (state, { data }) => ({ items: withAgenda(state, data.agenda) }),
  "meeting-moved": (_, { data: { on, minutes } }) => ({ on, minutes }),
  "meeting-opened": nothing,
  "check-in-begun": nothing,
  "agenda-begun": nothing,
  "closing-begun": nothing,
  "meeting-adjourned": (state) => ({
    items: state.items.map((item) => (item.state === "now" ? { ...item, state: "done" as const } : item)),
  }),
  "minutes-approved": nothing,
  "meeting-cancelled": nothing,
  "person-arrived": (state, { data }) => ({
    present: state.present.includes(data.person) ? state.present : [...state.present, data.person],
    ...(data.roles && {
      members: state.members.map((m) => (m.id === data.person ? { ...m, roles: data.roles! } : m)),
    }),
  }),
  "person-departed": (state, { data }) => ({ present: state.present.filter((id) => id !== data.person) }),
  "members-set": (_, { data }) => ({ members: data.members }),
  "meeting-role-given": (state, { data }) => ({
    members: state.members.map((m) => ({
      ...m,
      roles: [...m.roles.filter((role) => role !== data.role), ...(m.id === data.to ? [data.role] : [])],
    })),
  }),
  "item-begun": (state, { data, at }) => ({
    items: state.items.map((item) =>
      item.id === data.item
        ? { ...item, state: "now" as const, since: at }
        : item.state === "now"
          ? { ...item, state: "done" as const }
          : item,
    ),
  }),
  "item-ended": (state, { data }) => ({ items: setItem(state, data.item, { state: "done" }) }),
  "item-skipped": (state, { data, personal }) => ({
    items: setItem(state, data.item, { state: "skipped", ...reasonOf(personal) }),
  }),
  "item-noted": (state, { data: { note: id, ...data }, personal, at }) => ({
    notes: [...state.notes, { ...data, id, at, ...textOf(personal) }],
  }),
  "decision-noted": (state, { data: { decision: id, ...data }, personal }) => ({
    decisions: [...state.decisions, { ...data, id, ...textOf(personal), ...reasonOf(personal) }],
  }),
  "poll-opened": (state, { data: { poll: id, ...data }, personal }) => ({
    polls: [
      ...state.polls,
      {
        ...data,
        id,
        votes: [],
        ...textOf(personal),
        ...(personal?.options && { options: personal.options }),
      },
    ],
  }),
  "vote-cast": (state, { data, personal, handle }) => ({
    polls: state.polls.map((poll) => {
      if (poll.id !== data.poll) return poll;
      const key = data.voter ?? handle;
      const vote = {
        choice: data.choice,
        ...(data.voter !== undefined && { voter: data.voter }),
        ...(handle !== undefined && { handle }),
        ...reasonOf(personal),
      };
      // A voter who votes again replaces the vote in its place, so that its order tells nothing new.
      const known = poll.votes.findIndex((v) => (v.voter ?? v.handle) === key);
      return { ...poll, votes: known < 0 ? [...poll.votes, vote] : poll.votes.with(known, vote) };
    }),
  }),
  "poll-closed": (state, { data, personal }) => ({
    polls: state.polls.map((poll) =>
      poll.id === data.poll
        ? { ...poll, outcome: { ...data.outcome, quorate: data.quorate, ...reasonOf(personal) } }
        : poll,
    ),
  }),
  "action-agreed": (state, { data: { action: id, ...data }, personal }) => ({
    actions: [...state.actions, { ...data, id, ...(personal?.wording && { wording: personal.wording }) }],
  }),
  "action-reviewed": (state, { data, personal }) => ({
    reviewed: [
      ...state.reviewed.filter((review) => review.action !== data.action),
      { ...data, ...reasonOf(personal) },
    ],
  }),
  "needs-drafted": (_, { data, personal }) => ({
    needs: data.needs.map((need) => ({ ...need, students: personal?.students?.[need.id] ?? [] })),
    roster: personal?.roster ?? [],
    needsAgreed: false,
  }),
  "need-set": (state, { data, personal }) => {
    const need = { ...data.need, students: personal?.students?.[data.need.id] ?? [] };
    const known = state.needs.some((n) => n.id === need.id);
    return { needs: known ? state.needs.map((n) => (n.id === need.id ? need : n)) : [...state.needs, need] };
  },
  "need-removed": (state, { data }) => ({ needs: state.needs.filter((need) => need.id !== data.need) }),
  "needs-agreed": () => ({ needsAgreed: true }),
  "need-rechecked": (state, { data, personal }) => ({
    rechecked: [...state.rechecked, { ...data, ...textOf(personal) }],
  }),
  "feedback-given": (state, { data: { feedback: id, ...data }, personal }) => ({
    feedback: [...state.feedback, { ...data, id, ...textOf(personal) }],
  }),
  "rating-given": (state, { data, handle = "" }) => ({
    ratings: [...state.ratings.filter((r) => r.handle !== handle), { handle, rating: data.rating }],
  }),
  "window-set": (state, { data: { window: id, ...data } }) => ({
    windows: [...state.windows.filter((w) => w.id !== id), { ...data, id }],
  }),
  "sample-added": (state, { data }) => ({ samples: [...state.samples, data.sample] }),
  "sample-scored": (state, { data, personal }) => {
    const score = { ...data, ...reasonOf(personal) };
    const same = (s: (typeof state.scores)[number]) =>
      s.sample === score.sample && s.criterion === score.criterion && s.scorer === score.scorer;
    const known = state.scores.findIndex(same);
    return { scores: known < 0 ? [...state.scores, score] : state.scores.with(known, score) };
  },
  "scores-revealed": () => ({ scoresRevealed: true }),
  "exemplar-kept": (state, { data, personal }) => ({
    exemplars: [...state.exemplars.filter((e) => e.sample !== data.sample), { ...data, ...textOf(personal) }],
  }),
  "sample-removed": (state, { data }) => ({
    samples: state.samples.filter((s) => s.id !== data.sample),
    scores: state.scores.filter((s) => s.sample !== data.sample),
    exemplars: state.exemplars.filter((e) => e.sample !== data.sample),
  }),
};
