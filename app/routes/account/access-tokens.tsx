import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { accessTokenSchema } from "#app/domain/accounts/access-tokens/access-token.schema.ts";
import { makeAccessToken, revokeAccessToken } from "#app/domain/accounts/access-tokens/keep.server.ts";
import { listAccessTokens } from "#app/domain/accounts/access-tokens/queries.server.ts";
import { isUuid } from "#app/platform/typed.ts";
import { AccessTokenForm, AccessTokenTable, accessTokenLabels, NewSecret } from "#app/ui/accounts/access-tokens.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ t, actor }) => ({
  title: t("accounts:tokens.title"),
  tokens: await listAccessTokens(actor.personId),
  at: new Date().toISOString(),
}));

/** A new token is shown in the answer itself, once: the address that a reload asks for never has it. */
export const action = memberAction(async ({ readForm, lang, actor }) => {
  const typed = await readForm();
  if (typed.get("intent") === "revoke") {
    const id = String(typed.get("id"));
    if (!isUuid(id)) return sendBack(blankForm());
    await revokeAccessToken(actor, id);
    return redirect(`/${lang}/me/access-tokens`, 303);
  }
  const parsed = parseForm(typed, accessTokenSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await makeAccessToken(actor, parsed.value);
  return outcome.ok ? { form: EMPTY_FORM, secret: outcome.value.secret } : sendRefusal(parsed.form, outcome, lang);
});

export default function AccessTokens() {
  const { tokens, at } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const sent = useActionData<typeof action>();
  const form = sent?.form ?? EMPTY_FORM;
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("accounts:tokens.title") }]}>
      <ErrorSummary form={form} labels={accessTokenLabels(t)} />
      <Head title={t("accounts:tokens.title")} lede={t("accounts:tokens.lede")} />
      {sent && "secret" in sent ? <NewSecret secret={sent.secret} /> : null}
      <Section id="tokens" title={t("accounts:tokens.yours")}>
        <AccessTokenTable tokens={tokens} at={at} />
      </Section>
      <Section id="new" title={t("accounts:tokens.new")}>
        <div className="read">
          <AccessTokenForm form={form} />
        </div>
      </Section>
    </Page>
  );
}
