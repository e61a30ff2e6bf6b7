import { EVIDENCE_ROWS } from "#app/domain/monitoring/assessments/assessment.schema.ts";
import { type Evidence, GRADES } from "#app/domain/monitoring/assessments/assessment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** The code of minutes or of an interview. */
const FIELD_CODE = /\b((?:BB|PV)-\d{4}-\d{4,9})\b/;
const PLACES = Array.from({ length: EVIDENCE_ROWS }, (_, place) => place);

/** The fields of evidence by name, for the summary of errors. */
export function evidenceLabels(t: Translate): Record<string, string> {
  return Object.fromEntries(
    PLACES.flatMap((place) => {
      const row = t("monitoring:evidenceNumber", { number: place + 1 });
      return ["title", "reference", "grade"].map((name) => [`evidence[${place}].${name}`, row] as const);
    }),
  );
}

/** A few pieces of evidence, each with where it is found and its grade. */
export function EvidenceFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      {PLACES.map((place) => (
        <details className="data" key={place} open={place === 0 || `evidence[${place}].title` in form.values}>
          <summary>{t("monitoring:evidenceNumber", { number: place + 1 })}</summary>
          <Field name={`evidence[${place}].title`} label={t("monitoring:field.evidenceTitle")} form={form} />
          <Field
            name={`evidence[${place}].reference`}
            label={t("monitoring:field.evidenceReference")}
            hint={t("fieldwork:evidenceHint")}
            optional
            form={form}
          />
          <Select
            name={`evidence[${place}].grade`}
            label={t("monitoring:field.evidenceGrade")}
            empty="–"
            options={GRADES.map((value) => ({ value, label: t(`monitoring:gradeOf.${value}`) }))}
            form={form}
          />
        </details>
      ))}
    </>
  );
}

/** Evidence as everybody reads it. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useLanguage();
  return (
    <ul className="flow tight">
      {evidence.map((one) => (
        <li key={`${one.title} ${one.reference}`}>
          <Tag>{t("monitoring:grade", { grade: one.grade })}</Tag> {one.title}
          {one.reference === "" ? null : (
            <span className="s soft">
              , <Reference text={one.reference} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Where evidence is found; minutes and interviews that are named by their code are linked. */
function Reference({ text }: { text: string }) {
  const { lang } = useLanguage();
  return (
    <>
      {text.split(FIELD_CODE).map((part, place) => {
        const kind = part.startsWith("BB-") ? "visits" : "interviews";
        // the split keeps what it splits at in every second place
        return place % 2 === 0 ? (
          part
        ) : (
          <a key={part} className="nw" href={`/${lang}/monitoring/${kind}/${part}`}>
            {part}
          </a>
        );
      })}
    </>
  );
}
