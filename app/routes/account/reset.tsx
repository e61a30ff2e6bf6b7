import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findReset, resetPassword } from "#app/domain/accounts/access/reset-password.server.ts";
import { resetSchema } from "#app/domain/accounts/account.schema.ts";
import { closeSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { LinkVoid } from "#app/ui/accounts/link-void.tsx";
import { NewPasswordField } from "#app/ui/accounts/password-field.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";

export const loader = publicLoader(async ({ t, params }) => {
  const found = await findReset(params["token"]);
  return { title: t(found ? "accounts:reset.title" : "accounts:linkVoid.title"), email: found?.email ?? null };
});

export const action = publicAction(async ({ request, readForm, params, lang, clientAddress }) => {
  const parsed = parseForm(await readForm(), resetSchema, lang);
  const over = await overLimit("one-time-link", clientAddress, parsed.form, lang);
  if (over) return over;
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await resetPassword(params["token"] ?? "", parsed.value.password);
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/sign-in?reset`, { headers: { "Set-Cookie": await closeSession(request) } });
});

export default function Reset() {
  const { email } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  if (email === null) return <LinkVoid again={{ href: `/${lang}/forgot`, label: t("accounts:reset.again") }} />;
  return (
    <Page crumbs={[{ label: t("accounts:reset.title") }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ password: t("accounts:password") }} />
        <h1>{t("accounts:reset.title")}</h1>
        <p className="lede">{t("accounts:reset.lede", { email })}</p>
        <Form>
          <NewPasswordField form={form} label={t("accounts:reset.password")} />
          <Actions>
            <Submit>{t("accounts:reset.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
