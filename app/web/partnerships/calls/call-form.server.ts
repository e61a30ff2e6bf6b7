import type { Actor } from "#app/domain/accounts/actor.ts";
import {
  callSchema,
  callWithdrawalSchema,
  closingSchema,
  interestAnswerSchema,
  interestSchema,
  renewalSchema,
} from "#app/domain/partnerships/calls/call.schema.ts";
import type { FoundCall } from "#app/domain/partnerships/calls/call.ts";
import { closeCall, withdrawCall } from "#app/domain/partnerships/calls/finish.server.ts";
import { answerInterest, withdrawInterest } from "#app/domain/partnerships/calls/interests/answer.server.ts";
import { expressInterest } from "#app/domain/partnerships/calls/interests/express.server.ts";
import { publishCall } from "#app/domain/partnerships/calls/publish.server.ts";
import { renewCall } from "#app/domain/partnerships/calls/renew.server.ts";
import { saveCall } from "#app/domain/partnerships/calls/save.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { done, type Outcome } from "#app/platform/outcome.ts";
import { typedDay } from "#app/platform/typed.ts";
import { type Acted, acted, statusOf, unreadable } from "#app/web/acted.server.ts";
import { blankForm, parseForm, typedValues, withRefusal } from "#app/web/form.server.ts";

/** What a form on the page of a call or an offer asks for: its organisation's acts, or somebody's interest. */
export async function actOnCall(actor: Actor, code: string, typed: FormData, lang: Language): Promise<Acted> {
  switch (typed.get("intent")) {
    case "publish":
      return acted(await publishCall(actor, code), blankForm(), lang);
    case "close": {
      const parsed = parseForm(typed, closingSchema, lang);
      return parsed.ok ? acted(await closeCall(actor, code, parsed.value), parsed.form, lang) : unreadable(parsed.form);
    }
    case "renew": {
      const parsed = parseForm(typed, renewalSchema, lang);
      return parsed.ok ? acted(await renewCall(actor, code, parsed.value), parsed.form, lang) : unreadable(parsed.form);
    }
    case "withdraw": {
      const parsed = parseForm(typed, callWithdrawalSchema, lang);
      if (!parsed.ok) return unreadable(parsed.form);
      return acted(await withdrawCall(actor, code, parsed.value), parsed.form, lang);
    }
    case "interest": {
      const parsed = parseForm(typed, interestSchema, lang);
      if (!parsed.ok) return unreadable(parsed.form);
      return acted(await expressInterest(actor, code, parsed.value), parsed.form, lang);
    }
    default:
      return unreadable(blankForm(typedValues(typed)));
  }
}

/** What a form on the page of one interest asks for: the caller answers, or the other side takes it back. */
export async function actOnInterest(
  actor: Actor,
  place: { code: string; id: string },
  typed: FormData,
  lang: Language,
): Promise<Acted> {
  if (typed.get("intent") === "withdraw") return acted(await withdrawInterest(actor, place), blankForm(), lang);
  const parsed = parseForm(typed, interestAnswerSchema, lang);
  if (!parsed.ok) return unreadable(parsed.form);
  return acted(await answerInterest(actor, place, parsed.value), parsed.form, lang);
}

/** Saves what a form holds of a call or an offer, new or not; gives its code. */
export async function saveCallByForm(
  actor: Actor,
  code: string | null,
  typed: FormData,
  lang: Language,
): Promise<Outcome<{ code: string }> | { ok: null; form: FormState; status: 403 | 404 | 409 | 422 }> {
  const parsed = parseForm(typed, callSchema, lang);
  if (!parsed.ok) return { ok: null, status: 422, form: parsed.form };
  const saved = await saveCall(actor, code, parsed.value);
  if (saved.ok) return done(saved.value);
  return { ok: null, status: statusOf(saved.code), form: withRefusal(parsed.form, saved, lang) };
}

/** A draft as its form shows it again. */
export function draftForm(call: FoundCall): FormState {
  const { kind, title, text, needs, words, productCodes, trlFrom, trlTo, provinceCodes, amountVnd } = call;
  return blankForm({
    ...{ kind, needs, words, productCodes, provinceCodes, amount: amountVnd ?? "" },
    ...{ title_vi: title.vi ?? "", title_en: title.en ?? "", title_fr: title.fr ?? "" },
    ...{ text_vi: text.vi ?? "", text_en: text.en ?? "", text_fr: text.fr ?? "" },
    ...{ trlFrom: String(trlFrom ?? ""), trlTo: String(trlTo ?? ""), fordCode: call.fordCode ?? "" },
    opensOn: call.opensOn === null ? "" : typedDay(call.opensOn),
    closesOn: call.closesOn === null ? "" : typedDay(call.closesOn),
    ...{ partnership: call.partnership ?? "", origin: call.origin?.code ?? "" },
  });
}
