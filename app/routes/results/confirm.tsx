import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmResult } from "#app/domain/results/currency/confirm.server.ts";
import { representsHost } from "#app/domain/results/result.policy.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

export const loader = memberLoader(async ({ params, t, actor }) => {
  const result = await readableResult(actor, params["code"]);
  if (result.state !== "PUBLISHED" || !representsHost(actor, result)) throw notFound();
  return { title: t("results:confirmation.title", { code: result.code }), code: result.code };
});

export const action = memberAction(async ({ params, lang, actor }) => {
  const { code } = await readableResult(actor, params["code"]);
  const done = await confirmResult(actor, code);
  if (done.ok) return redirect(`/${lang}/results/${code}`, 303);
  if (done.code === "NOT_FOUND") throw notFound();
  return sendBack(withRefusal(blankForm(), done, lang), done.code === "NOT_A_REPRESENTATIVE" ? 403 : 409);
});

export default function ConfirmResult() {
  const { code } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <Page
      crumbs={[
        { label: t("results:title"), href: `/${lang}/results` },
        { label: <span className="nw">{code}</span>, href: `/${lang}/results/${code}` },
        { label: t("results:confirmation.link") },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={{}} />
        <h1>{t("results:page.confirm")}</h1>
        <p>{t("results:confirmation.text")}</p>
        <p>{t("results:confirmation.otherwise")}</p>
        <Form>
          <Actions>
            <Submit>{t("results:confirmation.submit")}</Submit>
          </Actions>
        </Form>
      </div>
    </Page>
  );
}
