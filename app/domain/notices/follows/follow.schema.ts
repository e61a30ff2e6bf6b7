import { z } from "zod";
import { line, maybeOneOf, oneOf } from "#app/platform/typed.ts";
import { FOLLOWED_TYPES } from "../subject.ts";

/** What the button sends: which thing, whether to follow it or no more, and from where it was pressed. */
export const followSchema = z.object({
  intent: oneOf(["follow", "unfollow"]),
  type: oneOf(FOLLOWED_TYPES),
  code: line({ min: 1, max: 60 }),
  from: maybeOneOf(["list"]),
});
