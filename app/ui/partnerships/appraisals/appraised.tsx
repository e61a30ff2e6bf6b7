import type { ReadAppraisal } from "#app/domain/partnerships/appraisals/appraisal.ts";
import { Actions, Form } from "#app/ui/form/form.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { AppraisalList } from "#app/ui/partnerships/appraisals/appraisal-list.tsx";

/** What became of a draft's appraisals, and what the lead does next. `submitHref`: it is not submitted yet. */
export function Appraised(props: {
  appraisals: readonly ReadAppraisal[];
  submitHref: string | null;
  isLead: boolean;
  isReturned: boolean;
}) {
  const { t } = useLanguage();
  const { appraisals, isLead, submitHref } = props;
  if (submitHref === null && appraisals.length === 0) return null;
  return (
    <Section id="appraisal" title={t("appraisals:history")}>
      {submitHref === null ? null : <AppraisalNeeded href={isLead ? submitHref : null} />}
      <AppraisalList appraisals={appraisals} />
      {props.isReturned && isLead ? <RenegotiateForm /> : null}
    </Section>
  );
}

/** Nobody signs yet; the lead is led to the authority. */
function AppraisalNeeded(props: { href: string | null }) {
  const { t } = useLanguage();
  return (
    <>
      <Notice warn>{t("appraisals:before")}</Notice>
      {props.href ? (
        <p className="actions">
          <a className="btn" href={props.href}>
            {t("appraisals:submit")}
          </a>
        </p>
      ) : null}
    </>
  );
}

/** The lead takes back to the table what an appraisal returned. */
function RenegotiateForm() {
  const { t } = useLanguage();
  return (
    <Form>
      <Actions>
        <button className="btn" type="submit" name="intent" value="renegotiate">
          {t("appraisals:renegotiate")}
        </button>
      </Actions>
    </Form>
  );
}
