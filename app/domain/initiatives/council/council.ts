import type { Track } from "../initiative.ts";

/** The legal parameter that says how many seats a council has at least when it opens. */
export const SEATS_PARAMETER = {
  ORDINARY: "initiative.council.ordinary.seats",
  BREAKTHROUGH: "initiative.council.breakthrough.seats",
} as const satisfies Record<Track, string>;
