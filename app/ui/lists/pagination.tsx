import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";

export type PaginationProps = {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label?: string;
  /** Beside the link to the next page: a download, a feed. */
  children?: ReactNode;
};

/** Page numbers and the way on; nothing for a single page without extras. */
export function Pagination(props: PaginationProps) {
  const { t, format } = useLanguage();
  const { page, pages, hrefOf } = props;
  if (pages <= 1 && !props.children) return null;
  return (
    <nav className="pages" aria-label={props.label ?? t("common:pages.label")}>
      <ol>
        {pages > 1
          ? shownPages(page, pages).map((shown, index) => <li key={shown ?? `gap${index}`}>{item(shown)}</li>)
          : null}
      </ol>
      <p className="row s">
        {page > 1 ? (
          <a href={hrefOf(page - 1)} rel="prev">
            {t("common:pages.previous")}
          </a>
        ) : null}
        {page < pages ? (
          <a href={hrefOf(page + 1)} rel="next">
            {t("common:pages.next")}
          </a>
        ) : null}
        {props.children}
      </p>
    </nav>
  );

  function item(shown: number | null) {
    if (shown === null) return <span>…</span>;
    const words = (
      <>
        <span className="vh">{t("common:pages.page")} </span>
        {format.number(shown)}
      </>
    );
    return shown === page ? <span aria-current="page">{words}</span> : <a href={hrefOf(shown)}>{words}</a>;
  }
}

/** The first, the last, and the neighbours of the current page; `null` stands for a gap. */
export function shownPages(page: number, pages: number): (number | null)[] {
  const near = [
    1,
    page - 1,
    page,
    page + 1,
    pages,
    ...(page <= 3 ? [2, 3] : []),
    ...(page >= pages - 2 ? [pages - 1, pages - 2] : []),
  ];
  const wanted = [...new Set(near)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b);
  return wanted.flatMap((number, index) => {
    const before = wanted[index - 1] ?? 0;
    if (number - before === 2) return [number - 1, number];
    return number - before > 2 ? [null, number] : [number];
  });
}

/** For lists that only know what comes after: the way on, and back to the first page. */
export function FirstNext(props: { firstHref?: string | undefined; nextHref?: string | undefined }) {
  const { t } = useLanguage();
  if (!props.firstHref && !props.nextHref) return null;
  return (
    <nav className="pages" aria-label={t("common:pages.label")}>
      <p className="row s">
        {props.firstHref ? (
          <a href={props.firstHref} rel="first">
            {t("common:pages.first")}
          </a>
        ) : null}
        {props.nextHref ? (
          <a href={props.nextHref} rel="next">
            {t("common:pages.next")}
          </a>
        ) : null}
      </p>
    </nav>
  );
}
