import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { signSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import {
  type AnswerTransferInput,
  answerTransferSchema,
  endExitSchema,
  handOverSchema,
  noticeSchema,
  settleSchema,
} from "#app/domain/partnerships/exits/exit.schema.ts";
import { handOver } from "#app/domain/partnerships/exits/hand-over.server.ts";
import { giveNotice, withdrawNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { declineSettlement, proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { signSettlement } from "#app/domain/partnerships/exits/sign.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
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
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { exitView } from "#app/web/partnerships/exits/exit-view.server.ts";

export const loader = publicLoader(async ({ params, actor, lang, t }) => {
  const { code } = params;
  const view = isCode("DA", code) ? await exitView(actor, code, lang) : null;
  if (!view) throw notFound();
  return { title: `${t("exits:title")} ${view.partnership.code}`, ...view };
});

type Sent = { ok: true; outcome: Outcome<unknown>; form: FormState } | { ok: false; form: FormState };

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { code } = params;
  if (!isCode("DA", code)) throw notFound();
  const form = await readForm();
  const intent = String(form.get("intent"));
  const sent = await carryOut(actor, code, { intent, form, lang });
  if (!sent.ok) return sendBack(sent.form, 422, { intent });
  if (!sent.outcome.ok) {
    if (sent.outcome.code === "ABSENT") throw notFound();
    return sendBack(withRefusal(sent.form, sent.outcome, lang), sent.outcome.code === "TOO_MANY" ? 429 : 409, {
      intent,
    });
  }
  return redirect(`/${lang}/partnerships/${code}/exits`);
});

async function carryOut(
  actor: Actor,
  code: string,
  { intent, form, lang }: { intent: string; form: FormData; lang: Language },
): Promise<Sent> {
  if (intent === "notice") {
    const parsed = parseForm(form, noticeSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await giveNotice(actor, code, parsed.value) } : parsed;
  }
  if (intent === "settle") {
    const parsed = parseForm(form, settleSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await proposeSettlement(actor, code, parsed.value) } : parsed;
  }
  if (intent === "sign") {
    const parsed = parseForm(form, signSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await signSettlement(actor, code, parsed.value) } : parsed;
  }
  if (intent === "handOver") {
    const parsed = parseForm(form, handOverSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await handOver(actor, code, parsed.value) } : parsed;
  }
  if (intent === "confirmTransfer" || intent === "declineTransfer") {
    const parsed = parseForm(form, answerTransferSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await answerTransfer(actor, code, intent, parsed.value) } : parsed;
  }
  if (intent !== "withdraw" && intent !== "decline") throw notFound();
  const parsed = parseForm(form, endExitSchema, lang);
  if (!parsed.ok) return parsed;
  const end = intent === "withdraw" ? withdrawNotice : declineSettlement;
  return { ...parsed, outcome: await end(actor, code, parsed.value) };
}

async function answerTransfer(
  actor: Actor,
  code: string,
  intent: "confirmTransfer" | "declineTransfer",
  { transfer: { productCode, event }, why }: AnswerTransferInput,
): Promise<Outcome<unknown>> {
  const address = { code, productCode };
  if (intent === "confirmTransfer") return confirmCapital(actor, address, event);
  const declined = await declineCapital(actor, address, { event, reason: why });
  return declined.ok || declined.field !== "reason" ? declined : { ...declined, field: "why" };
}

export default function PartnershipExits() {
  const { partnership, open, past, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const intent = sent && "intent" in sent && typeof sent.intent === "string" ? sent.intent : "";
  const formOf = (...intents: string[]) => (sent && intents.includes(intent) ? sent.form : EMPTY_FORM);
  const waiting = open?.settlements.find(({ state }) => state === "PROPOSED") ?? null;
  const labels = {
    ...{ effectiveOn: t("exits:from"), reason: t("exits:reason"), reference: t("exits:reference") },
    ...{ password: t("partnerships:sign.password"), why: t("exits:why") },
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
      {open ? (
        <Section id="open" title={t("exits:open")}>
          <ExitDetail exit={open} />
          {page.hasEnded ? <Notice warn>{t("exits:ended")}</Notice> : null}
        </Section>
      ) : null}
      {waiting ? (
        <Section id="settlement" title={t("exits:onTable")}>
          <SettlementDetail settlement={waiting} />
          {waiting.isAppraised ? <Notice>{t("exits:appraised")}</Notice> : null}
          <SettlementSign textSha256={waiting.textSha256} parties={page.signFor} form={formOf("sign")} />
        </Section>
      ) : null}
      {open && page.mayPropose ? (
        <Section id="settle" title={t("exits:settleTitle")} aside={t("exits:now")}>
          <SettleForm number={open.number} agreements={page.priced} takers={page.takers} form={formOf("settle")} />
        </Section>
      ) : null}
      {open ? <EndExit number={open.number} form={formOf("withdraw", "decline")} /> : null}
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
