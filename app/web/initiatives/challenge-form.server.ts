import type { Actor } from "#app/domain/accounts/actor.ts";
import {
  answerSchema,
  challengeSchema,
  statementSchema,
  withdrawalSchema,
} from "#app/domain/initiatives/challenges/challenge.schema.ts";
import {
  answerChallenge,
  stateOnChallenge,
  withdrawChallenge,
} from "#app/domain/initiatives/challenges/finish.server.ts";
import { publishChallenge } from "#app/domain/initiatives/challenges/publish.server.ts";
import { saveChallenge } from "#app/domain/initiatives/challenges/save.server.ts";
import { tieToChallenge } from "#app/domain/initiatives/challenges/tie.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { blankForm, parseForm, typedValues, withRefusal } from "#app/web/form.server.ts";

type Answer = { ok: true } | { ok: false; status: 403 | 404 | 409 | 422; form: FormState };

/** What a form on a challenge's page asks for: its owner's acts, or a proposer who ties a draft to it. */
export async function actOnChallenge(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Answer> {
  switch (typed.get("intent")) {
    case "publish":
      return answered(await publishChallenge(actor, code), blankForm(), lang);
    case "answer": {
      const parsed = parseForm(typed, answerSchema, lang);
      if (!parsed.ok) return { ok: false, status: 422, form: parsed.form };
      return answered(await answerChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    case "state": {
      const parsed = parseForm(typed, statementSchema, lang);
      if (!parsed.ok) return { ok: false, status: 422, form: parsed.form };
      return answered(await stateOnChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    case "withdraw": {
      const parsed = parseForm(typed, withdrawalSchema, lang);
      if (!parsed.ok) return { ok: false, status: 422, form: parsed.form };
      return answered(await withdrawChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    default:
      return tieByForm(actor, code, typed, lang);
  }
}

async function tieByForm(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Answer> {
  const form = blankForm(typedValues(typed));
  const initiative = String(typed.get("draft") ?? "");
  const intent = typed.get("intent");
  if (intent !== "tie" && intent !== "untie") return { ok: false, status: 422, form };
  return answered(await tieToChallenge(actor, initiative, intent === "tie" ? code : null), form, lang);
}

/** Saves what a form holds of a challenge, new or not; gives its code. */
export async function saveByForm(
  actor: Actor,
  code: string | null,
  typed: FormData,
  lang: Language,
): Promise<Outcome<{ code: string }> | { ok: null; form: FormState; status: 403 | 404 | 409 | 422 }> {
  const parsed = parseForm(typed, challengeSchema, lang);
  if (!parsed.ok) return { ok: null, status: 422, form: parsed.form };
  const saved = await saveChallenge(actor, code, parsed.value);
  if (saved.ok) return done(saved.value);
  return { ok: null, status: statusOf(saved.code), form: withRefusal(parsed.form, saved, lang) };
}

function answered(outcome: Outcome<unknown>, form: FormState, lang: Language): Answer {
  if (outcome.ok) return { ok: true };
  return { ok: false, status: statusOf(outcome.code), form: withRefusal(form, outcome, lang) };
}

function statusOf(code: string): 403 | 404 | 409 {
  if (code === "NOT_FOUND") return 404;
  return code === "NOT_A_REPRESENTATIVE" ? 403 : 409;
}
