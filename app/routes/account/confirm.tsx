import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmEmail, findConfirmation } from "#app/domain/accounts/access/confirm-email.server.ts";
import { confirmSchema } from "#app/domain/accounts/account.schema.ts";
import { openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { LinkVoid } from "#app/ui/accounts/link-void.tsx";
import { PasswordField } from "#app/ui/accounts/password-field.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";

/** Opening the link confirms nothing yet: scanners open the links of mails, too. */
export const loader = publicLoader(async ({ t, params }) => {
  const found = await findConfirmation(params["token"]);
  return { title: t(found ? "accounts:confirm.title" : "accounts:linkVoid.title"), email: found?.email ?? null };
});

export const action = publicAction(async ({ readForm, params, lang, clientAddress }) => {
  const parsed = parseForm(await readForm(), confirmSchema, lang);
  const over = await overLimit("one-time-link", clientAddress, parsed.form, lang);
  if (over) return over;
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await confirmEmail(params["token"] ?? "", parsed.value.password);
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  const cookie = await openSession(outcome.value.personId);
  return redirect(`/${lang}/me/profile`, { headers: { "Set-Cookie": cookie } });
});

export default function Confirm() {
  const { email } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  if (email === null) return <LinkVoid again={{ href: `/${lang}/sign-up`, label: t("accounts:confirm.again") }} />;
  return (
    <Page crumbs={[{ label: t("accounts:confirm.title") }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ password: t("accounts:password") }} />
        <h1>{t("accounts:confirm.title")}</h1>
        <p className="lede">{t("accounts:confirm.lede", { email })}</p>
        <Form>
          <PasswordField form={form} hint={t("accounts:confirm.hint")} />
          <Actions>
            <Submit>{t("accounts:confirm.button")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
