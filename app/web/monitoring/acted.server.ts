import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome, Refusal } from "#app/platform/outcome.ts";
import type { Acted } from "#app/web/acted.server.ts";
import { withRefusal } from "#app/web/form.server.ts";

const NOT_THEIRS = [
  "NOT_A_MONITOR",
  "NOT_THE_MONITORING_LEAD",
  "MONITOR_NOT_INDEPENDENT",
  "NOT_ON_THE_TEAM",
  "NOT_THE_MONITORED_BODY",
];

type Parsed<Value> = { ok: true; value: Value; form: FormState } | { ok: false; form: FormState };

/** What became of a form of monitoring: read, then done; or back with its status and what was typed. */
export async function actedByFront<Value>(
  parsed: Parsed<Value>,
  act: (value: Value) => Promise<Outcome<unknown>>,
  lang: Language,
): Promise<Acted> {
  if (!parsed.ok) return { ok: false, status: 422, form: parsed.form };
  const outcome = await act(parsed.value);
  if (outcome.ok) return { ok: true };
  return { ok: false, status: statusOf(outcome), form: withRefusal(parsed.form, outcome, lang) };
}

/** The status of a refused act: 404 for what is not there, 403 for what is not theirs to do, 409 for what a rule forbids. */
export function statusOf({ code }: Refusal): 403 | 404 | 409 {
  return code === "NOT_FOUND" ? 404 : NOT_THEIRS.includes(code) ? 403 : 409;
}
