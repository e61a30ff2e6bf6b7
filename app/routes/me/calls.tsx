import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { standingOf } from "#app/domain/partnerships/calls/call.ts";
import { listOwnInterests } from "#app/domain/partnerships/calls/interests/queries.server.ts";
import { listFitting } from "#app/domain/partnerships/calls/matching/queries.server.ts";
import { listOwnCalls } from "#app/domain/partnerships/calls/queries.server.ts";
import { MatchList } from "#app/ui/calls/match-list.tsx";
import { OwnCallTable, OwnInterestTable } from "#app/ui/calls/own-tables.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { memberLoader } from "#app/web/guard.server.ts";
import { namesOf } from "#app/web/partnerships/calls/call-view.server.ts";

export const loader = memberLoader(async ({ actor, lang, t }) => {
  const at = new Date();
  const [catalogue, calls, interests, matches] = await Promise.all([
    loadCatalogue(),
    listOwnCalls(actor),
    listOwnInterests(actor),
    listFitting(actor, at),
  ]);
  const today = dayInVietnam(at);
  return {
    title: t("calls:own.title"),
    calls: calls.map((call) => ({ ...call, standing: standingOf(call, today) })),
    ...{ interests, matches },
    named: namesOf(catalogue, lang, {
      products: matches.flatMap(({ reasons }) => [...reasons.products, ...reasons.related]),
      provinces: matches.flatMap(({ reasons }) => reasons.provinces),
      fields: matches.map(({ reasons }) => reasons.field),
    }),
  };
});

export default function OwnCalls() {
  const { calls, interests, matches, named } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("accounts:me.title"), href: `/${lang}/me` }, { label: t("calls:own.title") }]}>
      <Head title={t("calls:own.title")} lede={t("calls:own.lede")}>
        <p className="row">
          <a className="btn" href={`/${lang}/partnerships/calls/new`}>
            {t("calls:write")}
          </a>
          <a className="btn alt" href={`/${lang}/partnerships/calls`}>
            {t("calls:all")}
          </a>
        </p>
      </Head>
      <Section id="calls" title={t("calls:own.calls")}>
        <OwnCallTable calls={calls} />
      </Section>
      <Section id="interests" title={t("calls:own.interests")}>
        <OwnInterestTable interests={interests} />
      </Section>
      <Section id="fitting" title={t("calls:own.fitting")} aside={t("calls:match.aside")}>
        <MatchList matches={matches} names={named} own />
      </Section>
    </Page>
  );
}
