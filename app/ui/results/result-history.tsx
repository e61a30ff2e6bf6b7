import type { Texts } from "#app/platform/languages/texts.ts";
import { Journey } from "#app/ui/blocks/journey.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";

export type HistoryEvent = {
  to: string;
  /** RFC 3339 */
  at: string;
  role: string;
  organisation: Texts | null;
  entryNo: number | null;
  hash: string | null;
};

/** What happened to a result, by whose hand, with the entries of the public record. */
export function ResultHistory(props: { events: readonly HistoryEvent[] }) {
  const { lang, t, format } = useLanguage();
  const shown = props.events.filter((it) => it.entryNo !== null);
  if (shown.length === 0) return null;
  return (
    <Section id="way" title={t("results:page.way")}>
      <Journey
        steps={shown.map((event) => ({
          key: String(event.entryNo),
          state: "done",
          when: format.date(format.dayOf(event.at)),
          title: worded(`results:event.${event.to}`, event.to),
          text: (
            <>
              {event.organisation ? (
                <>
                  <Text of={event.organisation} badge={false} /> ·{" "}
                </>
              ) : null}
              {worded(`results:hand.${event.role}`, event.role)} ·{" "}
              <a href={`/${lang}/record/${event.entryNo}`}>
                {t("common:entry", { number: format.number(event.entryNo ?? 0) })}
              </a>
            </>
          ),
        }))}
      />
    </Section>
  );

  function worded(key: string, code: string): string {
    return t.has(key) ? t(key) : code;
  }
}

/** Which body verified a result, when, with what note, and where its publication stands on the record. */
export function Verification(props: {
  verification: { at: string; note: string; by: { names: Texts; house: House } };
  events: readonly HistoryEvent[];
}) {
  const { t, format } = useLanguage();
  const { at, note, by } = props.verification;
  const published = props.events.find((it) => it.to === "PUBLISHED");
  return (
    <section className="panel flow" aria-labelledby="verification-title">
      <h2 className="h-s" id="verification-title">
        {t("results:page.verification")}
      </h2>
      <p className="s">{t("results:page.verificationText", { date: format.date(format.dayOf(at)) })}</p>
      <p>
        <PartyBadge house={by.house} name={<Text of={by.names} badge={false} />} />
      </p>
      <h3 className="h-s">{t("results:page.verificationNote")}</h3>
      <p className="lines s">{note}</p>
      {published?.entryNo && published.hash ? (
        <RecordSeal entryNo={published.entryNo} hash={published.hash} statement={t("results:page.onRecord")} />
      ) : null}
    </section>
  );
}
