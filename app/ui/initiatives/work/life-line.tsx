import type { LifeEntry } from "#app/domain/initiatives/life/life.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Journey, type JourneyStep } from "#app/ui/blocks/journey.tsx";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { stateWords } from "#app/ui/initiatives/initiative-row.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** Every moment of an initiative's life in one line, each with its day, who did it, where it is read, and its entry. */
export function LifeLine(props: { entries: readonly LifeEntry[]; ahead: readonly JourneyStep[] }) {
  const { format } = useLanguage();
  const done = props.entries.map(
    (entry, index): JourneyStep => ({
      key: `${index}`,
      state: "done",
      when: <time dateTime={entry.on}>{format.date(entry.on)}</time>,
      title: <LifeTitle entry={entry} />,
      text: <LifeText entry={entry} />,
    }),
  );
  return <Journey steps={[...done, ...props.ahead]} />;
}

function LifeTitle({ entry }: { entry: LifeEntry }) {
  const { lang } = useLanguage();
  const words = <LifeWords entry={entry} />;
  return entry.path ? <a href={`/${lang}${entry.path}`}>{words}</a> : words;
}

function LifeWords({ entry }: { entry: LifeEntry }) {
  const { lang, t, format } = useLanguage();
  const { kind, figures, state, from, link, code } = entry;
  const number = (name: string): number => Number(figures[name] ?? 0);
  switch (kind) {
    case "step": {
      const key = `initiatives:step.${from === "NEEDS_COMPLETION" && state === "SUBMITTED" ? "RESUBMITTED" : state}`;
      const words = t.has(key) ? t(key) : stateWords(state ?? "", t);
      return <>{figures["number"] ? t("work:life.frozen", { step: words, number: number("number") }) : words}</>;
    }
    case "version":
      return <>{t("work:life.edit", { number: number("number") })}</>;
    case "council":
      return (
        <>
          {t(`work:life.council.${state === "DIVERGENCE" || state === "APPEAL" ? state : "FULL"}`, {
            round: number("round"),
            count: number("count"),
          })}
        </>
      );
    case "correction":
      return <>{t("work:life.correction", { state: stateWords(state ?? "", t) })}</>;
    case "assignment":
      return (
        <>{t("work:life.assignment", { body: entry.body ? (pickText(entry.body.names, lang)?.text ?? "") : "" })}</>
      );
    case "report":
      return <>{t("work:life.report", { percent: format.percent(number("percent") * 10_000, 0) })}</>;
    case "link":
    case "unlink":
      return <>{t(`work:life.${kind}`, { kind: t(`work:link.kind.${link ?? "TASK"}`), code: code ?? "" })}</>;
    case "act":
      return <>{actWords(`results:act.${state}`)}</>;
    case "closing":
      return null;
    default: {
      const title = entry.title && pickText(entry.title, lang);
      return (
        <>
          {t(`work:life.${kind}`)}: {title ? <Foreign lang={title.lang}>{title.text}</Foreign> : code}
        </>
      );
    }
  }

  function actWords(key: string): string {
    return t.has(key) ? t(key) : (state ?? "");
  }
}

function LifeText({ entry }: { entry: LifeEntry }) {
  const { lang, t, format } = useLanguage();
  const { kind, body, post, figures, text, language, entryNo, state, title, code } = entry;
  const isClock = post === "CLOCK";
  const role = `record:post.${post}`;
  const who = [
    body && pickText(body.names, lang)?.text,
    isClock ? t("initiatives:journey.clock") : post && t.has(role) ? t(role) : post,
  ];
  const facts = [
    ...(kind === "assignment" ? [post, figures["funding"]] : who),
    kind === "assignment" ? t("work:life.dueOn", { date: format.date(String(figures["dueOn"])) }) : null,
    kind === "act" && figures["revenueVnd"] ? format.money(BigInt(figures["revenueVnd"])) : null,
    kind === "act" ? t(figures["verified"] === 1 ? "work:life.verified" : "work:life.declared") : null,
    kind === "ancestor" || kind === "descendant" ? stateWords(state ?? "", t) : null,
    Number(figures["recused"] ?? 0) > 0 ? t("work:life.recused", { count: Number(figures["recused"]) }) : null,
  ].filter(Boolean);
  return (
    <>
      {kind === "act" && title ? (
        <span>
          <Text of={title} /> ·{" "}
        </span>
      ) : null}
      {code && kind !== "link" && kind !== "unlink" ? <span className="nw">{code} · </span> : null}
      {facts.length > 0 ? <span>{facts.join(" · ")} </span> : null}
      {entryNo ? (
        <a href={`/${lang}/record/${entryNo}`}>{t("common:entry", { number: format.number(entryNo) })}</a>
      ) : null}
      {text ? (
        <>
          <br />
          <Foreign lang={language ?? lang} badge={false}>
            {text}
          </Foreign>
        </>
      ) : null}
    </>
  );
}
