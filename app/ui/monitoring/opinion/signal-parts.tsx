import { type FoundSignal, LEAST_ASKED, type SignalItem, shareOf } from "#app/domain/monitoring/opinion/opinion.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";
import { ShareBars } from "./share-bars.tsx";

/** One signal in the list: what was asked, of how many, when. */
export function SignalHit({ item }: { item: SignalItem }) {
  const { lang, t, format } = useLanguage();
  return (
    <SearchHit
      tag={t(`opinion:channels.${item.channel}`)}
      code={item.code}
      href={`/${lang}/monitoring/opinion/${item.code}`}
      title={item.title}
      titleLang={item.language}
      snippet={item.question}
      snippetLang={item.language}
    >
      <StateTag item={item} />
      <span className="s soft">{t("opinion:asked", { count: item.n })}</span>
      <span className="s soft">
        {t("monitoring:period", { from: format.date(item.fromOn), to: format.date(item.toOn) })}
      </span>
    </SearchHit>
  );
}

/** That a signal is not public yet; nothing where it is. */
export function StateTag({ item }: { item: Pick<SignalItem, "releasedAt" | "publishedAt"> }) {
  const { t } = useLanguage();
  if (item.publishedAt) return null;
  return <Tag>{t(item.releasedAt ? "opinion:released" : "opinion:draft")}</Tag>;
}

type Drawn = Pick<FoundSignal, "code" | "question" | "figures" | "n" | "several" | "language" | "source" | "toOn">;

/** The picture, and the same figures in a table beneath. */
export function SignalFigure({ signal }: { signal: Drawn }) {
  const { t, format } = useLanguage();
  const { figures, n, several, language } = signal;
  return (
    <figure className="fig first">
      <figcaption>
        <strong>
          <Foreign lang={language}>{signal.question}</Foreign>
        </strong>{" "}
        <span className="soft">{t(several ? "opinion:readSeveral" : "opinion:read", { count: n })}</span>
      </figcaption>
      {n < LEAST_ASKED ? (
        <Notice>{t("opinion:tooFew", { least: LEAST_ASKED })}</Notice>
      ) : (
        <div lang={language}>
          <ShareBars id={signal.code} title={signal.question} figures={figures} n={n} />
        </div>
      )}
      <StackTable
        caption={t("opinion:figures")}
        columns={[
          { label: t("opinion:answer"), heads: true },
          { label: t("opinion:count"), numeric: true },
          { label: t("opinion:share"), numeric: true },
          { label: t("opinion:interval"), numeric: true },
        ]}
        rows={figures.map(({ label, count }) => {
          const share = shareOf(count, n);
          return {
            key: label,
            cells: [
              <span key="label" lang={language}>
                {label}
              </span>,
              format.number(count),
              share ? format.percent(share.ppm, 1) : t("opinion:notCounted"),
              share
                ? t("opinion:range", { low: format.percent(share.lowPpm, 1), high: format.percent(share.highPpm, 1) })
                : t("opinion:notCounted"),
            ],
          };
        })}
      />
      <p className="src s soft">
        {t("opinion:sourceLine", { source: signal.source, date: format.date(signal.toOn) })} {t("opinion:intervalText")}
      </p>
    </figure>
  );
}

/** How, when, by whom, and of what. */
export function SignalFacts({ signal }: { signal: FoundSignal }) {
  const { lang, t, format } = useLanguage();
  const { campaign, subjectCode, language } = signal;
  return (
    <Facts
      facts={[
        { term: t("opinion:field.channel"), value: t(`opinion:channels.${signal.channel}`) },
        { term: t("opinion:field.n"), value: format.number(signal.n) },
        {
          term: t("monitoring:periodLabel"),
          value: t("monitoring:period", { from: format.date(signal.fromOn), to: format.date(signal.toOn) }),
        },
        { term: t("opinion:by"), value: <Text of={signal.owner} badge={false} /> },
        {
          term: t("opinion:field.source"),
          value: <Foreign lang={language}>{signal.source}</Foreign>,
        },
        {
          term: t("monitoring:campaign"),
          value: campaign ? <a href={`/${lang}/monitoring/campaigns/${campaign}`}>{campaign}</a> : null,
        },
        {
          term: t("opinion:field.about"),
          value: subjectCode ? <a href={`/${lang}${pathOf(subjectCode)}`}>{subjectCode}</a> : null,
        },
      ]}
    />
  );
}

function pathOf(code: string): string {
  if (code.startsWith("SK-")) return `/initiatives/${code}`;
  return code.startsWith("DA-") ? `/partnerships/${code}` : `/results/${code}`;
}

/** What was corrected since, with its day. */
export function SignalErrata({ errata }: Pick<FoundSignal, "errata">) {
  const { t, format } = useLanguage();
  return (
    <>
      {errata.map(({ text, language, post, at }) => (
        <div className="talk flow tight" key={at}>
          <p className="read pre">
            <Foreign lang={language}>{text}</Foreign>
          </p>
          <p className="s soft">
            {t("monitoring:answerBy", { post: postWord(t, post), date: format.date(format.dayOf(at)) })}
          </p>
        </div>
      ))}
    </>
  );
}
