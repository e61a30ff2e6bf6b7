import { ACCEPTANCE_DECISIONS, type FileText } from "#app/domain/partnerships/acceptance/acceptance.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox, Checkboxes, RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { SigningPassword } from "#app/ui/partnerships/manage/signing-password.tsx";
import { SealedText } from "#app/ui/partnerships/risks/file-section.tsx";

/** What is sealed before the outcome. */
export function SealFields({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      <TextArea name="risk" label={t("acceptance:field.risk")} max={2_000} rows={4} form={form} />
      <TextArea
        name="criteria"
        label={t("acceptance:field.criteria")}
        hint={t("acceptance:field.criteriaHint")}
        max={4_000}
        rows={5}
        form={form}
      />
      <TextArea name="procedure" label={t("acceptance:field.procedure")} max={4_000} rows={5} form={form} />
      <TextArea name="decision" label={t("acceptance:field.decision")} max={2_000} rows={3} form={form} />
      <SigningPassword form={form} />
    </>
  );
}

/** A member stands by a text that it reads here. */
export function JoinFields(props: { text: FileText | null; form: FormState }) {
  const { t } = useLanguage();
  const { text, form } = props;
  const textSha256 = textOf(form, "textSha256");
  return (
    <>
      <input type="hidden" name="file" value={textOf(form, "file")} />
      <input type="hidden" name="textSha256" value={textSha256} />
      {text ? <SealedText text={text} /> : null}
      <p>
        {t("acceptance:hash")} <code title={textSha256}>{shortHash(textSha256)}</code>
      </p>
      <SigningPassword form={form} />
    </>
  );
}

/** Which loss is put to which State body. */
export function AskFields(props: {
  losses: readonly SelectOption[];
  authorities: readonly SelectOption[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { losses, authorities, form } = props;
  return (
    <>
      <input type="hidden" name="file" value={textOf(form, "file")} />
      <Select name="loss" label={t("acceptance:loss")} options={losses} form={form} />
      <Select
        name="authorityId"
        label={t("acceptance:authority")}
        hint={t("acceptance:authorityHint")}
        options={authorities}
        form={form}
      />
    </>
  );
}

/** What the State body found, and what it decides. */
export function DecideFields(props: { text: FileText | null; form: FormState }) {
  const { t } = useLanguage();
  const { text, form } = props;
  return (
    <>
      <input type="hidden" name="file" value={textOf(form, "file")} />
      {text ? <SealedText text={text} /> : null}
      <Checkboxes
        name="criteriaMet"
        label={t("acceptance:criteriaMet")}
        choices={(text?.criteria ?? []).map((label, place) => ({ value: String(place + 1), label }))}
        form={form}
      />
      <Checkbox name="procedureFollowed" label={t("acceptance:procedureFollowed")} form={form} />
      <Checkbox name="noFraud" label={t("acceptance:noFraud")} form={form} />
      <Checkbox name="noMisuse" label={t("acceptance:noMisuse")} form={form} />
      <RadioGroup
        name="decision"
        label={t("acceptance:outcome")}
        choices={ACCEPTANCE_DECISIONS.map((value) => ({ value, label: t(`acceptance:choose.${value}`) }))}
        form={form}
      />
      <TextArea name="reason" label={t("acceptance:reason")} max={3_000} rows={5} form={form} />
      <TextArea
        name="lessons"
        label={t("acceptance:lessons")}
        hint={t("acceptance:lessonsHint")}
        max={3_000}
        rows={5}
        form={form}
      />
    </>
  );
}
