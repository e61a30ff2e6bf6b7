import { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { assign } from "#app/domain/initiatives/implementation/assign.server.ts";
import { begin } from "#app/domain/initiatives/implementation/begin.server.ts";
import { close } from "#app/domain/initiatives/implementation/close.server.ts";
import {
  assignSchema,
  closeSchema,
  reportSchema,
} from "#app/domain/initiatives/implementation/implementation.schema.ts";
import { report } from "#app/domain/initiatives/implementation/report.server.ts";
import { addLink } from "#app/domain/initiatives/links/add-link.server.ts";
import { endLink } from "#app/domain/initiatives/links/end-link.server.ts";
import { endLinkSchema, linkSchema } from "#app/domain/initiatives/links/link.schema.ts";
import { isCalled, type OrganisationMatch } from "#app/domain/organisations/organisation.ts";
import { findOrganisationsByName } from "#app/domain/organisations/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import { parseForm } from "#app/web/form.server.ts";

export const WORK_INTENTS = ["assign", "begin", "report", "close", "link", "unlink"] as const;
export type WorkIntent = (typeof WORK_INTENTS)[number];

/** What a form on the work page came to: done, unreadable at its fields, or refused; names that a typed owner fits. */
export type WorkAnswer =
  | { intent: WorkIntent; form: FormState; outcome: Outcome<unknown>; matches: string[] }
  | { intent: WorkIntent | null; form: FormState; outcome: null; matches: string[] };

/** Reads which act a form on the work page asks for, and does it. */
export async function actOnWork(actor: Actor, code: string, typed: FormData, lang: Language): Promise<WorkAnswer> {
  const intent = WORK_INTENTS.find((one) => one === typed.get("intent")) ?? null;
  switch (intent) {
    case "assign":
      return assignByForm(actor, code, typed, lang);
    case "begin":
      return run(intent, typed, lang, z.object({}), () => begin(actor, code));
    case "report":
      return run(intent, typed, lang, reportSchema, (input) => report(actor, code, input));
    case "close":
      return run(intent, typed, lang, closeSchema, (input) => close(actor, code, input));
    case "link":
      return run(intent, typed, lang, linkSchema, (input) => addLink(actor, code, input));
    case "unlink":
      return run(intent, typed, lang, endLinkSchema, (input) => endLink(actor, code, input));
    case null:
      return { intent, form: parseForm(typed, z.object({}), lang).form, outcome: null, matches: [] };
  }
}

async function run<Schema extends z.ZodType>(
  intent: WorkIntent,
  typed: FormData,
  lang: Language,
  schema: Schema,
  act: (input: z.output<Schema>) => Promise<Outcome<unknown>>,
): Promise<WorkAnswer> {
  const parsed = parseForm(typed, schema, lang);
  if (!parsed.ok) return { intent, form: parsed.form, outcome: null, matches: [] };
  return { intent, form: parsed.form, outcome: await act(parsed.value), matches: [] };
}

async function assignByForm(actor: Actor, code: string, typed: FormData, lang: Language): Promise<WorkAnswer> {
  const parsed = parseForm(typed, assignSchema, lang);
  if (!parsed.ok) return { intent: "assign", form: parsed.form, outcome: null, matches: [] };
  const { owner, ...input } = parsed.value;
  const found = (await findOrganisationsByName(owner)).filter((one) => one.verified);
  const chosen = choose(owner, found);
  const outcome = chosen.ok ? await assign(actor, code, { ...input, ownerId: chosen.value }) : chosen;
  return {
    intent: "assign",
    form: parsed.form,
    outcome,
    matches: found.map((one) => pickText(one.names, lang)?.text ?? one.code),
  };
}

function choose(text: string, found: readonly OrganisationMatch[]): Outcome<string> {
  const exact = found.filter((one) => isCalled(one, text));
  const fits = exact.length > 0 ? exact : found;
  const [only] = fits;
  if (!only) return refuse("ORGANISATION_UNKNOWN", { field: "owner" });
  if (fits.length > 1) return refuse("ORGANISATION_AMBIGUOUS", { field: "owner", params: { count: fits.length } });
  return done(only.id);
}
