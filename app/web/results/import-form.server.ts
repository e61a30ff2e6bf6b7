import { z } from "zod";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { importResults } from "#app/domain/results/imports/import.server.ts";
import { type ImportPlan, isReady, MOST_BYTES, type PlannedRow } from "#app/domain/results/imports/import.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { blankForm, type FileSink, refusalSentence, withRefusal } from "#app/web/form.server.ts";

/** The file of an import becomes text; one that is a little too large is refused with everything kept. */
export const IMPORT_FILE: FileSink = { maxBytes: MOST_BYTES + 4_096, maxFiles: 1, store: (file) => file.text() };

const MOST_SHOWN = 100;

export type ShownRow = Omit<PlannedRow, "faults"> & { faults: string[] };
/** A plan as its page shows it: what is wrong first, each in words, at most 100 rows. */
export type ShownPlan = Omit<ImportPlan, "rows"> & {
  rows: ShownRow[];
  more: number;
  isReady: boolean;
  applied: boolean;
};

type Answer = { form: FormState; plan: ShownPlan | null; status: 200 | 409 | 422 };

const importSchema = z.object({ organisationId: z.string(), text: z.string(), file: z.string(), intent: z.string() });

/** Looks through what was sent, or imports it; a file takes the place of the text. Everything typed comes back. */
export async function importByForm(actor: Actor, typed: FormData, lang: Language): Promise<Answer> {
  const value = (name: string) => {
    const one = typed.get(name);
    return typeof one === "string" ? one : "";
  };
  const sent = importSchema.parse({
    ...{ organisationId: value("organisationId"), text: value("text"), file: value("file"), intent: value("intent") },
  });
  const text = sent.file === "" ? sent.text : sent.file;
  const form = blankForm({ organisationId: sent.organisationId, text });
  const apply = sent.intent === "import";
  const outcome = await importResults(actor, { organisationId: sent.organisationId, text, apply });
  if (!outcome.ok) return { form: withRefusal(form, outcome, lang), plan: null, status: 422 };
  const plan = shownPlan(outcome.value, lang);
  if (!apply || plan.applied) return { form, plan, status: 200 };
  const refusal = { ok: false, code: plan.counts.WRONG > 0 ? "IMPORT_ROWS_WRONG" : "IMPORT_NOTHING_NEW" } as const;
  return { form: { ...form, errors: { text: [refusalSentence(refusal, lang)] } }, plan, status: 409 };
}

function shownPlan({ rows, counts, untaken, applied }: ImportPlan & { applied: boolean }, lang: Language): ShownPlan {
  const t = translator(lang);
  const wordsOf = ({ column, say, params }: PlannedRow["faults"][number]) => {
    const sentence = t.has(say) ? t(say, params) : t("errors:invalid");
    return column === "" ? sentence : t("form:labelled", { label: column, error: sentence });
  };
  const ordered = rows.toSorted((a, b) => Number(b.fate === "WRONG") - Number(a.fate === "WRONG") || a.line - b.line);
  return {
    rows: ordered.slice(0, MOST_SHOWN).map((row) => ({ ...row, faults: row.faults.map(wordsOf) })),
    more: Math.max(0, rows.length - MOST_SHOWN),
    ...{ counts, untaken, applied, isReady: isReady({ counts }) && !applied },
  };
}
