import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { FORM_REASONS, RETURNABLE_FIELDS } from "#app/domain/initiatives/intake/intake.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { FieldOfScience, Products } from "#app/ui/initiatives/form/step-figures.tsx";
import type { ListNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";

const FEWEST_ROWS = 4;

type Props = { action: string; form: FormState };

/** The file is valid: its track and codes. */
export function ScreenForm({ action, form, names }: Props & { names: ListNames }) {
  const { t } = useLanguage();
  return (
    <Section id="screen" title={t("initiatives:desk.screen.title")}>
      <p className="hint">{t("initiatives:desk.screen.hint")}</p>
      <ErrorSummary form={form} />
      <Form action={action}>
        <input type="hidden" name="intent" value="screen" />
        <RadioGroup
          name="track"
          label={t("initiatives:desk.screen.track")}
          choices={TRACKS.map((track) => ({ value: track, label: t(`initiatives:track.${track}`) }))}
          form={form}
        />
        <FieldOfScience form={form} names={names} />
        <Products form={form} names={names} />
        <Actions>
          <Submit>{t("initiatives:desk.screen.button")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** Everything that is missing, at once. */
export function ReturnForm({ action, form }: Props) {
  const { t } = useLanguage();
  const named = Object.keys(form.values).filter((name) => /^items\[\d+\]\.message$/.test(name)).length;
  const rows = Array.from({ length: Math.max(FEWEST_ROWS, named + 2) }, (_, row) => row);
  return (
    <Section id="return" title={t("initiatives:desk.return.title")}>
      <p className="hint">{t("initiatives:desk.return.hint")}</p>
      <ErrorSummary form={form} labels={{ items: t("initiatives:desk.return.title") }} />
      <Form action={action}>
        <input type="hidden" name="intent" value="return" />
        {rows.map((row) => (
          <fieldset className="field" key={row} id={row === 0 ? "f-items" : undefined}>
            <legend>{t("initiatives:desk.return.item", { number: row + 1 })}</legend>
            <Select
              name={`items[${row}].field`}
              label={t("initiatives:desk.return.field")}
              empty={t("initiatives:desk.return.empty")}
              options={RETURNABLE_FIELDS.map((value) => ({ value, label: t(`initiatives:desk.field.${value}`) }))}
              form={form}
            />
            <TextArea
              name={`items[${row}].message`}
              label={t("initiatives:desk.return.message")}
              rows={2}
              form={form}
            />
          </fieldset>
        ))}
        <Actions>
          <Submit look="alt">{t("initiatives:desk.return.button")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** Not admitted: a coded reason for the public, words for the proposer. */
export function RejectForm({ action, form }: Props) {
  const { t } = useLanguage();
  return (
    <Section id="reject" title={t("initiatives:desk.rejectForm.title")}>
      <ErrorSummary form={form} />
      <Form action={action}>
        <input type="hidden" name="intent" value="reject" />
        <RadioGroup
          name="reasonCode"
          label={t("initiatives:desk.rejectForm.code")}
          choices={FORM_REASONS.map((value) => ({ value, label: t(`initiatives:formReason.${value}`) }))}
          form={form}
        />
        <TextArea
          name="reason"
          label={t("initiatives:desk.rejectForm.reason")}
          hint={t("initiatives:desk.rejectForm.hint")}
          rows={4}
          form={form}
        />
        <Actions>
          <Submit look="alt">{t("initiatives:desk.rejectForm.button")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}
