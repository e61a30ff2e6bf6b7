import { bySubject, type Notice, noticePath, noticeSentence } from "#app/domain/notices/notice.ts";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** News by subject, newest first; what is not read yet says so in a word, and is bold. */
export function NoticeGroups(props: { notices: readonly Notice[]; marking?: boolean }) {
  const { lang, t } = useLanguage();
  return (
    <ol className="list">
      {bySubject(props.notices).map((group) => {
        const path = subjectPath(group.type, group.code);
        const name = group.title ? <Text of={group.title} /> : <span className="nw">{group.code}</span>;
        return (
          <li className="hit" key={group.type + group.code}>
            <p className="eyebrow">
              <span>{t(`obligations:subject.${group.type}`)}</span>{" "}
              {group.title ? <span className="nw">{group.code}</span> : null}
            </p>
            <h3 className="h-s">{path ? <a href={`/${lang}${path}`}>{name}</a> : name}</h3>
            <ul className="news">
              {group.notices.map((notice) => (
                <NoticeLine key={notice.id} notice={notice} />
              ))}
            </ul>
            {props.marking && group.notices.some((notice) => !notice.isRead) ? (
              <MarkRead upTo={group.notices[0]?.id ?? ""} code={group.code} />
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

function NoticeLine({ notice }: { notice: Notice }) {
  const { lang, t, format } = useLanguage();
  const sentence = noticeSentence(t, notice);
  return (
    <li>
      <a href={`/${lang}${noticePath(notice)}`}>{notice.isRead ? sentence : <b>{sentence}</b>}</a>{" "}
      {notice.isRead ? null : <Tag>{t("notices:new")}</Tag>}{" "}
      <time className="s soft" dateTime={notice.at}>
        {format.dateTime(notice.at)}
      </time>
    </li>
  );
}

/** Everything up to this notice is read: of one subject where its code is given. */
export function MarkRead(props: { upTo: string; code?: string }) {
  const { lang, t } = useLanguage();
  return (
    <form method="post" action={`/${lang}/me/notices`}>
      <input type="hidden" name="upTo" value={props.upTo} />
      {props.code ? <input type="hidden" name="code" value={props.code} /> : null}
      <button className="btn alt sm" type="submit">
        {t(props.code ? "notices:mark" : "notices:markAll")}
        {props.code ? <span className="vh"> {props.code}</span> : null}
      </button>
    </form>
  );
}
