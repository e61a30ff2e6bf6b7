import type { ReactNode } from "react";
import type { Desk } from "#app/domain/initiatives/desk/desk.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** One act on a file, on a page of its own: the title says the act, the line above it which file. */
export function ActPage(props: {
  desk: Desk;
  head: { code: string; applicant: { title: Texts } };
  title: string;
  lede?: ReactNode;
  form: FormState;
  labels: Record<string, string>;
  /** Whether the act is open to the reader; a form that came back with its errors is shown all the same. */
  mayAct: boolean;
  children: ReactNode;
}) {
  const { lang, t } = useLanguage();
  const { desk, head } = props;
  const base = `/${lang}/desk/${desk}`;
  return (
    <Page
      crumbs={[
        { label: t("desk:title"), href: `/${lang}/desk` },
        { label: t(`desk:${desk}.title`), href: base },
        { label: head.code, href: `${base}/${head.code}` },
        { label: props.title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={props.form} labels={props.labels} />
        <p className="eyebrow">
          <span className="nw">{head.code}</span>
          <span>
            <Text of={head.applicant.title} />
          </span>
        </p>
        <h1>{props.title}</h1>
        {props.lede ? <p className="lede">{props.lede}</p> : null}
        {props.mayAct ? null : (
          <Notice warn>
            <p>{t("desk:notOpen")}</p>
          </Notice>
        )}
        {props.mayAct || Object.keys(props.form.errors).length > 0 ? (
          props.children
        ) : (
          <p className="actions">
            <BackLink href={`${base}/${head.code}`} />
          </p>
        )}
      </div>
    </Page>
  );
}

/** The way back from an act without doing it. */
export function BackLink(props: { href: string }) {
  const { t } = useLanguage();
  return <a href={props.href}>{t("desk:back")}</a>;
}
