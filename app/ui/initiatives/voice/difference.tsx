import type { Change } from "#app/domain/initiatives/edits/difference.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** One text of two versions: added words underlined, removed ones struck through, and both said to who cannot see it. */
export function DifferenceText(props: { changes: readonly Change[]; language: Language }) {
  const { lang, t } = useLanguage();
  const isSame = props.changes.every((one) => one.kind === "same");
  if (isSame) return <p className="soft">{t("voice:versions.same")}</p>;
  // Two stretches may hold the same words: their place tells them apart.
  const pieces = props.changes.map((change, index) => ({ ...change, key: `${index}` }));
  return (
    <p className="diff" lang={props.language === lang ? undefined : props.language}>
      {pieces.map(({ key, kind, text }) =>
        kind === "same" ? (
          <span key={key}>{text}</span>
        ) : kind === "added" ? (
          <ins key={key}>
            <span className="vh">[{t("voice:versions.added")}: </span>
            {text}
            <span className="vh">]</span>
          </ins>
        ) : (
          <del key={key}>
            <span className="vh">[{t("voice:versions.removed")}: </span>
            {text}
            <span className="vh">]</span>
          </del>
        ),
      )}
    </p>
  );
}
