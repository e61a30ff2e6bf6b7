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
import { type Acted, acted, statusOf, unreadable } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues, withRefusal } from "#app/web/form.server.ts";

/** What a form on a challenge's page asks for: its owner's acts, or a proposer who ties a draft to it. */
export async function actOnChallenge(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  switch (typed.get("intent")) {
    case "publish":
      return acted(await publishChallenge(actor, code), blankForm(), lang);
    case "answer": {
      const parsed = parseForm(typed, answerSchema, lang);
      if (!parsed.ok) return unreadable(parsed.form);
      return acted(await answerChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    case "state": {
      const parsed = parseForm(typed, statementSchema, lang);
      if (!parsed.ok) return unreadable(parsed.form);
      return acted(await stateOnChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    case "withdraw": {
      const parsed = parseForm(typed, withdrawalSchema, lang);
      if (!parsed.ok) return unreadable(parsed.form);
      return acted(await withdrawChallenge(actor, code, parsed.value), parsed.form, lang);
    }
    default:
      return tieByForm(actor, code, typed, lang);
  }
}

async function tieByForm(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  const form = blankForm(typedValues(typed));
  const initiative = String(typed.get("draft") ?? "");
  const intent = typed.get("intent");
  if (intent !== "tie" && intent !== "untie") return unreadable(form);
  return acted(await tieToChallenge(actor, initiative, intent === "tie" ? code : null), form, lang);
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
