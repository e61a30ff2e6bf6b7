import type { ReactNode } from "react";
import type { DraftComment } from "#app/domain/monitoring/public-comment/public-comment.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";

type Shown = Omit<DraftComment, "isMine"> & { isMine?: boolean };

/** One comment on a draft with its answer, or the tombstone of what is withheld. */
export function DraftCommentItem({ comment, children }: { comment: Shown; children?: ReactNode }) {
  const { t, format } = useLanguage();
  const { code, finding, ofMonitored, state, name, text, language, withheld, answer, at } = comment;
  return (
    <article className="talk flow tight" id={code} aria-labelledby={`${code}-by`}>
      <p className="row" id={`${code}-by`}>
        <strong>{name ?? t("consultation:state.WITHHELD")}</strong>
        {ofMonitored ? <Tag>{t("consultation:ofMonitored")}</Tag> : null}
        <span className="soft s">
          {finding ? (
            <>
              {t("consultation:about")} <a href={`#${finding}`}>{finding}</a>
            </>
          ) : (
            t("consultation:whole")
          )}
        </span>
        <span className="soft s nw">
          <time dateTime={at}>{format.dateTime(at)}</time>
        </span>
        <span className="s nw">{code}</span>
      </p>
      {withheld ? <Withheld withheld={withheld} /> : null}
      {text === null ? null : (
        <p className="read pre">
          <Foreign lang={language}>{text}</Foreign>
        </p>
      )}
      {comment.isMine && state === "WAITING" ? <p className="s soft">{t("consultation:mineWaits")}</p> : null}
      {answer ? <AnswerText answer={answer} /> : null}
      {state === "KEPT" && !answer ? <p className="s soft">{t("consultation:noAnswer")}</p> : null}
      {children}
    </article>
  );
}

function Withheld({ withheld }: { withheld: NonNullable<DraftComment["withheld"]> }) {
  const { t, format } = useLanguage();
  const { ground, reason, language, post, at } = withheld;
  return (
    <div className="note flow tight">
      <p>
        {t("consultation:withheldText", {
          ground: t(`consultation:grounds.${ground}`),
          post: postWord(t, post),
          date: format.date(format.dayOf(at)),
        })}
      </p>
      <p>
        <Foreign lang={language}>{t("consultation:withheldReason", { reason })}</Foreign>
      </p>
    </div>
  );
}

function AnswerText({ answer }: { answer: NonNullable<DraftComment["answer"]> }) {
  const { t, format } = useLanguage();
  const { outcome, text, language, post, at } = answer;
  return (
    <div className="talk flow tight">
      <p className="row">
        <strong>{t("consultation:answer")}</strong>
        <Tag>{t(`consultation:outcome.${outcome}`)}</Tag>
      </p>
      <p className="read pre">
        <Foreign lang={language}>{text}</Foreign>
      </p>
      <p className="s soft">
        {t("monitoring:answerBy", { post: postWord(t, post), date: format.date(format.dayOf(at)) })}
      </p>
    </div>
  );
}
