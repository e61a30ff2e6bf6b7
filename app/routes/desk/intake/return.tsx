import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { returnSchema } from "#app/domain/initiatives/intake/intake.schema.ts";
import { returnForCompletion } from "#app/domain/initiatives/intake/return-for-completion.server.ts";
import { answersOf } from "#app/ui/desk/answers.ts";
import { ActPage, BackLink } from "#app/ui/desk/form-page.tsx";
import { ReturnItems, returnLabels } from "#app/ui/desk/return-items.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { listNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { codeOf, namedProducts, openIntakeAct, refused } from "#app/web/initiatives/desk-case.server.ts";

export const loader = roleLoader(["INTAKE"], async (page) => {
  const { head, mayAct, file, catalogue, content } = await openIntakeAct(page);
  return {
    title: page.t("desk:return.title"),
    head,
    mayAct,
    content,
    files: file.attachments.map(({ name }) => ({ name })),
    names: listNames(catalogue, namedProducts(catalogue, content), page.lang),
  };
});

export const action = roleAction(["INTAKE"], async (page) => {
  const code = codeOf(page);
  const parsed = parseForm(await page.readForm(), returnSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await returnForCompletion(page.actor, code, parsed.value);
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  return redirect(`/${page.lang}/desk/done/${code}?act=returned`);
});

export default function Return() {
  const { head, mayAct, content, files, names } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  return (
    <ActPage
      desk="intake"
      head={head}
      title={t("desk:return.title")}
      lede={t("desk:return.lede")}
      form={form}
      labels={returnLabels(t)}
      mayAct={mayAct}
    >
      <Form>
        <ReturnItems answers={answersOf(content, files, names, { t, format })} form={form} />
        <Actions>
          <Submit>{t("desk:return.button")}</Submit>
          <BackLink href={`/${lang}/desk/intake/${head.code}`} />
        </Actions>
      </Form>
    </ActPage>
  );
}
