import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { withdraw } from "#app/domain/initiatives/drafts/withdraw.server.ts";
import { say, ticked } from "#app/platform/typed.ts";
import { Checkbox } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { requireDraft } from "#app/web/initiatives/draft-page.server.ts";

const sureSchema = z.object({ sure: ticked().refine((sure) => sure, { error: say("errors:declare") }) });

export const loader = memberLoader(async ({ params, t, actor }) => {
  const { code } = await requireDraft(actor, params["code"]);
  return { title: t("initiatives:submit.withdrawTitle"), code };
});

export const action = memberAction(async ({ params, readForm, lang, actor }) => {
  const { code } = await requireDraft(actor, params["code"]);
  const parsed = parseForm(await readForm(), sureSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const withdrawn = await withdraw(actor, code);
  if (withdrawn.ok) throw redirect(`/${lang}/me/initiatives`, 303);
  if (withdrawn.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(parsed.form, withdrawn, lang), 409);
});

export default function SubmitWithdraw() {
  const { title, code } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const sure = t("initiatives:submit.withdrawSure", { code });
  return (
    <Page
      crumbs={[
        { label: t("initiatives:mine.title"), href: `/${lang}/me/initiatives` },
        { label: code, href: `/${lang}/submit/${code}` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <h1>{title}</h1>
        <ErrorSummary form={form} labels={{ sure }} />
        <p>{t("initiatives:submit.withdrawText")}</p>
        <Form action={`/${lang}/submit/${code}/withdraw`}>
          <Checkbox name="sure" label={sure} form={form} />
          <Actions>
            <Submit>{t("initiatives:submit.withdraw")}</Submit>
            <a href={`/${lang}/submit/${code}`}>{t("initiatives:form.back")}</a>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
