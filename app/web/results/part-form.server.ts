import {
  PART_SCHEMAS,
  type PartInput,
  RESULT_PARTS,
  type ResultPart,
  revisionSchema,
} from "#app/domain/results/result.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { parseForm } from "#app/web/form.server.ts";
import { notFound } from "#app/web/guard.server.ts";

/** The parts that are forms alone; files have a page of their own. */
export type FormPart = Exclude<ResultPart, "files">;

/** The part that an address names; anything else is a page that does not exist. */
export function partOf(name: string | undefined): FormPart {
  const part = RESULT_PARTS.find((it) => it === name);
  if (!part || part === "files") throw notFound();
  return part;
}

type Parsed =
  | { ok: true; input: { parts: PartInput[]; revision: number | null }; form: FormState }
  | { ok: false; form: FormState };

/** Reads one part of a result, with the revision that the form was made from. */
export function parsePart(typed: FormData, part: ResultPart, lang: Language): Parsed {
  const parsed = parseForm(typed, PART_SCHEMAS[part], lang);
  if (!parsed.ok) return parsed;
  const made = parseForm(typed, revisionSchema, lang);
  return {
    ok: true,
    input: { parts: [parsed.value], revision: made.ok ? made.value.revision : null },
    form: parsed.form,
  };
}
