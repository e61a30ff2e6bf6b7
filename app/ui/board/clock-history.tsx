import type { PublicObligation } from "#app/domain/obligations/board.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { handWords, pauseWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** One thing that happened to a clock, or its due date: the day, what, who, and why in their own words. */
type ClockEvent = { key: string; on: string; what: string; why?: string | null };

/** The small timeline of a clock: opened, paused, extensions asked for and answered with who and why, due, today, done. */
export function ClockHistory(props: { obligation: PublicObligation; today: string; linked?: boolean }) {
  const { lang, t, format } = useLanguage();
  const { obligation, today } = props;
  return (
    <>
      <ol className="ticks s">
        {eventsOf(obligation, today, { t, lang, day: format.date }).map(({ key, on, what, why }) => (
          <li key={key} className={on > today ? "soft" : undefined}>
            <time dateTime={on}>{format.date(on)}</time>{" "}
            <span>
              {what}
              {why ? (
                <>
                  {" "}
                  <q>{why}</q>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
      {props.linked ? (
        <p className="s">
          <a href={`/${lang}/obligations/${obligation.id}`}>{t("clock:history.page")}</a>
        </p>
      ) : null}
    </>
  );
}

/** How things are said on this page. */
type Words = { t: Translate; lang: Language; day: (on: string) => string };

function eventsOf(obligation: PublicObligation, today: string, words: Words): ClockEvent[] {
  const { t, lang } = words;
  const { openedOn, originalDueOn, dueOn, endedOn, pauses, extensions, clock, outcome } = obligation;
  const events: ClockEvent[] = [
    { key: "opened", on: openedOn, what: t("clock:history.opened") },
    ...pauses.flatMap((pause, index): ClockEvent[] => [
      {
        key: `pause${index}`,
        on: pause.from,
        what: t(pause.by ? "clock:history.pausedBy" : "clock:history.paused", {
          why: pauseWords(t, pause.reason),
          who: pause.by ? handWords(t, lang, pause.by) : "",
        }),
      },
      ...(pause.to ? [{ key: `resumed${index}`, on: pause.to, what: t("clock:history.resumed") }] : []),
    ]),
    ...extensions.flatMap((one) => extensionEvents(one, words)),
    { key: "original", on: originalDueOn, what: t("clock:history.original") },
  ];
  const { recountedDueOn } = obligation;
  if (recountedDueOn && recountedDueOn !== originalDueOn)
    events.push({ key: "recounted", on: recountedDueOn, what: t("clock:history.recounted") });
  if (dueOn && dueOn !== originalDueOn) events.push({ key: "due", on: dueOn, what: t("clock:history.due") });
  if (endedOn) events.push({ key: "ended", on: endedOn, what: endWords() });
  else events.push({ key: "today", on: today, what: t("clock:history.today") });
  return events.sort((a, b) => Number(a.on > b.on) - Number(a.on < b.on));

  function endWords(): string {
    if (outcome === "DEFAULT") return t("clock:history.byDefault");
    if (clock.state === "void") return t("clock:state.void");
    return clock.state === "late" ? t("clock:late", { count: clock.days }) : t("clock:state.met");
  }
}

function extensionEvents(one: PublicObligation["extensions"][number], { t, lang, day }: Words): ClockEvent[] {
  const until = day(one.untilOn);
  const asked: ClockEvent = {
    key: `asked${one.id}`,
    on: one.requestedOn,
    what: t("clock:history.asked", { who: handWords(t, lang, one.requestedBy), until }),
    why: one.reason,
  };
  if (one.granted === null || !one.answeredOn || !one.answeredBy) return [asked];
  const who = handWords(t, lang, one.answeredBy);
  const what = t(one.granted ? "clock:history.granted" : "clock:history.refused", { who, until });
  return [asked, { key: `answered${one.id}`, on: one.answeredOn, what, why: one.answerReason }];
}
