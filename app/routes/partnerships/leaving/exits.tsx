import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";
import { ExitDetail } from "#app/ui/partnerships/exits/exit-detail.tsx";
import { EndExitForm, NoticeForm, PricesNow, SettleForm } from "#app/ui/partnerships/exits/exit-forms.tsx";
import { ExitHead } from "#app/ui/partnerships/exits/exit-head.tsx";
import { PastExit } from "#app/ui/partnerships/exits/past-exit.tsx";
import { SettlementDetail } from "#app/ui/partnerships/exits/settlement-detail.tsx";
import { SettlementSign } from "#app/ui/partnerships/exits/settlement-sign.tsx";
import { withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnExit } from "#app/web/partnerships/exits/exit-act.server.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";

export const loader = publicLoader(async ({ params, actor, lang, t }) => {
  const { code } = params;
  const view = isCode("DA", code) ? await exitView(actor, code, lang) : null;
  if (!view) throw notFound();
  return { title: `${t("exits:title")} ${view.partnership.code}`, ...view };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = params;
  if (!isCode("DA", code)) throw notFound();
  const form = await readForm();
  const intent = String(form.get("intent"));
  const sent = await actOnExit(actor, code, { intent, form, lang });
  if (!sent.ok) return sendBack(sent.form, 422, { intent });
  if (!sent.outcome.ok) {
    if (sent.outcome.code === "ABSENT") throw notFound();
    return sendBack(withRefusal(sent.form, sent.outcome, lang), sent.outcome.code === "TOO_MANY" ? 429 : 409, {
      intent,
    });
  }
  return redirect(`/${lang}/partnerships/${code}/exits`);
});

export default function PartnershipExits() {
  const { partnership, open, past, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const intent = sent && "intent" in sent && typeof sent.intent === "string" ? sent.intent : "";
  const formOf = (...intents: string[]) => (sent && intents.includes(intent) ? sent.form : EMPTY_FORM);
  const labels = {
    ...{ effectiveOn: t("exits:from"), reason: t("exits:reason"), reference: t("exits:reference") },
    ...{ password: t("partnerships:sign.password"), why: t("exits:why"), successor: t("exits:successor") },
  };
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: partnership.code, href: `/${lang}/partnerships/${partnership.code}` },
        { label: t("exits:title") },
      ]}
    >
      {sent ? <ErrorSummary form={sent.form} labels={labels} /> : null}
      <ExitHead about="exits" partnership={partnership} />
      {open ? <OpenExit exit={open} formOf={formOf} /> : null}
      {page.leavers.length > 0 ? (
        <Section id="notice" title={t("exits:noticeTitle")}>
          <div className="flow">
            <PricesNow agreements={page.priced} />
            <NoticeForm leavers={page.leavers} form={formOf("notice")} />
          </div>
        </Section>
      ) : null}
      {open && past.length === 0 ? null : (
        <Section id="history" title={t("exits:history")}>
          {past.length === 0 ? <EmptyState title={t("exits:none")}>{t("exits:noneText")}</EmptyState> : null}
          {past.map((exit) => (
            <PastExit
              key={exit.number}
              exit={exit}
              isOpen={exit === past[0]}
              form={formOf("handOver", "confirmTransfer", "declineTransfer")}
            />
          ))}
        </Section>
      )}
      <p className="src">{t("exits:insideOnly")}</p>
    </Page>
  );
}

type Open = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>["open"]>;

/** Who leaves, the settlement on the table or the form of one, and where it is ended. */
function OpenExit({ exit, formOf }: { exit: Open; formOf: (...intents: string[]) => FormState }) {
  const page = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  const waiting = exit.settlements.find(({ state }) => state === "PROPOSED") ?? null;
  return (
    <>
      <Section id="open" title={t("exits:open")}>
        <ExitDetail exit={exit} />
        {page.hasEnded ? <Notice warn>{t("exits:ended")}</Notice> : null}
      </Section>
      {waiting ? (
        <Section id="settlement" title={t("exits:onTable")}>
          <SettlementDetail settlement={waiting} />
          {waiting.isAppraised ? <Notice>{t("exits:appraised")}</Notice> : null}
          <SettlementSign textSha256={waiting.textSha256} parties={page.signFor} form={formOf("sign")} />
        </Section>
      ) : null}
      {page.mayPropose ? (
        <Section id="settle" title={t("exits:settleTitle")} aside={t("exits:now")}>
          <SettleForm
            number={exit.number}
            agreements={page.priced}
            takers={page.takers}
            successors={page.successors}
            form={formOf("settle")}
          />
        </Section>
      ) : null}
      <EndExit number={exit.number} form={formOf("withdraw", "decline")} />
    </>
  );
}

/** Where a notice is taken back, or a settlement declined. */
function EndExit({ number, form }: { number: number; form: FormState }) {
  const { mayWithdraw, mayDecline } = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  if (!mayWithdraw && !mayDecline) return null;
  return (
    <Section id="end" title={t("exits:endTitle")}>
      <EndExitForm number={number} mayWithdraw={mayWithdraw} mayDecline={mayDecline} form={form} />
    </Section>
  );
}
