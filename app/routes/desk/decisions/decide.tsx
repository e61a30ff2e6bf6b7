import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { decide } from "#app/domain/initiatives/decision/decide.server.ts";
import { DECISION_KINDS, decisionSchema, publicationSchema } from "#app/domain/initiatives/decision/decision.schema.ts";
import { summarise } from "#app/domain/initiatives/desk/ranking.ts";
import { mayDecide } from "#app/domain/initiatives/initiative.policy.ts";
import { PublicationFields } from "#app/ui/council/publication-fields.tsx";
import { DecisionFields, decisionLabels } from "#app/ui/desk/decision-fields.tsx";
import { ActPage, BackLink } from "#app/ui/desk/form-page.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { ScoreTable } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { codeOf, isDecidable, openFile, refused } from "#app/web/initiatives/desk-case.server.ts";

const DONE = { ACCEPTED: "accepted", REJECTED: "rejected", RETURNED: "sent-back" } as const;

export const loader = roleLoader(["INTAKE_HEAD", "STEERING"], async (page) => {
  const file = await openFile(page);
  return {
    title: page.t("desk:decide.title"),
    head: { code: file.code, applicant: { title: file.applicant.title } },
    mayAct: file.sealedUntil === null && isDecidable(file.facts) && mayDecide(page.actor, file.facts),
    summary: summarise(file.facts.track, file.scores),
    returnedBefore: file.decisions.some(({ kind }) => kind === "RETURNED"),
    blank: blankForm({ language: page.lang }),
  };
});

export const action = roleAction(["INTAKE_HEAD", "STEERING"], async (page) => {
  const code = codeOf(page);
  const body = await page.readForm();
  const parsed = parseForm(body, decisionSchema, page.lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const publication = parseForm(body, publicationSchema, page.lang);
  if (!publication.ok) return sendBack(publication.form);
  const publishAt = publication.value;
  const outcome = await decide(page.actor, code, { ...parsed.value, publishAt });
  if (!outcome.ok) return refused(parsed.form, outcome, page.lang);
  if (publishAt) return redirect(`/${page.lang}/desk/decisions/${code}`);
  return redirect(`/${page.lang}/desk/done/${code}?act=${DONE[parsed.value.kind]}`);
});

export default function Decide() {
  const { head, mayAct, summary, returnedBefore, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  const labels = {
    ...decisionLabels(t),
    publishOn: t("council:decision.publish"),
    publishTime: t("council:decision.time"),
  };
  const kinds = DECISION_KINDS.filter((kind) => kind !== "RETURNED" || !returnedBefore);
  return (
    <ActPage
      desk="decisions"
      head={head}
      title={t("desk:decide.title")}
      lede={t("desk:decide.lede")}
      form={form}
      labels={labels}
      mayAct={mayAct}
    >
      <ScoreTable rows={summary.rows} total={summary.total} />
      <Form>
        <DecisionFields
          kinds={kinds}
          kindHint={returnedBefore ? t("desk:decide.returnedBefore") : undefined}
          form={form}
        />
        <PublicationFields form={form} />
        <Actions>
          <Submit>{t("desk:decide.button")}</Submit>
          <BackLink href={`/${lang}/desk/decisions/${head.code}`} />
        </Actions>
      </Form>
    </ActPage>
  );
}
