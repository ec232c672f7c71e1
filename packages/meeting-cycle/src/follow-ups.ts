import type { ActionCommand } from "./action/action.js";
import type { CycleCommand } from "./cycle/cycle.js";
import type { ActionReview, MeetingEvent } from "./meeting/events.js";
import type { MeetingState } from "./meeting/state.js";
import { streamOf } from "./streams.js";

/** A command to another stream that a stored fact of a meeting calls for. */
export interface FollowUp {
  readonly stream: string;
  readonly command: ActionCommand | CycleCommand;
}

const REVIEWS: Record<ActionReview, ActionCommand["type"] | undefined> = {
  done: "finish-action",
  stuck: "mark-stuck",
  active: "resume-action",
  dropped: "drop-action",
  postponed: "postpone-action",
};

/**
 * What a stored fact of a meeting means for other streams: an agreed action opens its own stream, a reviewed one is
 * closed or moved there, and the cycle learns of its meetings and actions.
 * Guarantees the same command ids for the same fact, so that sending them again does nothing; a host that stopped half-way
 * just sends them again.
 * @param meeting - The meeting's state after the fact.
 */
export function followUps(event: MeetingEvent, meeting: MeetingState): readonly FollowUp[] {
  const id = (name: string) => `${event.commandId}/${event.stream}/${event.version}/${name}`;
  const toCycle = (command: CycleCommand): FollowUp[] =>
    meeting.cycle === undefined ? [] : [{ stream: streamOf("cycle", meeting.cycle), command }];
  switch (event.type) {
    case "meeting-scheduled":
      return toCycle({
        type: "link-meeting",
        commandId: id("link"),
        meeting: event.data.meeting,
        on: event.data.on,
      });
    case "action-agreed": {
      const { action, owner, due, target, follows } = event.data;
      return [
        {
          stream: streamOf("action", action),
          command: {
            type: "open-action",
            commandId: id("open"),
            action,
            owner,
            due,
            meeting: meeting.id,
            wording: event.personal?.wording ?? { when: "", will: "" },
            ...(target !== undefined && { target }),
            ...(follows !== undefined && { follows }),
            ...(meeting.cycle !== undefined && { cycle: meeting.cycle }),
          },
        },
        ...toCycle({
          type: "link-action",
          commandId: id("link"),
          action,
          ...(target !== undefined && { target }),
        }),
      ];
    }
    case "action-reviewed": {
      const { action, state, due } = event.data;
      const type = REVIEWS[state];
      if (type === undefined) return [];
      const command = {
        type,
        commandId: id("review"),
        meeting: meeting.id,
        reason: event.personal?.reason ?? "–",
        ...(due !== undefined && { due }),
      } as ActionCommand;
      return [{ stream: streamOf("action", action), command }];
    }
    default:
      return [];
  }
}
