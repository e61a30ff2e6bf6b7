import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import { FORM_BASIS, FORM_FIELDS, type FormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

type Words = { t: Translate; format: Format };

/** What a form of partnership says of itself, in words; what is not said is left out. */
export function formWords(form: PartnershipForm, facts: FormFacts, { t, format }: Words) {
  return FORM_FIELDS[form].flatMap((field) => {
    const fact = facts[field.key];
    return fact ? [{ term: t(`terms:forms.field.${field.key}`), value: said(fact) }] : [];

    function said(text: string): string {
      switch (field.kind) {
        case "AMOUNT":
          return format.money(BigInt(text));
        case "DATE":
          return format.date(text);
        case "WHOLE":
          return field.unit === "%"
            ? format.percent(Number(text) * 10_000)
            : t("terms:forms.monthsSaid", { count: Number(text) });
        case "CHOICE":
          return choice(t, text);
        default:
          return text;
      }
    }
  });
}

/** The words of a choice; itself where there are none any more. */
function choice(t: Translate, value: string): string {
  const key = `terms:forms.choice.${value}`;
  return t.has(key) ? t(key) : value;
}

/** What the form rests on, by number. */
export function basisWords(form: PartnershipForm, t: Translate): string {
  return t("terms:forms.basis", { numbers: FORM_BASIS[form].join("; ") });
}
