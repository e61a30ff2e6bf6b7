import { useLanguage } from "#app/ui/language.tsx";

/** Target of the skip link: every page's `<main>` carries it. */
export const MAIN_ID = "main";

/** The first thing that the Tab key reaches. */
export function SkipLink() {
  const { t } = useLanguage();
  return (
    <a className="skip" href={`#${MAIN_ID}`}>
      {t("frame:skip")}
    </a>
  );
}

/** Stands above the roof on demonstration data: it is not part of the house. */
export function DemoBanner() {
  const { t } = useLanguage();
  return (
    <aside className="demo" aria-label={t("frame:demo.label")}>
      <div className="wrap">
        <p>
          <strong>{t("frame:demo.title")}</strong> {t("frame:demo.text")}
        </p>
      </div>
    </aside>
  );
}
