import type { TypedFault } from "#app/domain/partnerships/workbench/read-variant.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { textOf } from "#app/ui/form/form-state.ts";
import { remainderSentence } from "#app/ui/partnerships/share-sentences.ts";
import { type TypedVariant, variantField } from "#app/ui/partnerships/workbench/variant-form.ts";

/** What stands against weighing a variant, in words. */
export function faultSentence(fault: TypedFault, t: Translate, format: Format): string {
  const { code, totalPpm = 0, remainderPpm = 0 } = fault;
  if (code === "SUM_NOT_100") return remainderSentence({ totalPpm, remainderPpm }, t, format) ?? t("errors:invalid");
  if (code === "PROBABILITIES_NOT_100")
    return t("workbench:fault.PROBABILITIES_NOT_100", { total: format.percent(totalPpm) });
  const [kind, rest] = [code.slice(0, code.indexOf("_")), code.slice(code.indexOf("_") + 1)];
  const keys = [
    `workbench:fault.${code}`,
    `errors:${kind === "AMOUNT" ? "amount" : "share"}.${rest}`,
    ...(rest === "MISSING" ? ["errors:required"] : []),
  ];
  for (const key of keys) if (t.has(key)) return t(key);
  return t("errors:invalid");
}

/** The errors of every field of the form as the server would say them now. */
export function errorsIn(variants: readonly TypedVariant[], t: Translate, format: Format): FormState["errors"] {
  const errors: FormState["errors"] = {};
  for (const { place, faults } of variants)
    for (const fault of faults) {
      const field = variantField(place, fault.field);
      errors[field] = [...(errors[field] ?? []), faultSentence(fault, t, format)];
    }
  return errors;
}

/**
 * The errors that stand at the fields while somebody types: those that the server named and that still hold. What the
 * fields alone do not tell (a name that is taken) stays until its field is changed.
 */
export function standingErrors(
  sent: FormState,
  typed: FormState,
  said: { before: FormState["errors"]; now: FormState["errors"] },
): FormState["errors"] {
  return Object.fromEntries(
    Object.entries(sent.errors).flatMap(([field, errors]) => {
      if (said.now[field]) return [[field, said.now[field]]];
      const stays = !said.before[field] && textOf(sent, field) === textOf(typed, field);
      return stays ? [[field, errors]] : [];
    }),
  );
}
