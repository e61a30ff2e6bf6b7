import type { FormFactKey } from "#app/domain/partnerships/terms/form-facts.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Form } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";

/** Nothing to check yet; the lead is led to the share form. */
export function NoSharesYet(props: { sharesHref: string | null }) {
  const { t } = useLanguage();
  const { sharesHref } = props;
  return (
    <EmptyState
      title={t("partnerships:check.noShares")}
      {...(sharesHref ? { action: { href: sharesHref, label: t("partnerships:shares.enter") } } : {})}
    >
      {t("partnerships:check.noSharesText")}
    </EmptyState>
  );
}

/** What comes next for a draft in negotiation: the lead agrees or changes it, the others wait. `left`: without shares. */
export function DraftSteps(props: {
  sharesHref: string;
  termsHref: string;
  hasTerms: boolean;
  /** what the form of partnership still needs */
  missing: readonly FormFactKey[];
  isLead: boolean;
  hasShares: boolean;
  left: readonly string[];
}) {
  const { t } = useLanguage();
  if (!props.isLead) return <Notice>{t("partnerships:check.waitForLead")}</Notice>;
  if (!props.hasShares) return null;
  return (
    <Form>
      {props.left.length > 0 ? (
        <Notice warn>{t("partnerships:check.left", { names: props.left.join(", ") })}</Notice>
      ) : null}
      {props.hasTerms ? null : (
        <Notice warn>
          {t("terms:missing")} <a href={props.termsHref}>{t("terms:enter")}</a>
        </Notice>
      )}
      {props.missing.length > 0 ? (
        <Notice warn>
          {t("terms:forms.missing", { names: props.missing.map((key) => t(`terms:forms.field.${key}`)).join("; ") })}{" "}
          <a href={`${props.termsHref}?missing`}>{t("terms:forms.fill")}</a>
        </Notice>
      ) : null}
      <p className="read">{t("partnerships:check.promise")}</p>
      <p className="actions row">
        <button className="btn" type="submit" name="intent" value="agree">
          {t("partnerships:check.agree")}
        </button>
        <a className="btn alt" href={props.sharesHref}>
          {t("partnerships:check.change")}
        </a>
        <a className="btn alt" href={props.termsHref}>
          {t(props.hasTerms ? "terms:change" : "terms:enter")}
        </a>
      </p>
    </Form>
  );
}

/** Takes an agreed draft back into negotiation, with a reason. */
export function ReopenForm(props: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Section id="reopen" title={t("partnerships:check.reopenTitle")}>
      <Form>
        <TextArea
          name="reason"
          label={t("partnerships:check.reopenReason")}
          hint={t("partnerships:check.reopenHint")}
          max={1_000}
          rows={3}
          form={props.form}
        />
        <p className="actions">
          <button className="btn alt" type="submit" name="intent" value="reopen">
            {t("partnerships:check.reopen")}
          </button>
        </p>
      </Form>
    </Section>
  );
}
