import type { ReactNode } from "react";
import type { FormState } from "#app/platform/form-state.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** A page with one form that records money, under the page that lists it. */
export function MoneyPage(props: {
  title: string;
  lede: string;
  back: { label: string; href: string };
  form: FormState;
  multipart?: boolean;
  children: ReactNode;
}) {
  const { lang, t } = useLanguage();
  const { title, back, form } = props;
  return (
    <Page crumbs={[{ label: t("partnerships:title"), href: `/${lang}/partnerships` }, back, { label: title }]}>
      <div className="read formpage">
        <ErrorSummary form={form} />
        <h1>{title}</h1>
        <p className="lede">{props.lede}</p>
        <Form multipart={props.multipart ?? false}>
          {props.children}
          <Actions>
            <Submit>{t("money:field.save")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
