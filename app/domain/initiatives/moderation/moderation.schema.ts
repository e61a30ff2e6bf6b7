import { z } from "zod";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { maybeOneOf, oneOf, prose, say } from "#app/platform/typed.ts";
import { GROUNDS, VOICE_LENGTHS } from "../voice/comment.ts";

const reason = prose(VOICE_LENGTHS.reason);
const language = oneOf(LANGUAGES);

export const reportSchema = z.object({ ground: oneOf(GROUNDS), reason, language });
export const appealSchema = z.object({ reason, language });

export const VERDICTS = ["HIDE", "KEEP", "UPHOLD", "RESTORE"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a moderator decides; hiding alone has a ground. */
export const verdictSchema = z
  .object({ verdict: oneOf(VERDICTS), ground: maybeOneOf(GROUNDS), reason, language })
  .superRefine(({ verdict, ground }, ctx) => {
    if (verdict === "HIDE" && ground === null)
      ctx.addIssue({ code: "custom", path: ["ground"], message: say("errors:choose") });
  });
