import type { CampaignItem, CampaignSampleItem, FoundCampaign } from "#app/domain/monitoring/campaigns/campaign.ts";
import { CAMPAIGN_STATES } from "#app/domain/monitoring/campaigns/campaign.ts";
import { marginOf } from "#app/domain/monitoring/sampling/sample.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Journey } from "#app/ui/blocks/journey.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";

/** One campaign in the list: what is asked, by whom, until when, and how far it is. */
export function CampaignHit({ item }: { item: CampaignItem }) {
  const { lang, t, format } = useLanguage();
  const title = pickText(item.title, lang);
  const question = pickText(item.question, lang);
  return (
    <SearchHit
      tag={t("monitoring:campaign")}
      code={item.code}
      href={`/${lang}/monitoring/campaigns/${item.code}`}
      title={title?.text ?? item.code}
      titleLang={title?.lang}
      snippet={question?.text}
      snippetLang={question?.lang}
    >
      <Tag>{t(`monitoring:state.${item.state}`)}</Tag>
      <span>
        <Text of={item.owner} badge={false} />
      </span>
      <span className="s soft">
        {t("monitoring:period", { from: format.date(item.startsOn), to: format.date(item.endsOn) })}
      </span>
      {item.drawn > 0 ? <span className="s soft">{t("monitoring:drawnCount", { count: item.drawn })}</span> : null}
      {item.state === "PUBLIC_COMMENT" && item.commentUntil ? (
        <a href={`/${lang}/monitoring/campaigns/${item.code}/public-comment`}>
          {t("consultation:until", { date: format.date(item.commentUntil) })}
        </a>
      ) : null}
    </SearchHit>
  );
}

type ShownCampaign = Omit<FoundCampaign, "team" | "createdById" | "bodies" | "invitedIds">;

/** Who, on what basis, how, and when. */
export function CampaignFacts({ campaign }: { campaign: ShownCampaign }) {
  const { t, format } = useLanguage();
  const { approvalNumber, approvedOn } = campaign;
  return (
    <Facts
      facts={[
        { term: t("monitoring:owner"), value: <Text of={campaign.owner} badge={false} /> },
        { term: t("monitoring:field.legalBasis"), value: campaign.legalBasis },
        {
          term: t("monitoring:field.subjectTypes"),
          value: campaign.subjectTypes.map((type) => t(`monitoring:type.${type}`)).join(", "),
        },
        { term: t("monitoring:field.method"), value: t(`monitoring:template.${campaign.method}`) },
        {
          term: t("monitoring:templates.used"),
          value: campaign.template ? (
            <>
              <Text of={campaign.template.name} />{" "}
              {t("monitoring:templates.version", { number: campaign.template.number })}
            </>
          ) : null,
        },
        {
          term: t("monitoring:periodLabel"),
          value: t("monitoring:period", { from: format.date(campaign.startsOn), to: format.date(campaign.endsOn) }),
        },
        {
          term: t("consultation:untilLabel"),
          value: campaign.commentUntil ? format.date(campaign.commentUntil) : null,
        },
        {
          term: t("monitoring:approval"),
          value:
            approvalNumber && approvedOn
              ? t("monitoring:approvalOf", { number: approvalNumber, date: format.date(approvedOn) })
              : null,
        },
      ]}
    />
  );
}

/** Every step of the table: taken, on now, or to come. */
export function CampaignJourney({ state, steps }: Pick<FoundCampaign, "state" | "steps">) {
  const { t, format } = useLanguage();
  return (
    <Journey
      steps={CAMPAIGN_STATES.map((one) => {
        const taken = steps.find(({ to }) => to === one);
        return {
          key: one,
          state: one === state ? "now" : taken ? "done" : "next",
          when: taken ? format.date(format.dayOf(taken.at)) : t("monitoring:toCome"),
          title: t(`monitoring:state.${one}`),
          text: taken ? [postWord(t, taken.post), taken.note].filter(Boolean).join(". ") : undefined,
        };
      })}
    />
  );
}

/** The populations and what was drawn from each. */
export function SampleTable({ code, samples }: { code: string; samples: readonly CampaignSampleItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:samples")}
      columns={[
        { label: t("monitoring:population"), heads: true },
        { label: t("monitoring:field.subjectType") },
        { label: t("monitoring:field.sampleMethod") },
        { label: t("monitoring:sample"), numeric: true },
      ]}
      rows={samples.map((sample) => ({
        key: String(sample.number),
        cells: [
          <a key="link" href={`/${lang}/monitoring/campaigns/${code}/samples/${sample.number}`}>
            {t("monitoring:sampleNumber", { number: sample.number })}
          </a>,
          <>
            {t(`monitoring:type.${sample.subjectType}`)}
            <small className="soft">
              {" "}
              {t("monitoring:frozenOn", { date: format.date(format.dayOf(sample.frozenAt)) })}
            </small>
          </>,
          sample.method ? t(`monitoring:sampleMethod.${sample.method}`) : t("monitoring:notDrawn"),
          sample.size === null
            ? format.number(sample.populationSize)
            : t("monitoring:sampleOf", {
                size: format.number(sample.size),
                population: format.number(sample.populationSize),
              }),
        ],
      }))}
    />
  );
}

/** How exact a sample is. */
export function MarginWords({ population, size }: { population: number; size: number }) {
  const { t, format } = useLanguage();
  const margin = marginOf(population, size);
  if (margin === 0) return <>{t("monitoring:marginNone")}</>;
  return <>{t("monitoring:margin", { points: format.number(Math.round(margin * 10) / 10) })}</>;
}
