import type { Actor } from "#app/domain/accounts/actor.ts";
import { BULK_SCHEMAS, type BulkWork, codesSchema } from "#app/domain/initiatives/bulk/bulk.schema.ts";
import type { BulkKind, RowOutcome } from "#app/domain/initiatives/bulk/bulk.ts";
import { prepare } from "#app/domain/initiatives/bulk/prepare.server.ts";
import { findBulk } from "#app/domain/initiatives/bulk/queries.server.ts";
import { RETURNABLE_FIELDS } from "#app/domain/initiatives/intake/intake.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { blankForm, parseForm, refusalSentence } from "#app/web/form.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/** Reads the form of an act on many and keeps its preview; the form comes back with its errors where it has some. */
export async function prepareFrom(
  actor: Actor,
  kind: BulkKind,
  typed: FormData,
  lang: Language,
): Promise<{ key: string } | { form: FormState }> {
  const codes = parseForm(typed, codesSchema, lang);
  const said = readWork(kind, typed, lang);
  if (!codes.ok || !said.work) {
    const errors = { ...(codes.ok ? {} : codes.form.errors), ...said.form.errors };
    return { form: { values: said.form.values, errors } };
  }
  const prepared = await prepare(actor, codes.value.code, said.work);
  if (!prepared.ok) throw notFound();
  return prepared.value;
}

function readWork(kind: BulkKind, typed: FormData, lang: Language): { form: FormState; work: BulkWork | null } {
  if (kind === "assign") {
    const parsed = parseForm(typed, BULK_SCHEMAS.assign, lang);
    return { form: parsed.form, work: parsed.ok ? { kind, input: parsed.value } : null };
  }
  if (kind === "return") {
    const parsed = parseForm(typed, BULK_SCHEMAS.return, lang);
    return { form: parsed.form, work: parsed.ok ? { kind, input: parsed.value } : null };
  }
  const parsed = parseForm(typed, BULK_SCHEMAS.decide, lang);
  return { form: parsed.form, work: parsed.ok ? { kind, input: parsed.value } : null };
}

/** The rows and the words that an act starts with: those of an earlier preview, else the codes in the address. */
export async function startOf(actor: Actor, kind: BulkKind, query: URLSearchParams, lang: Language) {
  const from = query.get("from");
  const bulk = from === null ? null : await findBulk(actor, from);
  if (bulk?.work.kind === kind)
    return { codes: bulk.rows.map(({ code }) => code), form: blankForm(valuesOf(bulk.work)) };
  const codes = [...new Set(query.getAll("code"))].filter((code) => /^SK-\d{4}-\d{4,9}$/.test(code));
  return { codes, form: blankForm(kind === "decide" ? { language: lang } : {}) };
}

function valuesOf(work: BulkWork): FormState["values"] {
  if (work.kind === "assign") return { to: work.input.to ?? "nobody" };
  if (work.kind === "decide") return { ...work.input };
  const known: readonly string[] = RETURNABLE_FIELDS;
  return Object.fromEntries(
    work.input.items.flatMap(({ field, message }) => {
      const index = known.indexOf(field);
      return [
        [`items[${index}].field`, field],
        [`items[${index}].message`, message],
      ];
    }),
  );
}

/** What a row comes to, in words for the page: the refusal's sentence, or the day by which the next acts. */
export function outcomeWords(outcome: RowOutcome, lang: Language): { refusal: string | null; dueOn: string | null } {
  if (outcome.ok) return { refusal: null, dueOn: outcome.dueOn };
  return { refusal: refusalSentence(outcome, lang), dueOn: null };
}
