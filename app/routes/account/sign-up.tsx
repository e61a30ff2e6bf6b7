import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { signUp } from "#app/domain/accounts/access/sign-up.server.ts";
import { signUpSchema } from "#app/domain/accounts/account.schema.ts";
import { NewPasswordField } from "#app/ui/accounts/password-field.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";

export const loader = publicLoader(async ({ t, lang, actor }) => {
  if (actor) throw redirect(`/${lang}/me`);
  return { title: t("accounts:signUp.title") };
});

export const action = publicAction(async ({ readForm, lang, clientAddress }) => {
  const parsed = parseForm(await readForm(), signUpSchema, lang);
  const over = await overLimit("sign-up", clientAddress, parsed.form, lang);
  if (over) return over;
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await signUp({ ...parsed.value, language: lang });
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/sign-up/sent`);
});

export default function SignUp() {
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page crumbs={[{ label: t("accounts:signUp.title") }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ email: t("accounts:email"), password: t("accounts:password") }} />
        <h1>{t("accounts:signUp.title")}</h1>
        <p className="lede">{t("accounts:signUp.lede")}</p>
        <div className="flow">
          <Form>
            <Field
              name="email"
              type="email"
              autoComplete="email"
              label={t("accounts:email")}
              hint={t("accounts:signUp.emailHint")}
              form={form}
            />
            <NewPasswordField form={form} />
            <Actions>
              <Submit>{t("accounts:signUp.button")}</Submit>
            </Actions>
          </Form>
          <p>
            <a href={`/${lang}/sign-in`}>{t("accounts:signUp.haveAccount")}</a>
          </p>
        </div>
      </div>
    </Page>
  );
}
