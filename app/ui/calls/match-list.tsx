import type { CallKind } from "#app/domain/partnerships/calls/call.ts";
import type { FittingBody, Match, MatchReasons } from "#app/domain/partnerships/calls/matching/match.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { bodyName, needWords } from "#app/ui/calls/words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** Names in the page's language by code: products of both catalogues, provinces, and fields of science. */
export type Names = Readonly<Record<"products" | "provinces" | "fields", Readonly<Record<string, string>>>>;

/** Calls and offers that fit, each with its reasons in words; the most reasons first. */
export function MatchList(props: { matches: readonly Match[]; names: Names; own?: boolean }) {
  const { lang, t, format } = useLanguage();
  if (props.matches.length === 0) return <p className="soft">{t("calls:match.none")}</p>;
  return (
    <ol className="list">
      {props.matches.map((match) => (
        <li className="hit" key={match.code}>
          <p className="eyebrow">
            <Tag>{t(`calls:kind.${match.kind}`)}</Tag>
            <span className="nw">{match.code}</span>
          </p>
          <h3>
            <a href={`/${lang}/partnerships/calls/${match.code}`}>
              <Text of={match.title} />
            </a>
          </h3>
          <ul className="s">
            {reasonWords(t, match, props.names).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          <div className="meta">
            <PartyBadge house={match.body.house} name={bodyName(match.body, lang)} />
            {props.own ? (
              <span className="s soft">
                {match.fits ? t("calls:match.fits", { code: match.fits }) : t("calls:match.fitsBody")}
              </span>
            ) : null}
            <span className="s soft">{t("calls:until", { date: format.date(match.closesOn) })}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What fits a call or an offer, and the organisations that know its products. */
export function MatchSections(props: {
  kind: CallKind;
  matches: readonly Match[];
  bodies: readonly FittingBody[];
  names: Names;
}) {
  const { t } = useLanguage();
  return (
    <>
      <Section id="matches" title={t(`calls:match.for.${props.kind}`)} aside={t("calls:match.aside")}>
        <MatchList matches={props.matches} names={props.names} />
      </Section>
      {props.bodies.length > 0 ? (
        <Section id="bodies" title={t("calls:match.bodies")}>
          <BodyList bodies={props.bodies} names={props.names} />
        </Section>
      ) : null}
    </>
  );
}

function BodyList(props: { bodies: readonly FittingBody[]; names: Names }) {
  const { lang, t } = useLanguage();
  return (
    <ul className="flow tight">
      {props.bodies.map((body) => (
        <li key={body.code}>
          <a href={`/${lang}/organisations/${body.code}`}>
            <PartyBadge house={body.house} name={bodyName(body, lang)} />
          </a>{" "}
          <span className="s soft">
            {[
              body.results > 0 ? t("calls:match.results", { count: body.results }) : null,
              body.partnerships > 0 ? t("calls:match.partnerships", { count: body.partnerships }) : null,
              body.missingHouse ? t("calls:match.house", { house: t(`house:${body.missingHouse}`) }) : null,
              body.provinces.length > 0
                ? t("calls:match.province", { names: named(body.provinces, props.names.provinces) })
                : null,
            ]
              .filter((reason) => reason !== null)
              .join(" · ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Every reason for which two sides fit, as a sentence's part. */
export function reasonWords(t: Translate, { kind, reasons }: Pick<Match, "kind" | "reasons">, names: Names): string[] {
  const { products, related, needs, readiness, provinces, missingHouse, field, words }: MatchReasons = reasons;
  return [
    products.length > 0 ? t("calls:match.product", { names: named(products, names.products) }) : null,
    related.length > 0 ? t("calls:match.related", { names: named(related, names.products) }) : null,
    needs.length > 0 ? t(`calls:match.need.${kind}`, { names: needWords(t, needs).toLocaleLowerCase() }) : null,
    readiness ? readinessWords(t, readiness) : null,
    missingHouse ? t("calls:match.house", { house: t(`house:${missingHouse}`) }) : null,
    field ? t("calls:match.field", { name: names.fields[field] ?? field }) : null,
    words.length > 0 ? t("calls:match.words", { names: words.join(", ") }) : null,
    provinces.length > 0 ? t("calls:match.province", { names: named(provinces, names.provinces) }) : null,
  ].filter((reason) => reason !== null);
}

function readinessWords(t: Translate, [from, to]: readonly [number, number]): string {
  if (from === to) return t("calls:match.readinessOnly", { level: String(from) });
  return t("calls:match.readiness", { from: String(from), to: String(to) });
}

function named(codes: readonly string[], names: Readonly<Record<string, string>>): string {
  return codes.map((code) => names[code] ?? code).join(", ");
}
