import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { productsOn } from "#app/domain/catalogue/catalogue.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { MARKET_KINDS } from "#app/domain/partnerships/calls/call.ts";
import {
  findCall,
  listOfferableResults,
  listSeekingPartnerships,
} from "#app/domain/partnerships/calls/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { typedDay } from "#app/platform/typed.ts";
import { CallForm, callLabels } from "#app/ui/calls/call-form.tsx";
import { callCrumbs } from "#app/ui/calls/words.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { blankForm } from "#app/web/form.server.ts";
import { notFound, type PageRequest, roleAction, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { draftForm, saveCallByForm } from "#app/web/partnerships/calls/call-form.server.ts";
import { ownersOf } from "#app/web/partnerships/calls/call-view.server.ts";

export const loader = roleLoader(["PARTY_REP"], async (page) => {
  const { actor, lang, t, url } = page;
  const call = await ownDraft(page);
  const asked = MARKET_KINDS.find((one) => one === url.searchParams.get("kind"));
  const kind = call?.kind ?? asked ?? "CALL";
  const [catalogue, seeking, results] = await Promise.all([
    loadCatalogue(),
    kind === "CALL" || kind === "OFFER" ? listSeekingPartnerships(actor) : [],
    kind === "RESULT_OFFER" ? listOfferableResults(actor) : [],
  ]);
  const today = dayInVietnam(new Date());
  return {
    title: t(call ? "calls:edit" : asked ? `calls:market.new.${asked}` : "calls:new"),
    kind,
    // a draft stays with the organisation that has it
    owners: ownersOf(actor, lang).filter(({ value }) => !call || value === call.organisationId),
    products: productsOn(catalogue, today).map(({ code, names }) => ({ value: code, label: names[lang] })),
    provinces: catalogue.provinces.map(({ code, names }) => ({ value: code, label: names[lang] })),
    partnerships: seeking.map(({ code, title, missing }) => {
      const houses = missing.map((house) => t(`house:${house}`)).join(", ");
      const name = pickText(title, lang)?.text ?? "";
      return { value: code, label: `${code}: ${name} (${t("calls:missing", { houses })})` };
    }),
    results: results.map(({ code, title }) => ({
      value: code,
      label: `${code}: ${pickText(title, lang)?.text ?? ""}`,
    })),
    fields: catalogue.fieldsOfScience.map(({ code, names }) => ({ value: code, label: `${code} ${names[lang]}` })),
    blank: call
      ? draftForm(call)
      : blankForm({
          ...{ kind, opensOn: typedDay(today), partnership: url.searchParams.get("partnership") ?? "" },
          origin: url.searchParams.get("result") ?? "",
        }),
  };
});

export const action = roleAction(["PARTY_REP"], async (page) => {
  const { code = null } = page.params;
  if (code !== null && !isCode("HT", code)) throw notFound();
  const saved = await saveCallByForm(page.actor, code, await page.readForm(), page.lang);
  if (saved.ok) return redirect(`/${page.lang}/partnerships/calls/${saved.value.code}`, 303);
  if (saved.ok === false || saved.status === 404) throw notFound();
  return sendBack(saved.form, saved.status);
});

/** The draft that the address names; null for a new one. What is published is changed by nobody. */
async function ownDraft({ params, actor }: PageRequest<Actor>) {
  const { code } = params;
  if (code === undefined) return null;
  const call = isCode("HT", code) ? await findCall(actor, code) : null;
  if (!call?.mayRun || call.state !== "DRAFT") throw notFound();
  return call;
}

export default function EditCall() {
  const { title, owners, blank, ...lists } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  return (
    <Page crumbs={[...callCrumbs(lists.kind, lang, t), { label: title }]}>
      <div className="read formpage">
        <ErrorSummary form={form} labels={callLabels(t)} />
        <Head title={title} lede={t("calls:editLede")} />
        {owners.length === 0 ? (
          <EmptyState title={t("calls:noBody")}>{t("calls:noBodyText")}</EmptyState>
        ) : (
          <CallForm form={form} owners={owners} {...lists} />
        )}
      </div>
    </Page>
  );
}
