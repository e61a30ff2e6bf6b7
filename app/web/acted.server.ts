import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { withRefusal } from "#app/web/form.server.ts";

/** What became of a form on somebody's own page: done, or back with its status and what was typed. */
export type Acted = { ok: true } | { ok: false; status: 403 | 404 | 409 | 422; form: FormState };

/** A form that could not be read as what it should be. */
export function unreadable(form: FormState): Acted {
  return { ok: false, status: 422, form };
}

/** The outcome of a command as its page answers it. */
export function acted(outcome: Outcome<unknown>, form: FormState, lang: Language): Acted {
  if (outcome.ok) return { ok: true };
  return { ok: false, status: statusOf(outcome.code), form: withRefusal(form, outcome, lang) };
}

/** The status of a refusal on a page of one's own. */
export function statusOf(code: string): 403 | 404 | 409 {
  if (code === "NOT_FOUND") return 404;
  return code === "NOT_A_REPRESENTATIVE" ? 403 : 409;
}
