import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** Says that something stands on the public record: entry number, short hash (`hash` is hexadecimal), and where to check it. */
export function RecordSeal(props: { entryNo: number; hash: string; statement?: ReactNode; href?: string }) {
  const { lang, t, format } = useLanguage();
  return (
    <p className="rec">
      <svg aria-hidden="true" focusable="false">
        <use href="#i-seal" />
      </svg>
      <span>
        <b>{props.statement ?? t("common:onRecord")}</b> · {t("common:entry", { number: format.number(props.entryNo) })}{" "}
        · <code>{shortHash(props.hash)}</code>
        <br />
        <a href={props.href ?? `/${lang}/record/${props.entryNo}#proof`}>{t("common:verifyEntry")}</a>
      </span>
    </p>
  );
}
