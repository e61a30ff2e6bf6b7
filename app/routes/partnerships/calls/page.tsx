import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { isOfMarket } from "#app/domain/partnerships/calls/call.ts";
import { findMatches } from "#app/domain/partnerships/calls/matching/queries.server.ts";
import { findCall } from "#app/domain/partnerships/calls/queries.server.ts";
import { newestOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { PublicBoard } from "#app/ui/board/public-board.tsx";
import { callLabels } from "#app/ui/calls/call-form.tsx";
import { CallFacts, CallHead, CallText, StandingNotice } from "#app/ui/calls/call-parts.tsx";
import { ExpressInterest, InterestTable } from "#app/ui/calls/interest-parts.tsx";
import { MatchSections } from "#app/ui/calls/match-list.tsx";
import { CallOwnerForms } from "#app/ui/calls/owner-forms.tsx";
import { callCrumbs } from "#app/ui/calls/words.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actOnCall } from "#app/web/partnerships/calls/call-form.server.ts";
import { interestedBodies, namesOf } from "#app/web/partnerships/calls/call-view.server.ts";

const NO_MATCH: Awaited<ReturnType<typeof findMatches>> = { matches: [], bodies: [] };

export const loader = publicLoader(async ({ params, lang, actor }) => {
  const { code } = params;
  const call = isCode("HT", code) ? await findCall(actor, code) : null;
  if (!call) throw notFound();
  const at = new Date();
  const isOpen = call.standing === "OPEN";
  const [catalogue, obligations, { matches, bodies }, answerDays, entries] = await Promise.all([
    loadCatalogue(),
    obligationsOf(call.code, at),
    isOpen ? findMatches(call.code, at) : NO_MATCH,
    isOpen ? parameterOn("partnership.interest-answer.working-days", dayInVietnam(at)) : 0,
    newestOf("CALL", call.code, 1),
  ]);
  const words = pickText(call.title, lang)?.text;
  const reasons = matches.map((match) => match.reasons);
  const named = namesOf(catalogue, lang, {
    products: [...call.productCodes, ...reasons.flatMap(({ products, related }) => [...products, ...related])],
    provinces: [call, ...reasons, ...bodies].flatMap((one) =>
      "provinceCodes" in one ? one.provinceCodes : one.provinces,
    ),
    fields: [call.fordCode, ...reasons.map(({ field }) => field)],
  });
  return {
    title: words ? `${call.code}: ${words}` : call.code,
    description: pickText(call.text, lang)?.text.slice(0, 300) ?? "",
    ...(isOfMarket(call.kind) ? { area: "results" as const } : {}),
    ...{ call, matches, bodies, named, isOpen },
    clocks: obligations.filter((one) => one.endedOn === null),
    today: dayInVietnam(at),
    interested: isOpen ? interestedBodies(actor, call, lang) : [],
    entry: entries[0] ?? null,
    isSignedIn: actor !== null,
    answerDays: Number(answerDays),
  };
});

export const action = memberAction(async (page) => {
  const { code } = page.params;
  if (!isCode("HT", code)) throw notFound();
  const answer = await actOnCall(page.actor, code, await page.readForm(), page.lang);
  if (answer.ok) return redirect(`/${page.lang}/partnerships/calls/${code}`, 303);
  if (answer.status === 404) throw notFound();
  return sendBack(answer.form, answer.status);
});

export default function Call() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const { call, named, isOpen } = page;
  const { code, standing } = call;
  const isGone = standing === "WITHDRAWN";
  return (
    <Page crumbs={[...callCrumbs(call.kind, lang, t), { label: code }]}>
      <ErrorSummary form={form} labels={callLabels(t)} />
      <CallHead call={call} />
      {standing === "DRAFT" || isGone ? null : <FollowBar subject={{ type: "CALL", code }} />}
      <div className="cols side-r">
        <div>
          <StandingNotice call={call} />
          {isGone ? null : <CallText call={call} />}
          <InterestTable call={call} />
          <Clocks items={page.clocks} today={page.today} />
          {isOpen && !call.mayRun ? (
            <ExpressInterest
              code={code}
              bodies={page.interested}
              isSignedIn={page.isSignedIn}
              answerDays={page.answerDays}
              form={form}
            />
          ) : null}
          {call.mayRun && !isGone && standing !== "CLOSED" ? (
            <Section id="run" title={t("calls:run")}>
              <CallOwnerForms
                form={form}
                code={code}
                standing={standing}
                isSought={call.partnership === null || call.missing.length > 0}
              />
            </Section>
          ) : null}
          {isOpen ? <MatchSections kind={call.kind} matches={page.matches} bodies={page.bodies} names={named} /> : null}
          {page.entry ? <RecordSeal {...page.entry} /> : null}
        </div>
        {isGone ? null : (
          <aside className="flow" aria-label={t("calls:about")}>
            <CallFacts
              call={call}
              products={call.productCodes.map((product) => ({
                code: product,
                name: named.products[product] ?? product,
              }))}
              provinces={call.provinceCodes.map((province) => named.provinces[province] ?? province)}
              field={call.fordCode && (named.fields[call.fordCode] ?? call.fordCode)}
            />
          </aside>
        )}
      </div>
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function Clocks(props: { items: Shown["clocks"]; today: string }) {
  const { t } = useLanguage();
  if (props.items.length === 0) return null;
  return (
    <Section id="clocks" title={t("calls:clocks")}>
      <PublicBoard caption={t("calls:clocks")} items={props.items} today={props.today} />
    </Section>
  );
}
