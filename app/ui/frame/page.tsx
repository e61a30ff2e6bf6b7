import type { ReactNode } from "react";
import { MAIN_ID } from "#app/ui/frame/banner.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** A step of the way here; the last one is the page itself and has no address. */
export type Crumb = { label: ReactNode; href?: string };

/** What a route draws between header and footer: the way here, then the one `<main>`. Home is left out of `crumbs`. */
export function Page(props: { crumbs?: readonly Crumb[]; children: ReactNode }) {
  return (
    <>
      {props.crumbs ? <Breadcrumbs crumbs={props.crumbs} /> : null}
      <main id={MAIN_ID} tabIndex={-1}>
        <div className="wrap">{props.children}</div>
      </main>
    </>
  );
}

export function Breadcrumbs(props: { crumbs: readonly Crumb[] }) {
  const { lang, t } = useLanguage();
  return (
    <nav className="crumb wrap" aria-label={t("frame:crumbs")}>
      <ol>
        <li>
          <a href={`/${lang}`}>{t("frame:home")}</a>
        </li>
        {props.crumbs.map((crumb) => (
          <li key={crumb.href ?? "here"}>
            {crumb.href ? <a href={crumb.href}>{crumb.label}</a> : <span aria-current="page">{crumb.label}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
