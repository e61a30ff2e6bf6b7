import type { ProposalContent } from "#app/domain/initiatives/completeness.ts";
import type { ClosedPart } from "#app/domain/initiatives/file-view.ts";
import type { PartLevel } from "#app/domain/initiatives/part.ts";
import { LANGUAGE_NAMES, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { type Fact, Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { levelWords, PartReaders } from "#app/ui/initiatives/part-readers.tsx";
import { type ListNames, nameOf, sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { Readiness } from "#app/ui/marks/readiness.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** Content as it comes through a loader: amounts are decimal text. */
export type SentContent = Omit<ProposalContent, "requestedFundingVnd" | "coFunding"> & {
  requestedFundingVnd: string | null;
  coFunding: readonly { source: string; vnd: string }[];
};

const LONG_TEXTS = ["problem", "solution", "novelty", "publicBenefit"] as const;

/** What the proposer wrote, whole, each part in the language in which it was written. */
export function ContentSection(props: { content: SentContent; closed: readonly ClosedPart[]; title?: string }) {
  const { lang, t } = useLanguage();
  const { content } = props;
  const otherAbstracts = LANGUAGES.filter((one) => one !== lang && content.abstract[one]);
  return (
    <Section id="content" title={props.title ?? t("initiatives:content")}>
      <div className="flow read">
        {LONG_TEXTS.map((name) => (
          <div key={name}>
            <h3>{t(`initiatives:form.${name}.short`)}</h3>
            <PartReaders part={name} closed={props.closed} />
            {content[name] ? <Prose text={content[name]} lang={content.language} /> : null}
          </div>
        ))}
        {otherAbstracts.length > 0 ? (
          <details className="data">
            <summary>{t("initiatives:otherLanguages")}</summary>
            {otherAbstracts.map((one) => (
              <div key={one} lang={one} className="flow tight">
                <p>
                  <strong>{LANGUAGE_NAMES[one]}</strong>
                  {content.title[one] ? `: ${content.title[one]}` : ""}
                </p>
                <p>{content.abstract[one]}</p>
              </div>
            ))}
          </details>
        ) : null}
      </div>
    </Section>
  );
}

/** Text of several lines as the paragraphs that it is, marked where it is in another language than the page. */
export function Prose(props: { text: string; lang: Language }) {
  const { lang } = useLanguage();
  const paragraphs = props.text.split(/\n+/).map((text, index) => ({ key: `${index}`, text }));
  return (
    <div className="flow tight" lang={props.lang === lang ? undefined : props.lang}>
      {paragraphs.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}

/** The figures and names beside the content. */
export function ContentFacts(props: {
  content: SentContent;
  closed: readonly ClosedPart[];
  names: ListNames;
  organisation: { names: Texts; house: House } | null;
}) {
  const { t } = useLanguage();
  const { content, names, organisation } = props;
  const facts: Fact[] = [
    {
      term: t("initiatives:fact.team"),
      value: content.team.length > 0 ? <Team team={content.team} /> : null,
    },
    {
      term: t("initiatives:fact.organisation"),
      value: organisation ? (
        <PartyBadge house={organisation.house} name={<Text of={organisation.names} badge={false} />} />
      ) : null,
    },
    { term: t("initiatives:fact.field"), value: nameOf(names.fields, content.fordCode) },
    { term: t("initiatives:fact.province"), value: nameOf(names.provinces, content.provinceCode) },
    {
      term: t("initiatives:fact.products"),
      value: content.productCodes.map((code) => nameOf(names.products, code)).join("; ") || null,
    },
    {
      term: t("initiatives:fact.readiness"),
      value: content.maturityTrl === null ? null : <Readiness level={content.maturityTrl} />,
    },
    { term: t("initiatives:fact.funding"), value: <Funding content={content} closed={props.closed} /> },
    {
      term: t("initiatives:fact.rights"),
      value: content.filedBeforePublication
        ? t(`initiatives:filed.${content.filedBeforePublication}`)
        : content.ipOwnership || null,
    },
  ];
  return <Facts facts={facts} />;
}

function Team(props: { team: ProposalContent["team"] }) {
  const { format } = useLanguage();
  return (
    <ul>
      {props.team.map(({ name, part, contributionPpm = 0 }) => (
        <li key={`${name} ${part}`}>
          {name}
          {part ? <span className="soft">, {part}</span> : null}
          {contributionPpm > 0 && props.team.length > 1 ? (
            <span className="soft">, {format.percent(contributionPpm)}</span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Funding(props: { content: SentContent; closed: readonly ClosedPart[] }) {
  const { t, format } = useLanguage();
  const { requestedFundingVnd, durationMonths, coFunding } = props.content;
  const readers = <PartReaders part="funding" closed={props.closed} />;
  if (requestedFundingVnd === null)
    return (
      <>
        {readers}
        {durationMonths ? t("initiatives:inMonths", { count: durationMonths }) : null}
      </>
    );
  return (
    <>
      {readers}
      <span className="nw">{format.moneyShort(BigInt(requestedFundingVnd))}</span>
      {durationMonths ? <> {t("initiatives:inMonths", { count: durationMonths })}</> : null}
      {coFunding.map(({ source, vnd }) => (
        <small key={source} className="s soft">
          <br />
          {t("initiatives:coFunded", { source, amount: format.moneyShort(BigInt(vnd)) })}
        </small>
      ))}
    </>
  );
}

export type SentFile = {
  id: string;
  name: string;
  sha256: string;
  sizeBytes: number;
  mediaType: string;
  addedAt: string;
  level: PartLevel;
  untilOn: string | null;
};

/** The files, with type, size, and the first digits of their hash. */
export function FileList(props: { files: readonly SentFile[] }) {
  const { t, format } = useLanguage();
  if (props.files.length === 0) return null;
  return (
    <div className="flow tight">
      <p className="lab">{t("initiatives:files")}</p>
      {props.files.map((file) => (
        <Evidence
          key={file.id}
          href={`/files/${file.id}`}
          title={file.name}
          meta={[
            typeWords(file.mediaType),
            sizeWords(file.sizeBytes, format.number),
            format.date(format.dayOf(file.addedAt)),
            shortHash(file.sha256),
            ...(file.level === "PUBLIC" ? [] : [levelWords(file, t, format)]),
          ].join(" · ")}
        />
      ))}
      <p className="xs soft">{t("initiatives:unscanned")}</p>
    </div>
  );
}
