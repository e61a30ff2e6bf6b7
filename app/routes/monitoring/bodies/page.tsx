import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { placeBody } from "#app/domain/monitoring/bodies/place.server.ts";
import { findFrontBody, listCampaignsOf, listFrontBodies } from "#app/domain/monitoring/bodies/queries.server.ts";
import { mayLead, monitoringBodies } from "#app/domain/monitoring/monitoring.policy.ts";
import { EVERY_FINDING, EVERY_RECOMMENDATION } from "#app/domain/monitoring/open-data/open-data.ts";
import { listOpenFindings, listOpenRecommendations } from "#app/domain/monitoring/open-data/queries.server.ts";
import { listTemplates } from "#app/domain/monitoring/templates/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { line } from "#app/platform/typed.ts";
import { Text } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { HitList } from "#app/ui/lists/search-hit.tsx";
import { EmptyState, Tag } from "#app/ui/marks/notice.tsx";
import {
  FrontBodies,
  FrontPosts,
  NewestFindings,
  OpenRecommendations,
  PlaceForm,
} from "#app/ui/monitoring/bodies/body-parts.tsx";
import { CampaignHit } from "#app/ui/monitoring/campaigns/campaign-parts.tsx";
import { TemplateTable } from "#app/ui/monitoring/templates/template-parts.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";

const MOST = 50;
const placeSchema = z.object({ parentCode: line({ max: 50 }) });

/** The space of a body of the Front: everybody reads what is public, its own monitors their drafts and templates too. */
export const loader = publicLoader(async ({ actor, params, lang }) => {
  const code = params["body"] ?? "";
  const at = new Date();
  const found = /^VN-[A-Z]{2,6}-[\w-]{1,40}$/.test(code) ? await findFrontBody(code, at) : null;
  if (!found) throw notFound();
  const { body, below } = found;
  const isOwn = monitoringBodies(actor).includes(body.id);
  const leads = mayLead(actor, { ownerOrganisationId: body.id });
  const open = { ...EVERY_RECOMMENDATION, owners: [code], statuses: ["OPEN", "OPEN_PARTIALLY_ADDRESSED"] };
  const [campaigns, findings, recommendations, own] = await Promise.all([
    listCampaignsOf(actor, body.id),
    listOpenFindings({ ...EVERY_FINDING, owners: [code] }, { limit: MOST, after: null }),
    listOpenRecommendations(open, { limit: MOST, after: null }, at),
    isOwn && actor ? ownPart(actor, leads, at) : { templates: [], bodies: [] },
  ]);
  return {
    title: pickText(body.name, lang)?.text ?? code,
    description: code,
    ...{ body, below, campaigns, leads, today: dayInVietnam(at) },
    findings: findings.items,
    recommendations: recommendations.items.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
    templates: own.templates.filter(({ ownerId }) => ownerId === body.id),
    others: own.bodies
      .filter(({ id }) => id !== body.id)
      .map((one) => ({ value: one.code, label: pickText(one.name, lang)?.text ?? one.code })),
    blank: blankForm({ parentCode: body.parent?.code ?? "" }),
  };
});

/** What the monitors of a body read of it besides: templates, and for a lead where it may stand. */
async function ownPart(actor: Parameters<typeof listTemplates>[0], leads: boolean, at: Date) {
  const [templates, bodies] = await Promise.all([listTemplates(actor), leads ? listFrontBodies(at) : []]);
  return { templates, bodies };
}

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const code = params["body"] ?? "";
  const typed = await readForm();
  await frontAlone(actor, "body.place", code.slice(0, 40));
  const place = (value: { parentCode: string }) => placeBody(actor, code, value);
  const acted = await actedByFront(parseForm(typed, placeSchema, lang), place, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/bodies/${code}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function FrontBody() {
  const page = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? page.blank;
  const { body } = page;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: t("monitoring:spaces.title"), href: `/${lang}/monitoring/bodies` },
        { label: page.title },
      ]}
    >
      <ErrorSummary form={form} labels={{ parentCode: t("monitoring:spaces.parent") }} />
      <Head
        eyebrow={<Tag>{t("monitoring:spaces.body")}</Tag>}
        title={<Text of={body.name} badge={false} />}
        lede={
          body.parent ? (
            <>
              {t("monitoring:spaces.under")}{" "}
              <a href={`/${lang}/monitoring/bodies/${body.parent.code}`}>
                <Text of={body.parent.name} badge={false} />
              </a>
            </>
          ) : null
        }
      />
      <Work />
      {page.below.length > 0 ? (
        <Section id="below" title={t("monitoring:spaces.below")}>
          <FrontBodies caption={t("monitoring:spaces.below")} bodies={page.below} />
        </Section>
      ) : null}
      <Section id="team" title={t("monitoring:spaces.team")}>
        <FrontPosts posts={body.posts} />
      </Section>
      {page.templates.length > 0 ? (
        <Section id="templates" title={t("monitoring:templates.shared")}>
          <TemplateTable items={page.templates} />
        </Section>
      ) : null}
      {page.leads && page.others.length > 0 ? (
        <Section id="place" title={t("monitoring:spaces.placeTitle")}>
          <div className="read">
            <PlaceForm form={form} others={page.others} />
          </div>
        </Section>
      ) : null}
    </Page>
  );
}

function Work() {
  const page = useLoaderData<typeof loader>();
  const { t } = useLanguage();
  return (
    <>
      <Section id="campaigns" title={t("monitoring:spaces.campaigns")}>
        {page.campaigns.length === 0 ? (
          <EmptyState title={t("monitoring:none")}>{t("monitoring:noneText")}</EmptyState>
        ) : (
          <HitList>
            {page.campaigns.map((item) => (
              <CampaignHit key={item.code} item={item} />
            ))}
          </HitList>
        )}
      </Section>
      {page.recommendations.length > 0 ? (
        <Section id="recommendations" title={t("monitoring:spaces.openTitle")}>
          <OpenRecommendations items={page.recommendations} today={page.today} />
        </Section>
      ) : null}
      {page.findings.length > 0 ? (
        <Section id="findings" title={t("monitoring:findings")}>
          <NewestFindings items={page.findings} />
        </Section>
      ) : null}
    </>
  );
}
