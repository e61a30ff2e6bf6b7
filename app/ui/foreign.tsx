import type { ReactNode } from "react";
import { LANGUAGE_NAMES, type Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Marks content in a language that is not the page's: `lang` for voices and hyphenation, a small badge for eyes. */
export function Foreign(props: { lang: Language; badge?: boolean; children: ReactNode }) {
  const { lang, t } = useLanguage();
  if (props.lang === lang) return <>{props.children}</>;
  return (
    <>
      <span lang={props.lang}>{props.children}</span>
      {props.badge === false ? null : (
        <>
          {" "}
          <abbr className="tag" title={t("common:writtenIn", { language: LANGUAGE_NAMES[props.lang] })}>
            {props.lang.toUpperCase()}
          </abbr>
        </>
      )}
    </>
  );
}

/** The best version of a text for this page, marked where it is in another language; nothing when there is none. */
export function Text(props: { of: Texts; badge?: boolean }) {
  const { lang } = useLanguage();
  const picked = pickText(props.of, lang);
  if (!picked) return null;
  return (
    <Foreign lang={picked.lang} badge={props.badge ?? true}>
      {picked.text}
    </Foreign>
  );
}
