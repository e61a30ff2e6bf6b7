import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EvidenceField } from "#app/ui/partnerships/performance/evidence-field.tsx";

type Act =
  | ("plan" | "report" | "judge" | "waive" | "metric" | "read" | "check")
  | ("failure" | "confirm" | "cure" | "complete" | "answer");

type Props = { act: Act; choices: readonly SelectOption[]; chosen: string; form: FormState };

type FieldName =
  | ("title" | "measure" | "weight" | "dueOn" | "waiver" | "done" | "onDay" | "value" | "reference")
  | ("happenedOn" | "description" | "consequence" | "cureOn" | "cureReference" | "statement");

/** The field that says what an act is about. */
const SUBJECTS = {
  plan: "memberId",
  metric: "memberId",
  failure: "memberId",
  report: "milestone",
  judge: "milestone",
  waive: "milestone",
  read: "metric",
  check: "reading",
  confirm: "failure",
  cure: "failure",
  complete: null,
  answer: null,
} as const satisfies Record<Act, string | null>;

/** The fields of each form about milestones, metrics, failures and completion. */
export function ActFields(props: Props) {
  const { t } = useLanguage();
  const { act, choices, chosen, form } = props;
  const subject = SUBJECTS[act];
  return (
    <>
      {subject ? (
        <Select
          name={subject}
          label={t(`performance:field.${subject}`)}
          options={choices}
          value={textOf(form, subject) || chosen}
          form={form}
        />
      ) : null}
      <Facts {...props} />
    </>
  );
}

function Facts({ act, form }: Props) {
  const { t } = useLanguage();
  const label = (name: FieldName) => t(`performance:field.${name}`);
  switch (act) {
    case "plan":
      return (
        <>
          <Field name="title" label={label("title")} maxLength={200} form={form} />
          <TextArea name="measure" label={label("measure")} max={1_000} rows={3} form={form} />
          <Field name="weight" label={label("weight")} hint={t("performance:field.weightHint")} unit="%" form={form} />
          <DateField name="dueOn" label={label("dueOn")} form={form} />
        </>
      );
    case "judge":
      return <Answer name="judgement" values={["MET", "RETURNED"]} form={form} />;
    case "answer":
      return <Answer name="answer" values={["ACCEPTED", "RETURNED"]} form={form} />;
    case "waive":
      return <TextArea name="note" label={label("waiver")} max={1_000} rows={3} form={form} />;
    case "report":
      return (
        <>
          <TextArea name="note" label={label("done")} max={1_000} rows={4} form={form} />
          <EvidenceField form={form} />
        </>
      );
    case "metric":
      return <Metric form={form} />;
    case "read":
      return (
        <>
          <DateField name="onDay" label={label("onDay")} form={form} />
          <Field name="value" label={label("value")} autoComplete="off" form={form} />
          <Field name="reference" label={label("reference")} maxLength={300} form={form} />
          <EvidenceField form={form} />
        </>
      );
    case "failure":
      return (
        <>
          <DateField name="onDay" label={label("happenedOn")} form={form} />
          <TextArea name="description" label={label("description")} max={1_000} rows={3} form={form} />
          <TextArea name="consequence" label={label("consequence")} max={1_000} rows={3} form={form} />
          <DateField name="cureOn" label={label("cureOn")} form={form} />
          <EvidenceField form={form} />
        </>
      );
    case "cure":
      return <Field name="reference" label={label("cureReference")} maxLength={300} form={form} />;
    case "complete":
      return (
        <>
          <TextArea name="statement" label={label("statement")} max={5_000} rows={8} form={form} />
          <EvidenceField form={form} />
        </>
      );
    default:
      return null;
  }
}

function Metric({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <Field name="name" label={t("performance:field.name")} maxLength={200} form={form} />
      <Field name="unit" label={t("performance:field.unit")} maxLength={40} form={form} />
      <RadioGroup
        name="direction"
        label={t("performance:field.direction")}
        choices={(["AT_LEAST", "AT_MOST"] as const).map((value) => ({
          value,
          label: t(`performance:direction.${value}`),
        }))}
        form={form}
      />
      <Field name="target" label={t("performance:field.target")} autoComplete="off" form={form} />
    </>
  );
}

function Answer(props: { name: string; values: readonly ("MET" | "ACCEPTED" | "RETURNED")[]; form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <RadioGroup
        name={props.name}
        label={t("performance:field.judgement")}
        choices={props.values.map((value) => ({ value, label: t(`performance:judgement.${value}`) }))}
        form={props.form}
      />
      <TextArea name="note" label={t("performance:field.note")} max={1_000} rows={4} form={props.form} />
    </>
  );
}
