import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Refusal } from "#app/platform/outcome.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { notFound, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

const NOT_THEIRS = ["NOT_THE_ADDRESSEE", "NOT_YOUR_CASE", "NOT_ANOTHER_MODERATOR", "OWN_INITIATIVE"];

/** A form about a comment that goes back: with its errors, or with the command's refusal; a 404 where nothing is there. */
export function refuseVoice(form: FormState, refusal: Refusal | null, lang: Language) {
  if (refusal === null) return sendBack(form);
  if (refusal.code === "NOT_FOUND") throw notFound();
  if (refusal.code === "TOO_MANY") return sendRefusal(form, refusal, lang);
  return sendBack(withRefusal(form, refusal, lang), NOT_THEIRS.includes(refusal.code) ? 403 : 409);
}
