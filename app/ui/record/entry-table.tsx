import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { entryKind, entrySubject, entryWho } from "#app/ui/record/entry-words.ts";

export type EntryRow = {
  entryNo: number;
  at: string;
  kind: string;
  subjectType: string;
  subjectCode: string;
  organisation: string | null;
  post: string;
  hash: string;
};

/** Entries of the public record, one a row; each number leads to the entry itself. */
export function EntryTable(props: { caption: string; entries: readonly EntryRow[] }) {
  const { lang, t, format } = useLanguage();
  const columns = ["no", "when", "what", "subject", "who", "hash"] as const;
  return (
    <table className="stack" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th key={name} role="columnheader" scope="col" className={name === "hash" ? "hide-m" : undefined}>
              {t(`record:column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.entries.map((entry) => (
          <tr key={entry.entryNo} role="row">
            <td role="cell" className="nw">
              <a href={`/${lang}/record/${entry.entryNo}`}>{format.number(entry.entryNo)}</a>
            </td>
            <td role="cell" className="nw">
              <time dateTime={entry.at}>{format.dateTime(entry.at)}</time>
            </td>
            <td role="cell">{entryKind(t, entry.kind)}</td>
            <td role="cell">
              <EntrySubject entry={entry} />
            </td>
            <td role="cell" data-l={t("record:column.who")}>
              {entryWho(t, entry)}
            </td>
            <td role="cell" className="hide-m">
              <code>{shortHash(entry.hash)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What an entry is about, in words and with its code. */
export function EntrySubject(props: { entry: EntryRow }) {
  const { t } = useLanguage();
  const { name, code } = entrySubject(t, props.entry);
  return (
    <>
      {name} {code ? <span className="nw">{code}</span> : null}
    </>
  );
}
