import { z } from "zod";
import { maybeDate, oneOf, prose, say } from "#app/platform/typed.ts";
import { MOTION_KINDS } from "./motion.ts";

const password = z.string().min(1, say("errors:required")).max(200, say("errors:required"));

/** A motion or an order: what, why, and until when a suspension lasts. */
export const moveSchema = z.object({
  kind: oneOf(MOTION_KINDS),
  reason: prose({ min: 20, max: 2_000 }),
  untilOn: maybeDate(),
  password,
});

/** A vote on the motion of a number. */
export const voteSchema = z.object({
  number: z.coerce.number().int().min(1),
  vote: oneOf(["yes", "no"] as const),
  password,
});

export const withdrawMotionSchema = z.object({ number: z.coerce.number().int().min(1) });
