import { CLOSINGS } from "#app/domain/initiatives/implementation/implementation.ts";
import type { WorkLink } from "#app/domain/initiatives/implementation/work.ts";
import { LINK_KINDS, type LinkKind } from "#app/domain/initiatives/links/link.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The fields of every form of this page by name, for the summary of errors. */
export function workLabels(t: Translate): Record<string, string> {
  const names = ["owner", "chiefPost", "chiefEmail", "expectedProduct", "funding", "dueOn", "percent", "note"] as const;
  const more = ["evidence", "closing", "kind", "code", "linkNote", "linkId", "reason", "language"] as const;
  return Object.fromEntries([...names, ...more].map((name) => [name, t(`work:field.${name}`)]));
}

export type WorkFormProps = { form: FormState };

/** The steering body gives the work to a body. `matches` are the organisations that a typed name fits. */
export function AssignForm(props: WorkFormProps & { matches: readonly string[] }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <Field
        name="owner"
        label={t("work:field.owner")}
        hint={t("work:hint.owner")}
        suggestions={props.matches}
        form={form}
      />
      <Field name="chiefPost" label={t("work:field.chiefPost")} hint={t("work:hint.chiefPost")} form={form} />
      <Field
        name="chiefEmail"
        type="email"
        label={t("work:field.chiefEmail")}
        hint={t("work:hint.chiefEmail")}
        optional
        form={form}
      />
      <TextArea
        name="expectedProduct"
        label={t("work:field.expectedProduct")}
        hint={t("work:hint.expectedProduct")}
        max={2_000}
        form={form}
      />
      <Field name="funding" label={t("work:field.funding")} hint={t("work:hint.funding")} form={form} />
      <DateField name="dueOn" label={t("work:field.dueOn")} form={form} />
      <LanguageChoice form={form} />
      <Actions>
        <Submit name="intent" value="assign">
          {t("work:assign.button")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function BeginForm() {
  const { t } = useLanguage();
  return (
    <Form>
      <p className="read">{t("work:begin.text")}</p>
      <Actions>
        <Submit name="intent" value="begin">
          {t("work:begin.button")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function ReportForm(props: WorkFormProps) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <Field
        name="percent"
        label={t("work:field.percent")}
        hint={t("work:hint.percent")}
        unit="%"
        inputMode="numeric"
        size={5}
        form={form}
      />
      <TextArea name="note" label={t("work:field.note")} hint={t("work:hint.note")} max={4_000} form={form} />
      <TextArea
        name="evidence"
        label={t("work:field.evidence")}
        hint={t("work:hint.evidence")}
        rows={3}
        max={2_000}
        optional
        form={form}
      />
      <LanguageChoice form={form} />
      <Actions>
        <Submit name="intent" value="report">
          {t("work:report.button")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function CloseForm(props: WorkFormProps) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <RadioGroup
        name="closing"
        label={t("work:field.closing")}
        form={form}
        choices={CLOSINGS.map((value) => ({
          value,
          label: t(`initiatives:state.${value}`),
          note: t(`work:close.note.${value}`),
        }))}
      />
      <TextArea
        name="evidence"
        label={t("work:close.evidence")}
        hint={t("work:close.evidenceHint")}
        max={4_000}
        form={form}
      />
      <LanguageChoice form={form} />
      <Actions>
        <Submit name="intent" value="close">
          {t("work:close.button")}
        </Submit>
      </Actions>
    </Form>
  );
}

export function LinkForm(props: WorkFormProps & { kinds: readonly LinkKind[] }) {
  const { t } = useLanguage();
  const { form, kinds } = props;
  return (
    <Form>
      <Select
        name="kind"
        label={t("work:field.kind")}
        options={LINK_KINDS.filter((kind) => kinds.includes(kind)).map((value) => ({
          value,
          label: t(`work:link.kind.${value}`),
        }))}
        form={form}
      />
      <Field name="code" label={t("work:field.code")} hint={t("work:hint.code")} form={form} />
      <Field name="linkNote" label={t("work:field.linkNote")} optional form={form} />
      <Actions>
        <Submit name="intent" value="link" look="alt">
          {t("work:link.button")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** Takes a tie back, with the reason. */
export function UnlinkForm(props: WorkFormProps & { links: readonly WorkLink[] }) {
  const { t } = useLanguage();
  const own = props.links.filter((link) => !link.isOrigin);
  if (own.length === 0) return null;
  return (
    <details className="data" open={props.form.values["intent"] === "unlink"}>
      <summary>{t("work:link.end")}</summary>
      <Form>
        <Select
          name="linkId"
          label={t("work:field.linkId")}
          options={own.map(({ id, kind, code }) => ({ value: id, label: `${t(`work:link.kind.${kind}`)}: ${code}` }))}
          form={props.form}
        />
        <Field name="reason" label={t("work:field.reason")} form={props.form} />
        <Actions>
          <Submit name="intent" value="unlink" look="alt" small>
            {t("work:link.endButton")}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}

function LanguageChoice(props: WorkFormProps) {
  const { lang, t } = useLanguage();
  const chosen = props.form.values["language"];
  return (
    <Select
      name="language"
      label={t("work:field.language")}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      value={typeof chosen === "string" ? chosen : lang}
      form={props.form}
    />
  );
}
