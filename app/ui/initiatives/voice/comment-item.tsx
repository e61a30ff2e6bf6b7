import type { ReactNode } from "react";
import type { PublicComment } from "#app/domain/initiatives/voice/comment.ts";
import { LANGUAGE_NAMES } from "#app/platform/languages/languages.ts";
import { handWords } from "#app/ui/board/board-words.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { TombstoneText } from "#app/ui/initiatives/voice/tombstone-text.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** One comment with its answer, its clock or its tombstone; `newest` is the version that stands now. */
export function CommentItem(props: { comment: PublicComment; newest: number; children?: ReactNode }) {
  const { lang, t, format } = useLanguage();
  const { comment } = props;
  const { text, tombstone, answer, clock } = comment;
  return (
    <article className="talk flow tight" id={comment.code} aria-labelledby={`${comment.code}-by`}>
      <p className="row" id={`${comment.code}-by`}>
        <Tag>{t(`voice:stance.${comment.stance}`)}</Tag>
        <strong>{comment.name ?? t(tombstone?.kind === "HIDDEN" ? "voice:hidden" : "voice:withdrawn")}</strong>
        <span className="soft s nw">
          <time dateTime={comment.at}>{format.dateTime(comment.at)}</time>
        </span>
        {comment.version < props.newest ? (
          <span className="soft s">{t("voice:ofVersion", { number: comment.version })}</span>
        ) : null}
        {comment.language === lang || text === null ? null : <LanguageBadge language={comment.language} />}
        <a className="s nw" href={`/${lang}/comments/${comment.code}`}>
          {comment.code}
        </a>
      </p>
      {tombstone ? <TombstoneText tombstone={tombstone} /> : null}
      {text === null ? null : <Prose text={text} lang={comment.language} />}
      {clock && !answer ? (
        <p className="row s">
          <span>{t("voice:owes")}</span>
          <PartyBadge house={clock.house} name={handWords(t, lang, clock)} />
          <ClockChip state={clock.clock.state} days={clock.clock.days} />
          <span className="soft">
            <time dateTime={clock.dueOn}>{t("clock:board.dueOn", { date: format.date(clock.dueOn) })}</time>
          </span>
        </p>
      ) : null}
      {answer ? (
        <div className="talk flow tight">
          <p className="row">
            {answer.body ? (
              <PartyBadge house={answer.house ?? "OTHER"} name={<Text of={answer.body} badge={false} />} />
            ) : (
              <strong>{t("voice:authorsAnswer")}</strong>
            )}
            <span className="soft s nw">
              <time dateTime={answer.at}>{format.dateTime(answer.at)}</time>
            </span>
            {clock?.clock.state === "late" ? <ClockChip state="late" days={clock.clock.days} /> : null}
            {answer.language === lang ? null : <LanguageBadge language={answer.language} />}
          </p>
          <Prose text={answer.text} lang={answer.language} />
        </div>
      ) : null}
      {props.children}
    </article>
  );
}

function LanguageBadge(props: { language: "vi" | "en" | "fr" }) {
  const { t } = useLanguage();
  const { language } = props;
  return (
    <abbr className="tag" title={t("common:writtenIn", { language: LANGUAGE_NAMES[language] })}>
      {language.toUpperCase()}
    </abbr>
  );
}
