import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { obligationsOf } from "#app/domain/obligations/queries.server.ts";
import { mayInvite, maySeeUnverified } from "#app/domain/organisations/organisation.policy.ts";
import { findOrganisation } from "#app/domain/organisations/queries.server.ts";
import { findPublicWorks } from "#app/domain/organisations/works/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HouseName } from "#app/ui/marks/house.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { FollowBar } from "#app/ui/notices/follow-bar.tsx";
import { OrganisationFacts } from "#app/ui/organisations/facts.tsx";
import { PostTable } from "#app/ui/organisations/post-table.tsx";
import { PublicWorksCards } from "#app/ui/organisations/public-works.tsx";
import { VerificationClock } from "#app/ui/organisations/verification-clock.tsx";
import { EntryTable } from "#app/ui/record/entry-table.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, lang, t, actor }) => {
  const organisation = await findOrganisation(params["organisation"]);
  if (!organisation) throw notFound();
  const { id, code, verifiedAt } = organisation;
  // The public record knows an organisation by its code, and so does its one address.
  if (params["organisation"] !== code) throw redirect(`/${lang}/organisations/${code}`);
  const at = new Date();
  const [{ provinces }, obligations, entries, works] = await Promise.all([
    loadCatalogue(),
    verifiedAt ? [] : obligationsOf(code, at),
    entriesOf("ORGANISATION", code),
    findPublicWorks(id),
  ]);
  const shared = {
    now: at.toISOString(),
    today: dayInVietnam(at),
    code,
    entries,
    obligation: obligations[0] ?? null,
    feed: `/${lang}/organisations/${code}.atom`,
  };
  if (!verifiedAt && !maySeeUnverified(actor, id)) {
    return { ...shared, title: t("organisations:page.withheldTitle"), organisation: null, works: null, manage: false };
  }
  const { createdById: _, provinceCode, ...shown } = organisation;
  return {
    ...shared,
    title: pickText(organisation.names, lang)?.text ?? code,
    organisation: { ...shown, province: provinces.find((one) => one.code === provinceCode)?.names ?? null },
    works,
    manage: mayInvite(actor, id),
  };
});

export default function OrganisationDetail() {
  const { title, code, organisation, obligation, works, entries, manage, now, today } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const base = `/${lang}/organisations`;
  return (
    <Page crumbs={[{ label: t("organisations:title"), href: base }, { label: title }]}>
      <Head
        eyebrow={
          <>
            <span>{t("organisations:kind")}</span>
            <span className="nw">{code}</span>
            {organisation?.verifiedAt ? null : <Tag>{t("organisations:page.unverified")}</Tag>}
          </>
        }
        title={organisation ? <Text of={organisation.names} /> : title}
        lede={organisation ? <HouseName house={organisation.house} /> : t("organisations:page.withheldLede")}
      >
        {manage ? (
          <p className="row">
            <a className="btn alt" href={`${base}/${code}/manage`}>
              {t("organisations:page.manage")}
            </a>
          </p>
        ) : null}
      </Head>
      <FollowBar subject={{ type: "ORGANISATION", code }} />
      {obligation ? <VerificationClock obligation={obligation} today={today} /> : null}
      {organisation ? (
        <Section id="about" title={t("organisations:page.about")}>
          <div className="cols half">
            <OrganisationFacts {...organisation} />
            <PostTable posts={organisation.posts} />
          </div>
        </Section>
      ) : null}
      {works && organisation?.verifiedAt ? (
        <Section
          id="works"
          title={t("organisations:page.works")}
          aside={t("organisations:page.worksAsOf", { time: format.dateTime(now) })}
        >
          <PublicWorksCards works={works} />
        </Section>
      ) : null}
      <Section id="record" title={t("organisations:page.record")}>
        <EntryTable caption={t("organisations:page.record")} entries={entries} />
      </Section>
    </Page>
  );
}
