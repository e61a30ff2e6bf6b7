import {
  COMPLETIONS,
  type Codes,
  differences,
  EARLY_RESULTS,
  type FoundAssessment,
  POTENTIALS,
} from "#app/domain/monitoring/assessments/assessment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Foreign } from "#app/ui/foreign.tsx";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { EvidenceFields, EvidenceList, evidenceLabels } from "./evidence.tsx";
import { AnswerFields, answerLabels, Guidance } from "./template-answers.tsx";

const CODES = ["verifiable", "potential", "completion", "earlyResults"] as const;
const SELF_FIELDS = ["selfCompletion", "selfReport", "selfSource", "selfReportedOn"] as const;
const TEXT_FIELDS = ["rationale", "resolution", "text"] as const;

/** The fields of an assessment by name in the order of the page, for the summary of errors; `asked` is how many questions its template has. */
export function assessmentLabels(t: Translate, asked: number): Record<string, string> {
  const fields = (names: readonly (typeof SELF_FIELDS | typeof TEXT_FIELDS)[number][]) =>
    Object.fromEntries(names.map((name) => [name, t(`monitoring:field.${name}`)] as const));
  return {
    ...fields(SELF_FIELDS),
    ...answerLabels(t, asked),
    ...Object.fromEntries(CODES.map((name) => [name, t(`monitoring:code.${name}`)] as const)),
    ...fields(TEXT_FIELDS),
    ...evidenceLabels(t),
  };
}

/** The four codes as facts. */
export function CodeFacts({ codes }: { codes: Codes }) {
  const { t } = useLanguage();
  return (
    <Facts
      facts={[
        { term: t("monitoring:code.verifiable"), value: t(`monitoring:verifiable.${codes.verifiable ? "YES" : "NO"}`) },
        { term: t("monitoring:code.potential"), value: t(`monitoring:potential.${codes.potential}`) },
        { term: t("monitoring:code.completion"), value: t(`monitoring:completion.${codes.completion}`) },
        { term: t("monitoring:code.earlyResults"), value: t(`monitoring:earlyResults.${codes.earlyResults}`) },
      ]}
    />
  );
}

/** Both readings side by side, with what they differ on. */
export function Readings({ assessment }: { assessment: Pick<FoundAssessment, "codes" | "readings" | "resolution"> }) {
  const { t } = useLanguage();
  const [one, two] = assessment.readings;
  const differ = one && two ? differences(one, two) : [];
  const on = differ.map((name) => t(`monitoring:code.${name}`)).join(", ");
  return (
    <>
      {differ.length > 0 ? (
        <Notice warn={assessment.codes === null}>
          <p>{t(assessment.codes ? "monitoring:disagreed" : "monitoring:disagreement", { on })}</p>
          {assessment.resolution ? <p>{assessment.resolution}</p> : null}
        </Notice>
      ) : null}
      <div className="panes">
        {assessment.readings.map((reading) => (
          <div className="flow tight" key={reading.place}>
            <h3>{t("monitoring:reading", { place: reading.place })}</h3>
            <CodeFacts codes={reading} />
            <p className="pre">
              <Foreign lang={reading.language}>{reading.rationale}</Foreign>
            </p>
            <h4>{t("monitoring:evidence")}</h4>
            <EvidenceList evidence={reading.evidence} />
          </div>
        ))}
      </div>
    </>
  );
}

function CodeFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <RadioGroup
        name="verifiable"
        label={t("monitoring:code.verifiable")}
        choices={(["YES", "NO"] as const).map((value) => ({ value, label: t(`monitoring:verifiable.${value}`) }))}
        form={form}
      />
      <RadioGroup
        name="potential"
        label={t("monitoring:code.potential")}
        choices={POTENTIALS.map((value) => ({ value, label: t(`monitoring:potential.${value}`) }))}
        form={form}
      />
      <RadioGroup
        name="completion"
        label={t("monitoring:code.completion")}
        choices={COMPLETIONS.map((value) => ({ value, label: t(`monitoring:completion.${value}`) }))}
        form={form}
      />
      <RadioGroup
        name="earlyResults"
        label={t("monitoring:code.earlyResults")}
        choices={EARLY_RESULTS.map((value) => ({ value, label: t(`monitoring:earlyResults.${value}`) }))}
        form={form}
      />
    </>
  );
}

type ReadingFormProps = {
  form: FormState;
  isFirst: boolean;
  assessment: Pick<FoundAssessment, "unitId" | "questions" | "questionsLanguage" | "guidance">;
};

/**
 * One reader's answers to the template's questions and their coding; `isFirst` also takes down what the body says of itself.
 * It saves itself while it is typed, for its reader alone.
 */
export function ReadingForm({ form, isFirst, assessment }: ReadingFormProps) {
  const { lang, t } = useLanguage();
  return (
    <Form autosave={`/${lang}/monitoring/assessments/${assessment.unitId}/save`}>
      {isFirst ? (
        <>
          <Select
            name="selfCompletion"
            label={t("monitoring:field.selfCompletion")}
            empty={t("monitoring:selfNone")}
            options={COMPLETIONS.map((value) => ({ value, label: t(`monitoring:completion.${value}`) }))}
            optional
            form={form}
          />
          <TextArea name="selfReport" label={t("monitoring:field.selfReport")} rows={3} optional form={form} />
          <Field name="selfSource" label={t("monitoring:field.selfSource")} optional form={form} />
          <DateField name="selfReportedOn" label={t("monitoring:field.selfReportedOn")} optional form={form} />
        </>
      ) : null}
      <AnswerFields form={form} questions={assessment.questions} language={assessment.questionsLanguage} />
      <Guidance text={assessment.guidance} language={assessment.questionsLanguage} />
      <CodeFields form={form} />
      <TextArea name="rationale" label={t("monitoring:field.rationale")} rows={5} max={4_000} form={form} />
      <EvidenceFields form={form} />
      <Actions>
        <Submit name="intent" value="read">
          {t("monitoring:saveReading")}
        </Submit>
        <Submit name="intent" value="draft" look="alt">
          {t("monitoring:saveDraft")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** A lead settles what two readers see differently. */
export function SettleForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <CodeFields form={form} />
      <TextArea name="resolution" label={t("monitoring:field.resolution")} rows={4} max={3_000} form={form} />
      <Actions>
        <Submit name="intent" value="settle">
          {t("monitoring:settle")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** The body explains the gap. */
export function ExplainForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <TextArea name="text" label={t("monitoring:explanation")} rows={5} max={3_000} form={form} />
      <Actions>
        <Submit name="intent" value="explain">
          {t("monitoring:explain")}
        </Submit>
      </Actions>
    </Form>
  );
}
