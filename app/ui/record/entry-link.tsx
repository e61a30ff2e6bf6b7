import { useLanguage } from "#app/ui/language.tsx";

/** Where the public record says what a figure rests on; nothing where it does not. */
export function EntryLink(props: { entryNo: number | null }) {
  const { lang, t, format } = useLanguage();
  if (props.entryNo === null) return null;
  return (
    <small>
      <a className="nw" href={`/${lang}/record/${props.entryNo}`}>
        {t("record:entryNo", { no: format.number(props.entryNo) })}
      </a>
    </small>
  );
}
