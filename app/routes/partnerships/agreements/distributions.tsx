import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { holds } from "#app/domain/accounts/actor.ts";
import { approveRun } from "#app/domain/partnerships/distributions/approve.server.ts";
import { approvalSchema, withdrawRunSchema } from "#app/domain/partnerships/distributions/distribution.schema.ts";
import type { ReadRun } from "#app/domain/partnerships/distributions/read-run.ts";
import { withdrawRun } from "#app/domain/partnerships/distributions/withdraw.server.ts";
import { amender, maySign } from "#app/domain/partnerships/partnership.policy.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { RunDetail } from "#app/ui/partnerships/distributions/run-detail.tsx";
import { RunList } from "#app/ui/partnerships/distributions/run-list.tsx";
import { runName } from "#app/ui/partnerships/distributions/run-name.ts";
import { WithdrawForm } from "#app/ui/partnerships/distributions/withdraw-form.tsx";
import { SignForm } from "#app/ui/partnerships/manage/sign-form.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { agreementView, findDraft } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { roundsView, runView, statementLinks } from "#app/web/partnerships/agreements/distribution-view.server.ts";
import { entryIndex } from "#app/web/partnerships/entry-index.server.ts";

export const loader = memberLoader(async ({ actor, params, lang, t }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const { members } = draft.partnership;
  const { runs, state } = draft.agreement;
  const [agreement, entries] = await Promise.all([
    agreementView(draft, lang),
    entriesOf("PARTNERSHIP", draft.partnership.code),
  ]);
  const entryOf = entryIndex(entries, draft.agreement.productCode);
  const open = runs.find((run) => run.state === "PROPOSED");
  const approved = new Set(open?.approvals.map(({ memberId }) => memberId));
  const isMember = amender(actor, members) !== null;
  const insideView = (run: ReadRun) => {
    const drawn = roundsView(JSON.parse(run.inputs), members, agreement.everybody);
    const csvHref = `${agreement.here}/distributions/${run.number}/rounds.csv`;
    return { ...runView(run, agreement.everybody), rounds: drawn && { drawn, csvHref } };
  };
  return {
    title: t("distributions:manage"),
    base: agreement.base,
    here: agreement.here,
    code: agreement.code,
    product: agreement.product,
    open: open ? insideView(open) : null,
    proposedNo: open ? entryOf(["distribution.proposed"], { number: open.number }) : null,
    locked: runs
      .filter((run) => run.state === "LOCKED")
      .map((run) => ({
        ...insideView(run),
        entry:
          entries.find(({ entryNo }) => entryNo === entryOf(["distribution.locked"], { number: run.number })) ?? null,
        statements: isMember || holds(actor, "AUDITOR") ? statementLinks(run, agreement) : [],
      }))
      .reverse(),
    approvers: members
      .filter((member) => !approved.has(member.id) && maySign(actor, member))
      .map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id })),
    isMember,
    mayPropose: isMember && !open && (state === "ACTIVE" || state === "AMENDING"),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const draft = await findDraft(actor, params);
  if (!draft) throw notFound();
  const form = await readForm();
  const { code } = draft.partnership;
  const { productCode } = draft.agreement;
  const address = { code, productCode };
  const here = `/${lang}/partnerships/${code}/agreements/${productCode}/distributions`;
  if (form.get("intent") === "withdraw") {
    const parsed = parseForm(form, withdrawRunSchema, lang);
    if (!parsed.ok) return sendBack(parsed.form);
    const outcome = await withdrawRun(actor, address, parsed.value.reason);
    return outcome.ok ? redirect(here) : sendBack(withRefusal(parsed.form, outcome, lang), 409);
  }
  const parsed = parseForm(form, approvalSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const { textSha256: inputsSha256, memberId, password } = parsed.value;
  const outcome = await approveRun(actor, address, { memberId, inputsSha256, password });
  if (!outcome.ok) return sendBack(withRefusal(parsed.form, outcome, lang), outcome.code === "TOO_MANY" ? 429 : 409);
  return redirect(here);
});

export default function Distributions() {
  const page = useLoaderData<typeof loader>();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { lang, t } = useLanguage();
  const { open } = page;
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: page.code, href: `${page.base}/manage` },
        { label: page.title },
      ]}
    >
      <ErrorSummary form={form} />
      <Head title={page.title} lede={page.product}>
        {page.mayPropose ? (
          <p className="row">
            <a className="btn" href={`${page.here}/distributions/new`}>
              {t("distributions:propose.title")}
            </a>
          </p>
        ) : null}
      </Head>
      {open ? (
        <Section
          id="open"
          title={`${t("distributions:open.title")}: ${runName(t, open)}`}
          aside={t("distributions:open.aside")}
        >
          <RunDetail run={open} />
          <p className="s">
            <EntryLink entryNo={page.proposedNo} />
          </p>
          {page.approvers.length > 0 && open.isLawful ? (
            <div className="read">
              <h3>{t("distributions:open.approve")}</h3>
              <SignForm
                textSha256={open.inputsSha256}
                parties={page.approvers}
                agreed={t("distributions:open.agreed", { hash: shortHash(open.inputsSha256) })}
                submit={t("distributions:open.submit")}
                form={form}
              />
            </div>
          ) : null}
          {page.isMember ? <WithdrawForm form={form} /> : null}
        </Section>
      ) : null}
      {page.locked.length === 0 && !open ? <EmptyState title={t("distributions:none")} /> : null}
      <RunList runs={page.locked} />
    </Page>
  );
}
