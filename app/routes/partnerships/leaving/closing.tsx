import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { closePartnership, seeAccount } from "#app/domain/partnerships/closing/close.server.ts";
import { closingHandSchema, drawUpSchema } from "#app/domain/partnerships/closing/closing.schema.ts";
import { drawUp } from "#app/domain/partnerships/closing/draw-up.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { AccountFigures, LapseItems, OpenItems } from "#app/ui/partnerships/exits/account-tables.tsx";
import { ClosingDetail } from "#app/ui/partnerships/exits/closing-detail.tsx";
import { ClosingHandForm, DrawUpForm } from "#app/ui/partnerships/exits/closing-forms.tsx";
import { ExitHead } from "#app/ui/partnerships/exits/exit-head.tsx";
import { parseForm, withRefusal } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { closingView } from "#app/web/partnerships/exits/closing-view.server.ts";

export const loader = publicLoader(async ({ params, actor, lang, t }) => {
  const { code } = params;
  const view = isCode("DA", code) ? await closingView(actor, code, lang) : null;
  if (!view) throw notFound();
  return { title: `${t("closing:title")} ${view.partnership.code}`, ...view };
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
    const refused = withRefusal(sent.form, sent.outcome, lang);
    return sendBack(refused, sent.outcome.code === "TOO_MANY" ? 429 : 409, { intent });
  }
  return redirect(`/${lang}/partnerships/${code}/closing`);
});

async function carryOut(
  actor: Actor,
  code: string,
  { intent, form, lang }: { intent: string; form: FormData; lang: Language },
): Promise<Sent> {
  if (intent === "draw") {
    const parsed = parseForm(form, drawUpSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await drawUp(actor, code, parsed.value) } : parsed;
  }
  if (intent !== "see" && intent !== "close") throw notFound();
  const parsed = parseForm(form, closingHandSchema, lang);
  if (!parsed.ok) return parsed;
  const act = intent === "see" ? seeAccount : closePartnership;
  return { ...parsed, outcome: await act(actor, code, parsed.value) };
}

export default function PartnershipClosing() {
  const { partnership, closing, ...page } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { lang, t } = useLanguage();
  const intent = sent && "intent" in sent && typeof sent.intent === "string" ? sent.intent : "";
  const formOf = (name: string) => (sent && intent === name ? sent.form : EMPTY_FORM);
  const labels = {
    ...{ profitTailUntil: t("closing:tail"), lapseReason: t("closing:lapseReason") },
    password: t("partnerships:sign.password"),
  };
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: partnership.code, href: `/${lang}/partnerships/${partnership.code}` },
        { label: t("closing:title") },
      ]}
    >
      {sent ? <ErrorSummary form={sent.form} labels={labels} /> : null}
      <ExitHead about="closing" partnership={partnership} />
      {!page.hasEnded && !closing ? <Notice>{t("closing:notEnded")}</Notice> : null}
      {page.hasEnded ? (
        <Section id="open" title={t("closing:openTitle")}>
          <OpenItems items={page.open} />
        </Section>
      ) : null}
      {page.lapses.length > 0 ? (
        <Section id="lapses" title={t("closing:lapseTitle")}>
          <LapseItems items={page.lapses} />
        </Section>
      ) : null}
      <Section id="account" title={t("closing:account")}>
        {page.accounts.map((account) => (
          <AccountFigures
            key={account.productCode}
            account={account}
            base={`/${lang}/partnerships/${partnership.code}`}
          />
        ))}
      </Section>
      {closing ? (
        <Section id="closing" title={t("closing:drawn", { number: closing.number })}>
          <ClosingDetail closing={closing} hasChanged={page.hasChanged} />
          {page.maySee ? <ClosingHandForm intent="see" textSha256={closing.textSha256} form={formOf("see")} /> : null}
          {page.mayClose ? (
            <ClosingHandForm intent="close" textSha256={closing.textSha256} form={formOf("close")} />
          ) : null}
        </Section>
      ) : null}
      {page.mayDraw ? (
        <Section id="draw" title={t(closing ? "closing:drawAgain" : "closing:draw")}>
          <DrawUpForm lapses={page.lapses.length > 0} again={closing !== null} form={formOf("draw")} />
        </Section>
      ) : null}
    </Page>
  );
}
