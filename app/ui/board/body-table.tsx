import type { BodyFigures } from "#app/domain/obligations/board.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

type Linked = Pick<BodyFigures, "organisationId" | "role">;

/** The bodies that must act: those whose answers can be counted, and folded away those with fewer than five. */
export function BodySection(props: { bodies: readonly BodyFigures[]; hrefOf: (body: Linked) => string }) {
  const { lang, t } = useLanguage();
  const { bodies, hrefOf } = props;
  const enough = bodies.filter(({ medianDays }) => medianDays !== null);
  const few = bodies
    .filter(({ medianDays }) => medianDays === null)
    .sort((a, b) => handWords(t, lang, a).localeCompare(handWords(t, lang, b), lang));
  if (bodies.length === 0) return null;
  return (
    <Section id="bodies" title={t("obligations:bodies.title")} aside={t("obligations:bodies.aside")}>
      {enough.length > 0 ? (
        <BodyTable caption={t("obligations:bodies.caption")} bodies={enough} hrefOf={hrefOf} />
      ) : null}
      {few.length > 0 ? (
        <details className="data" open={enough.length === 0}>
          <summary>{t("obligations:bodies.few", { count: few.length })}</summary>
          <BodyTable caption={t("obligations:bodies.few", { count: few.length })} bodies={few} hrefOf={hrefOf} />
        </details>
      ) : null}
      <p className="src">{t("obligations:bodies.note")}</p>
    </Section>
  );
}

/** What each body owes, how much of the past year it did within the original date, and its median time to answer. */
export function BodyTable(props: {
  caption: string;
  bodies: readonly BodyFigures[];
  hrefOf: (body: Linked) => string;
}) {
  const { t } = useLanguage();
  return (
    <table className="bars deb">
      <caption className="vh">{props.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("obligations:bodies.who")}</th>
          <th scope="col">{t("obligations:bodies.inTime")}</th>
          <th scope="col" className="n">
            {t("obligations:bodies.median")}
          </th>
          <th scope="col" className="n">
            {t("obligations:bodies.open")}
          </th>
          <th scope="col" className="n">
            {t("obligations:bodies.over")}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.bodies.map((body) => (
          <BodyRow key={body.organisationId ?? body.role} body={body} hrefOf={props.hrefOf} />
        ))}
      </tbody>
    </table>
  );
}

function BodyRow(props: { body: BodyFigures; hrefOf: (body: Linked) => string }) {
  const { lang, t, format } = useLanguage();
  const { body } = props;
  return (
    <tr>
      <th scope="row">
        <PartyBadge house={body.house} name={<a href={props.hrefOf(body)}>{handWords(t, lang, body)}</a>} />
      </th>
      <td className="bar">
        {body.medianDays === null ? (
          <span className="soft">{t("obligations:bodies.tooFew", { count: body.answered })}</span>
        ) : (
          <span className="rate">
            <svg className="ch thin" aria-hidden="true" focusable="false">
              <rect className="p-rule" width="100%" height="100%" />
              <rect className="p-ink" width={`${((body.inTime / body.answered) * 100).toFixed(3)}%`} height="100%" />
            </svg>
            <span>
              {format.percent(Math.round((body.inTime / body.answered) * 1_000_000), 1)}{" "}
              <span className="soft">{t("obligations:bodies.of", { count: body.answered })}</span>
            </span>
          </span>
        )}
      </td>
      <td className="n">
        {body.medianDays === null ? (
          <span className="soft">{t("obligations:bodies.none")}</span>
        ) : (
          <>
            <span className="only-s soft">{t("obligations:bodies.medianShort")} </span>
            {t("obligations:bodies.days", { count: body.medianDays, days: format.number(body.medianDays) })}
          </>
        )}
      </td>
      <td className="n">
        <span className="only-s soft">{t("obligations:bodies.openShort")} </span>
        {format.number(body.open)}
      </td>
      <td className="n">
        {body.over > 0 ? <strong className="ov">{format.number(body.over)}</strong> : format.number(0)}
        <span className="only-s soft"> {t("obligations:bodies.overShort")}</span>
      </td>
    </tr>
  );
}
