import { useLoaderData } from "@remix-run/react";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findSample } from "#app/domain/monitoring/sampling/queries.server.ts";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { MarginWords } from "#app/ui/monitoring/campaigns/campaign-parts.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

const KINDS = { SK: "INITIATIVE", DA: "PARTNERSHIP", KQ: "RESULT", BT: "CHALLENGE" } as const;

export const loader = publicLoader(async ({ actor, params, lang, t }) => {
  const { code, number } = params;
  const campaign = isCode("DG", code) ? await findCampaign(actor, code) : null;
  if (!campaign || !/^\d{1,4}$/.test(number ?? "")) throw notFound();
  const sample = await findSample(campaign.code, Number(number), { onlyDrawn: true });
  if (!sample) throw notFound();
  const type = t(`monitoring:type.${sample.subjectType}`);
  return {
    title:
      sample.size === null
        ? t("monitoring:populationTitle", { type, population: sample.populationSize })
        : t("monitoring:sampleTitle", { type, size: sample.size, population: sample.populationSize }),
    code: campaign.code,
    campaign: pickText(campaign.title, lang)?.text ?? campaign.code,
    sample: {
      ...sample,
      units: sample.units.map((unit) => ({ ...unit, path: pathOf(unit.subjectCode) })),
    },
  };
});

function pathOf(code: string): string | null {
  const kind = Object.entries(KINDS).find(([prefix]) => code.startsWith(`${prefix}-`))?.[1];
  return kind ? subjectPath(kind, code) : null;
}

export default function Sample() {
  const { title, code, campaign, sample } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const here = `/${lang}/monitoring/campaigns/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: here },
        { label: t("monitoring:sampleNumber", { number: sample.number }) },
      ]}
    >
      <Head title={title} lede={campaign}>
        <p className="row">
          <a className="btn alt" href={`${here}/samples/${sample.number}/population.csv`}>
            {t("monitoring:csvPopulation")}
          </a>
          {sample.seed ? (
            <a className="btn alt" href={`${here}/samples/${sample.number}/sample.csv`}>
              {t("monitoring:csvSample")}
            </a>
          ) : null}
        </p>
      </Head>
      <div className="read">
        <SampleFacts sample={sample} />
        <Section id="drawn" title={t("monitoring:sample")}>
          {sample.units.length === 0 ? (
            <EmptyState title={t("monitoring:notDrawn")} />
          ) : (
            <StackTable
              caption={t("monitoring:sample")}
              columns={[
                { label: t("monitoring:order"), numeric: true },
                { label: t("monitoring:subject"), heads: true },
                { label: t("monitoring:body") },
              ]}
              rows={sample.units.map((unit) => ({
                key: unit.key,
                cells: [
                  unit.drawn,
                  unit.path ? (
                    <a key="subject" href={`/${lang}${unit.path}`}>
                      {unit.subjectCode}
                    </a>
                  ) : (
                    unit.subjectCode
                  ),
                  unit.body ? <Text key="body" of={unit.body} badge={false} /> : null,
                ],
              }))}
            />
          )}
        </Section>
        <Redraw />
      </div>
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["sample"];

function SampleFacts({ sample }: { sample: Shown }) {
  const { t, format } = useLanguage();
  const { frozenAt, drawnAt, stratumBy, size } = sample;
  return (
    <Facts
      facts={[
        { term: t("monitoring:population"), value: t("monitoring:populationOf", { count: sample.populationSize }) },
        { term: t("monitoring:frozenOn", { date: "" }).trim(), value: format.dateTime(frozenAt) },
        { term: t("monitoring:hash"), value: <code>{sample.populationSha256}</code> },
        {
          term: t("monitoring:field.sampleMethod"),
          value: sample.method
            ? [t(`monitoring:sampleMethod.${sample.method}`), stratumBy ? t(`monitoring:stratum.${stratumBy}`) : ""]
                .filter(Boolean)
                .join(", ")
            : t("monitoring:notDrawn"),
        },
        {
          term: t("monitoring:field.size"),
          value:
            size === null ? null : (
              <>
                {format.number(size)}. <MarginWords population={sample.populationSize} size={size} />
              </>
            ),
        },
        { term: t("monitoring:seed"), value: sample.seed ? <code>{sample.seed}</code> : null },
        { term: t("monitoring:drawnOn"), value: drawnAt ? format.dateTime(drawnAt) : null },
      ]}
    />
  );
}

function Redraw() {
  const { t } = useLanguage();
  return (
    <Section id="redraw" title={t("monitoring:redrawTitle")}>
      <p>{t("monitoring:redraw")}</p>
    </Section>
  );
}
