import { json } from "@remix-run/node";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { take } from "#app/platform/limits/limits.server.ts";
import { addressBucket, type LimitName } from "#app/platform/limits/limits.ts";
import { type Refusal, refuse } from "#app/platform/outcome.ts";
import { withRefusal } from "#app/web/form.server.ts";

/** Counts one act of an address. The answer for an address that acts too often is the form, with 429; else null. */
export async function overLimit(name: LimitName, address: string, form: FormState, lang: Language) {
  const taken = await take(name, addressBucket(address));
  return taken.ok ? null : sendRefusal(form, refuse("TOO_MANY", { params: { seconds: taken.retryAfterS } }), lang);
}

/** A refused form: 429 with Retry-After where people have to wait, 403 where it is not for them, else 422. */
export function sendRefusal(form: FormState, refusal: Refusal, lang: Language) {
  const body = { form: withRefusal(form, refusal, lang) };
  if (refusal.code === "NOT_ALLOWED") return json(body, { status: 403 });
  if (refusal.code !== "TOO_MANY") return json(body, { status: 422 });
  return json(body, { status: 429, headers: { "Retry-After": String(refusal.params?.["seconds"] ?? 60) } });
}
