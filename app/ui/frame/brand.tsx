import { useLanguage } from "#app/ui/language.tsx";

/** The mark, one roof over three doors, and the portal's name: leads home. */
export function Brand() {
  const { lang, t } = useLanguage();
  return (
    <a className="brand" href={`/${lang}`}>
      <svg viewBox="0 0 56 45" aria-hidden="true" focusable="false">
        <path
          className="roofc"
          d="M0 11.5c4.5 2 9 .8 11.5-2.5L17 2h22l5.5 7c2.5 3.3 7 4.5 11.5 2.5-1.2 2.8-3 5-5.5 5.5h-45C3 16.5 1.2 14.3 0 11.5Z"
        />
        <path className="c-state" d="M7 21h12v17H7Z" />
        <svg x="22" y="21" width="12" height="17" aria-hidden="true">
          <path className="c-school" d="M0 0h12v17H0Z" />
          <path className="k-school" d="M-1 6 6-1m-7 13L12-1M-1 18 18-1M-1 24 24-1" />
        </svg>
        <path className="c-ent" d="M37 21h12v17H37Z" />
        <g className="k-ent">
          <circle cx="40" cy="24.5" r="1.3" />
          <circle cx="46" cy="24.5" r="1.3" />
          <circle cx="43" cy="29.5" r="1.3" />
          <circle cx="40" cy="34.5" r="1.3" />
          <circle cx="46" cy="34.5" r="1.3" />
        </g>
        <path className="p-ink" d="M3 41h50v2.5H3Z" />
      </svg>
      <span>
        <b>{t("frame:name")}</b>
        <span>{t("frame:tagline")}</span>
      </span>
    </a>
  );
}
