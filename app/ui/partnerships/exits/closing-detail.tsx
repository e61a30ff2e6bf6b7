import type { ReadClosing } from "#app/domain/partnerships/closing/closing.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { postName, postWord } from "#app/ui/record/entry-words.ts";

/** The account on the table, or that on which a partnership was closed: by whom, seen by whom, and its text. */
export function ClosingDetail(props: {
  closing: ReadClosing & { drawnNo: number | null; closedNo: number | null };
  hasChanged: boolean;
}) {
  const { closing, hasChanged } = props;
  const { t, format } = useLanguage();
  const { seenAt } = closing;
  return (
    <div className="flow">
      {hasChanged ? <Notice warn>{t("closing:changed")}</Notice> : null}
      <Facts
        facts={[
          {
            term: t("closing:by"),
            value: (
              <>
                <Text of={closing.by} /> · {postName(t, closing.drawnPost)}
              </>
            ),
          },
          {
            term: t("closing:at"),
            value: (
              <>
                {format.dateTime(closing.drawnAt)} <EntryLink entryNo={closing.drawnNo} />
              </>
            ),
          },
          {
            term: t("closing:seen"),
            value:
              closing.seenPost && seenAt
                ? `${postWord(t, closing.seenPost)}, ${format.dateTime(seenAt)}`
                : t("closing:notSeen"),
          },
          {
            term: t("closing:tail"),
            value: closing.profitTailUntil ? format.date(closing.profitTailUntil) : t("closing:noTail"),
          },
          {
            term: t("closing:closed"),
            value: closing.endedAt && (
              <>
                {format.dateTime(closing.endedAt)} <EntryLink entryNo={closing.closedNo} />
              </>
            ),
          },
          { term: "SHA-256", value: <code title={closing.textSha256}>{shortHash(closing.textSha256)}</code> },
        ]}
      />
      {closing.lapseReason ? <blockquote className="quote read">{closing.lapseReason}</blockquote> : null}
      <details className="data">
        <summary>{t("partnerships:check.fullText")}</summary>
        <pre className="payload">{closing.text}</pre>
      </details>
    </div>
  );
}
