import { type FoundCall, isOfMarket } from "#app/domain/partnerships/calls/call.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { bodyName, houseWords, levelWords, needWords } from "#app/ui/calls/words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

type Named = { code: string; name: string };

export function CallHead(props: { call: FoundCall }) {
  const { t } = useLanguage();
  const { code, kind, standing, title } = props.call;
  const isNamed = standing !== "WITHDRAWN" && Object.keys(title).length > 0;
  return (
    <Head
      eyebrow={
        <>
          <span>
            {t(`calls:kind.${kind}`)} <span className="nw">{code}</span>
          </span>
          <Tag>{t(`calls:standing.${standing}`)}</Tag>
        </>
      }
      title={isNamed ? <Text of={title} /> : code}
    />
  );
}

/** What is written, in the best language for the page; the other versions fold away. */
export function CallText(props: { call: FoundCall }) {
  const { lang, t } = useLanguage();
  const picked = pickText(props.call.text, lang);
  if (!picked) return null;
  return (
    <Section id="text" title={t(props.call.kind === "RESULT_OFFER" ? "calls:field.terms" : "calls:text")}>
      <Prose text={picked.text} lang={picked.lang} />
    </Section>
  );
}

/** How it stands where it takes no interests: not yet, no more, or taken back. */
export function StandingNotice(props: { call: FoundCall }) {
  const { lang, t, format } = useLanguage();
  const { standing, endReason, opensOn } = props.call;
  const why = { WITHDRAWN: "withdrawn", CLOSED: "closed", EXPIRED: "expired" } as const;
  if (standing === "UPCOMING")
    return <Notice>{t("calls:upcoming", { date: opensOn ? format.date(opensOn) : "" })}</Notice>;
  if (standing === "OPEN" || standing === "DRAFT") return null;
  return (
    <Notice warn={standing === "WITHDRAWN"}>
      <p>
        <strong>{t(`calls:${why[standing]}`)}</strong>
      </p>
      {endReason ? <Prose text={endReason} lang={lang} /> : null}
    </Notice>
  );
}

/** Who publishes it, what is sought or offered, for which products, how ready, where, until when, and where it comes from. */
export function CallFacts(props: {
  call: FoundCall;
  products: readonly Named[];
  provinces: readonly string[];
  field: string | null;
}) {
  const { lang, t, format } = useLanguage();
  const { call, products, provinces, field } = props;
  const { body, opensOn, closesOn, amountVnd } = call;
  return (
    <Facts
      facts={[
        {
          term: t("calls:field.body"),
          value: (
            <a href={`/${lang}/organisations/${body.code}`}>
              <PartyBadge house={body.house} name={bodyName(body, lang)} />
            </a>
          ),
        },
        {
          term: t(`calls:field.needsOf.${call.kind}`),
          value: needWords(t, call.needs),
        },
        { term: t(isOfMarket(call.kind) ? "calls:field.keywords" : "calls:field.words"), value: call.words },
        { term: t("calls:field.amount"), value: amountVnd ? format.money(BigInt(amountVnd)) : null },
        { term: t("calls:field.productCodes"), value: <Products products={products} /> },
        { term: t("calls:field.fordCode"), value: field },
        { term: t("calls:field.readiness"), value: levelWords(t, call.trlFrom, call.trlTo) },
        {
          term: t("calls:field.provinceCodes"),
          value: provinces.length > 0 ? provinces.join(", ") : t("calls:anywhere"),
        },
        {
          term: t("calls:field.opensOn"),
          value: opensOn && <time dateTime={opensOn}>{format.date(opensOn)}</time>,
        },
        {
          term: t("calls:field.closesOn"),
          value: closesOn && <time dateTime={closesOn}>{format.date(closesOn)}</time>,
        },
        { term: t("calls:field.partnership"), value: call.partnership ? <Partnership call={call} /> : null },
        {
          term: t(call.kind === "RESULT_OFFER" ? "calls:field.offers" : "calls:field.origin"),
          value: call.origin ? <Origin origin={call.origin} /> : null,
        },
        {
          term: t("calls:field.interests"),
          value: call.publishedAt ? t("calls:interests", { count: call.interests }) : null,
        },
      ]}
    />
  );
}

function Products(props: { products: readonly Named[] }) {
  const { lang } = useLanguage();
  if (props.products.length === 0) return "–";
  return (
    <ul>
      {props.products.map((one) => (
        <li key={one.code}>
          <a href={`/${lang}/catalogue/${one.code}`}>{one.name}</a>
        </li>
      ))}
    </ul>
  );
}

function Partnership(props: { call: FoundCall }) {
  const { lang, t } = useLanguage();
  const { partnership, missing } = props.call;
  return (
    <>
      <a href={`/${lang}/partnerships/${partnership}`}>{partnership}</a>
      {missing.length > 0 ? <>. {t("calls:missing", { houses: houseWords(t, missing) })}.</> : null}
    </>
  );
}

function Origin(props: { origin: NonNullable<FoundCall["origin"]> }) {
  const { lang } = useLanguage();
  const { type, code, title } = props.origin;
  return (
    <a href={`/${lang}/${type === "RESULT" ? "results" : "initiatives"}/${code}`}>
      {title ? <Text of={title} /> : code}
    </a>
  );
}
