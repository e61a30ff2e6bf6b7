import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { type DeskCase, findCase } from "#app/domain/initiatives/desk/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { listNames } from "#app/ui/initiatives/words.ts";
import { withRefusal } from "#app/web/form.server.ts";
import { notFound, sendBack } from "#app/web/guard.server.ts";
import { sentContent } from "#app/web/initiatives/sent-content.server.ts";

/** The file of that code as it lies on the actor's desk; 404 where it does not exist for them. */
export async function requireCase(actor: Actor, code: string | undefined): Promise<DeskCase> {
  const found = isCode("SK", code) ? await findCase(actor, code) : null;
  if (!found) throw notFound();
  return found;
}

/** What every case page sends along. */
export async function caseData(found: DeskCase, lang: Language) {
  const catalogue = await loadCatalogue();
  const inForce = productsOn(catalogue, dayInVietnam(new Date()));
  const { content, facts, ...rest } = found;
  return {
    title: `${found.code}: ${pickText(found.applicant.title, lang)?.text ?? ""}`,
    file: {
      ...rest,
      facts: { state: facts.state, track: facts.track },
      content: content && sentContent(content),
      names: listNames(catalogue, inForce, lang),
    },
  };
}

/** Sends a refused act back to its own form on a page of several; 404 where the file is not there. */
export function refuseAct(outcome: Outcome<unknown>, form: FormState, lang: Language) {
  if (outcome.ok) throw new Error("done acts are not refused");
  if (outcome.code === "NOT_FOUND") throw notFound();
  const status = outcome.code === "NOT_YOUR_CASE" || outcome.code === "NOT_ALLOWED_FOR_ROLE" ? 403 : 409;
  return sendBack(withRefusal(form, outcome, lang), outcome.field ? 422 : status);
}
