import { APPRAISAL_OUTCOMES, type AppraisalReason } from "#app/domain/partnerships/appraisals/appraisal.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";

/** Why the agreement is appraised before anybody signs it. */
export function AppraisalReasons(props: { reasons: readonly AppraisalReason[] }) {
  const { t } = useLanguage();
  if (props.reasons.length === 0) return <Notice>{t("appraisals:notNeeded")}</Notice>;
  return (
    <>
      <p className="read">{t("appraisals:needed")}</p>
      <ul>
        {props.reasons.map((reason) => (
          <li key={reason}>{t(`appraisals:because.${reason}`)}</li>
        ))}
      </ul>
    </>
  );
}

/** The lead submits the agreed draft to one of the authorities. */
export function SubmitForm(props: { authorities: readonly { value: string; label: string }[]; form: FormState }) {
  const { t } = useLanguage();
  if (props.authorities.length === 0)
    return <EmptyState title={t("appraisals:noAuthority")}>{t("appraisals:noAuthorityText")}</EmptyState>;
  return (
    <Form>
      <Select
        name="authorityId"
        label={t("appraisals:authority")}
        hint={t("appraisals:authorityHint")}
        options={props.authorities}
        form={props.form}
      />
      <Actions>
        <button className="btn" type="submit" name="intent" value="submit">
          {t("appraisals:submit")}
        </button>
      </Actions>
    </Form>
  );
}

/** The authority writes how its appraisal ends. */
export function DecideForm(props: { textSha256: string; form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <Form>
      <input type="hidden" name="textSha256" value={props.textSha256} />
      <RadioGroup
        name="outcome"
        label={t("appraisals:outcome")}
        choices={APPRAISAL_OUTCOMES.map((value) => ({ value, label: t(`appraisals:choose.${value}`) }))}
        form={form}
      />
      <TextArea
        name="reason"
        label={t("appraisals:reason")}
        hint={t("appraisals:reasonHint")}
        max={3_000}
        rows={5}
        form={form}
      />
      <TextArea
        name="items"
        label={t("appraisals:items")}
        hint={t("appraisals:itemsHint")}
        max={4_000}
        rows={4}
        optional
        form={form}
      />
      <Actions>
        <Submit>{t("appraisals:decide")}</Submit>
      </Actions>
    </Form>
  );
}
