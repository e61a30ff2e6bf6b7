import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requestReset } from "#app/domain/accounts/access/request-reset.server.ts";
import { forgotSchema } from "#app/domain/accounts/account.schema.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";

export const loader = publicLoader(async ({ t }) => ({ title: t("accounts:forgot.title") }));

export const action = publicAction(async ({ readForm, lang, clientAddress }) => {
  const parsed = parseForm(await readForm(), forgotSchema, lang);
  const over = await overLimit("one-time-link", clientAddress, parsed.form, lang);
  if (over) return over;
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await requestReset(parsed.value.email);
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/forgot/sent`);
});

export default function Forgot() {
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const title = t("accounts:forgot.title");
  return (
    <Page crumbs={[{ label: t("accounts:signIn.title"), href: `/${lang}/sign-in` }, { label: title }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ email: t("accounts:email") }} />
        <h1>{title}</h1>
        <p className="lede">{t("accounts:forgot.lede")}</p>
        <Form>
          <Field name="email" type="email" autoComplete="email" label={t("accounts:email")} form={form} />
          <Actions>
            <Submit>{t("accounts:forgot.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
