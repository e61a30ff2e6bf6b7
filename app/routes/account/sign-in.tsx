import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signIn } from "#app/domain/accounts/access/sign-in.server.ts";
import { signInSchema } from "#app/domain/accounts/account.schema.ts";
import { closeSession, openSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { PasswordField } from "#app/ui/accounts/password-field.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { publicAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { overLimit, sendRefusal } from "#app/web/limit.server.ts";
import { safeRedirect } from "#app/web/redirect.server.ts";

export const loader = publicLoader(async ({ t, lang, url, actor }) => {
  const next = url.searchParams.get("next");
  if (actor) throw redirect(safeRedirect(next, `/${lang}/me`));
  return {
    title: t("accounts:signIn.title"),
    wanted: next !== null,
    afterReset: url.searchParams.has("reset"),
    signedOut: url.searchParams.has("out"),
  };
});

export const action = publicAction(async ({ request, readForm, lang, url, clientAddress }) => {
  const parsed = parseForm(await readForm(), signInSchema, lang);
  const over = await overLimit("sign-in", clientAddress, parsed.form, lang);
  if (over) return over;
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await signIn(parsed.value);
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  // Whatever session the request came with ends here: signing in always gives a new one.
  await closeSession(request);
  const headers = { "Set-Cookie": await openSession(outcome.value.personId) };
  const next = safeRedirect(url.searchParams.get("next"), `/${lang}/me`);
  if (outcome.value.hasProfile) return redirect(next, { headers });
  return redirect(`/${lang}/me/profile?${new URLSearchParams({ next })}`, { headers });
});

export default function SignIn() {
  const { wanted, afterReset, signedOut } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const note = afterReset ? "afterReset" : signedOut ? "signedOut" : wanted ? "wanted" : null;
  return (
    <Page crumbs={[{ label: t("accounts:signIn.title") }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={{ email: t("accounts:email"), password: t("accounts:password") }} />
        <h1>{t("accounts:signIn.title")}</h1>
        {note ? (
          <Notice>
            <p>{t(`accounts:signIn.${note}`)}</p>
          </Notice>
        ) : null}
        <div className="flow">
          <Form>
            <Field name="email" type="email" autoComplete="username" label={t("accounts:email")} form={form} />
            <PasswordField form={form} />
            <Actions>
              <Submit>{t("accounts:signIn.button")}</Submit>
            </Actions>
          </Form>
          <ul className="flow tight">
            <li>
              <a href={`/${lang}/forgot`}>{t("accounts:signIn.forgot")}</a>
            </li>
            <li>
              <a href={`/${lang}/sign-up`}>{t("accounts:signIn.noAccount")}</a>
            </li>
          </ul>
        </div>
      </div>
    </Page>
  );
}
