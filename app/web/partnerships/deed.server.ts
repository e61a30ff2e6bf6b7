import type { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { parseForm, withRefusal } from "#app/web/form.server.ts";

type Sent<Address> = { actor: Actor; address: Address; form: FormData; lang: Language };
type Done = { ok: true } | { ok: false; form: FormState; status: 409 | 422 | 429 };
/** `Address` is what the form is about: the code of a partnership, or one of its agreements. */
export type Deed<Address = string> = (sent: Sent<Address>) => Promise<Done>;

/** What is done with a form about a partnership: its schema reads it, its command does it. */
export function deed<Schema extends z.ZodType, Address = string>(
  schema: Schema,
  command: (actor: Actor, address: Address, input: z.output<Schema>) => Promise<Outcome<unknown>>,
): Deed<Address> {
  return async ({ actor, address, form, lang }) => {
    const parsed = parseForm(form, schema, lang);
    if (!parsed.ok) return { ok: false, form: parsed.form, status: 422 };
    const outcome = await command(actor, address, parsed.value);
    if (outcome.ok) return { ok: true };
    const status = outcome.code === "TOO_MANY" ? 429 : 409;
    return { ok: false, form: withRefusal(parsed.form, outcome, lang), status };
  };
}
