import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** What an author finds of their own file on its public page; the proposer, who alone writes, more than a co-author. */
export function OwnLinks(props: { code: string; state: string; isMine: boolean; isPublic: boolean }) {
  const { lang, t } = useLanguage();
  const { code, state } = props;
  const own = `/${lang}/submit/${code}`;
  const mayAppeal = state === "REJECTED" || state === "REJECTED_FORM";
  const hasComments = state === "EVALUATED" || state === "SUBMITTED_TO_STEERING";
  return (
    <Notice>
      <ul className="flow tight">
        {props.isMine ? (
          <li>
            <a href={own}>{t("initiatives:toOwnFile")}</a>
          </li>
        ) : null}
        <li>
          <a href={`/${lang}/me/initiatives/${code}/readings`}>{t("authorship:readers.link")}</a>
        </li>
        {props.isPublic && props.isMine ? (
          <li>
            <a href={`/${lang}/initiatives/${code}/edit`}>{t("voice:edit.link")}</a>
          </li>
        ) : null}
        {hasComments && props.isMine ? (
          <li>
            <a href={`${own}/comments`}>{t("council:reply.toComments")}</a>
          </li>
        ) : null}
        {mayAppeal ? (
          <li>
            <a href={`${own}/appeal`}>{t("council:appeal.toForm")}</a>
          </li>
        ) : null}
      </ul>
    </Notice>
  );
}
