import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { dutyWords, handWords, pauseWords, subjectHref } from "#app/ui/board/board-words.ts";
import { type BoardRow, ObligationBoard } from "#app/ui/board/obligation-board.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The public board: each obligation with its subject, the body that owes it, to whom, and its clock. */
export function PublicBoard(props: {
  caption: string;
  items: readonly PublicObligation[];
  today: string;
  ended?: boolean;
}) {
  const { lang, t } = useLanguage();
  const rows = props.items.map(
    (item): BoardRow => ({
      key: item.id,
      what: dutyWords(t, item.kind),
      href: `/${lang}/obligations/${item.id}`,
      subject: <Subject item={item} />,
      debtor: { house: item.debtor.house, name: handWords(t, lang, item.debtor) },
      clock: {
        state: item.clock.state,
        openedOn: item.openedOn,
        originalDueOn: item.originalDueOn,
        dueOn: item.dueOn,
        pausedOn: item.pausedOn,
        endedOn: item.endedOn,
      },
      days: item.clock.days,
      note: noteOf(item),
    }),
  );
  return <ObligationBoard caption={props.caption} rows={rows} today={props.today} ended={props.ended ?? false} />;

  function noteOf(item: PublicObligation): string | null {
    const granted = item.extensions.filter((one) => one.granted).length;
    const notes = [
      item.pauseReason && pauseWords(t, item.pauseReason),
      item.outcome === "DEFAULT" ? t("obligations:byDefault") : null,
      granted > 0 ? t("obligations:extended", { count: granted }) : null,
      item.extensions.some((one) => one.granted === null) && item.endedOn === null ? t("obligations:asked") : null,
      item.clock.provisional ? t("obligations:provisional") : null,
    ].filter((note) => note !== null);
    return notes.length > 0 ? notes.join("; ") : null;
  }
}

function Subject(props: { item: PublicObligation }) {
  const { lang, t } = useLanguage();
  const { item } = props;
  const href = item.subjectIsOpen ? subjectHref(lang, item) : null;
  const words = (
    <>
      {t(`obligations:subject.${item.subjectType}`)}{" "}
      {item.subjectType === "ORGANISATION" ? null : <span className="nw">{item.subjectCode}</span>}
    </>
  );
  return href ? <a href={href}>{words}</a> : words;
}
