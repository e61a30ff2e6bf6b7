import type { FormState } from "#app/platform/form-state.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { FingerprintField } from "#app/ui/partnerships/capital/fingerprint-field.tsx";
import { SigningPassword } from "#app/ui/partnerships/manage/signing-password.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import { Fingerprint } from "#app/ui/partnerships/performance/verdict.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

/** What was tried, why it failed and what others learn from it. */
export function FinalReport(props: {
  report: {
    report: string;
    lessons: string;
    evidenceSha256: string | null;
    body: Texts;
    isAuthority: boolean;
    declaredAt: string;
    entryNo: number | null;
  };
  risksHref: string;
}) {
  const { lang, t, format } = useLanguage();
  const { report } = props;
  return (
    <>
      <Section id="lessons" title={t("failing:lessons")}>
        <blockquote className="quote read">{report.lessons}</blockquote>
      </Section>
      <Section id="report" title={t("failing:report")}>
        <Facts
          facts={[
            { term: t(report.isAuthority ? "failing:byState" : "failing:byLead"), value: nameOf(report.body, lang) },
            {
              term: t("failing:declaredAt"),
              value: (
                <>
                  {format.dateTime(report.declaredAt)} <EntryLink entryNo={report.entryNo} />
                </>
              ),
            },
          ]}
        />
        <div className="flow">
          <p className="read">
            {report.report}
            <Fingerprint sha256={report.evidenceSha256} />
          </p>
          <p>
            <a href={props.risksHref}>{t("failing:files")}</a>
          </p>
        </div>
      </Section>
    </>
  );
}

/** What keeps a partnership from being declared failed, and where that is done. */
export function Missing(props: { products: readonly { code: string; name: string }[]; waits: boolean; base: string }) {
  const { t } = useLanguage();
  return (
    <Notice warn>
      <p>{t("failing:missing")}</p>
      <ul>
        {props.waits ? <li>{t("failing:runWaits")}</li> : null}
        {props.products.map(({ code, name }) => (
          <li key={code}>
            <a href={`${props.base}/agreements/${code}/distributions`}>{t("failing:lossMissing", { product: name })}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

export function DeclareForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <div className="read">
      <Form multipart>
        <TextArea
          name="report"
          label={t("failing:field.report")}
          hint={t("failing:field.reportHint")}
          max={5_000}
          rows={8}
          form={form}
        />
        <TextArea
          name="lessons"
          label={t("failing:field.lessons")}
          hint={t("failing:field.lessonsHint")}
          max={5_000}
          rows={6}
          form={form}
        />
        <FingerprintField name="evidenceSha256" label={t("performance:field.evidence")} optional form={form} />
        <SigningPassword form={form} />
        <Actions>
          <Submit>{t("failing:submit")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}
