import type { Clock } from "#app/domain/obligations/obligation.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { InitiativeState, Track } from "../initiative.ts";

/** One line of a desk: what waits for the actor's body, and its clock. Days are 'YYYY-MM-DD'. */
export type DeskItem = {
  code: string;
  state: InitiativeState;
  track: Track;
  title: Texts;
  kind: string;
  dueOn: string;
  paused: boolean;
  clock: Clock;
};
