import { type PublicObligation, subjectPath } from "#app/domain/obligations/board.ts";
import { type BoardRow, ObligationBoard } from "#app/ui/board/obligation-board.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The public board: each obligation with its subject, the body that owes it and its clock. */
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
      what: worded(`obligations:kind.${item.kind}`) ?? item.kind,
      href: `/${lang}${subjectPath(item.subjectType, item.subjectCode) ?? "/obligations"}`,
      subject: (
        <>
          {t(`obligations:subject.${item.subjectType}`)}{" "}
          {item.subjectType === "ORGANISATION" ? null : <span className="nw">{item.subjectCode}</span>}
        </>
      ),
      debtor: { house: item.debtor.house, name: debtorName(item) },
      clock: {
        state: item.clock.state,
        openedOn: item.openedOn,
        originalDueOn: item.originalDueOn,
        dueOn: item.dueOn,
        pausedOn: item.pausedOn,
        endedOn: item.endedOn,
      },
      days: item.clock.days,
      note: item.pauseReason && (worded(`obligations:pause.${item.pauseReason}`) ?? item.pauseReason),
    }),
  );
  return <ObligationBoard caption={props.caption} rows={rows} today={props.today} ended={props.ended ?? false} />;

  function debtorName(item: PublicObligation): string {
    return item.debtor.name ?? worded(`obligations:debtor.${item.debtor.role}`) ?? item.debtor.role;
  }

  function worded(key: string): string | null {
    return t.has(key) ? t(key) : null;
  }
}
