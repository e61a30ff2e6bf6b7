import { useContext } from "react";
import type { Subject } from "#app/domain/notices/subject.ts";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { ReaderContext } from "#app/ui/reader.ts";

/**
 * Follow this, or no more, and its feed for whoever wants no account. A visitor is led to sign in and back. What the
 * reader follows is known to them alone.
 */
export function FollowBar(props: { subject: Subject }) {
  const { lang, t } = useLanguage();
  const reader = useContext(ReaderContext);
  const { type, code } = props.subject;
  const here = `/${lang}${subjectPath(type, code) ?? ""}`;
  return (
    <div className="row follow" id="follow">
      {reader ? (
        <FollowForm subject={props.subject} follows={reader.follows} />
      ) : (
        <a className="btn alt sm" href={`/${lang}/sign-in?${new URLSearchParams({ next: here })}`}>
          {t("notices:follow.signIn")}
        </a>
      )}
      <a className="s" href={`${here}.atom`} type="application/atom+xml">
        {t("notices:follow.feed")}
      </a>
    </div>
  );
}

/** One press follows or stops; both ways work without scripts. */
export function FollowForm(props: { subject: Subject; follows: boolean; from?: "list" }) {
  const { lang, t } = useLanguage();
  const { type, code } = props.subject;
  return (
    <form method="post" action={`/${lang}/me/follows`} className="row">
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="code" value={code} />
      {props.from ? <input type="hidden" name="from" value={props.from} /> : null}
      <button className="btn alt sm" type="submit" name="intent" value={props.follows ? "unfollow" : "follow"}>
        {t(props.follows ? "notices:follow.stop" : "notices:follow.start")}
        <span className="vh"> {code}</span>
      </button>
      {props.follows && !props.from ? <span className="s soft">{t("notices:follow.following")}</span> : null}
    </form>
  );
}
