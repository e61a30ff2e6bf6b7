import type { Translate } from "#app/platform/languages/translate.ts";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type TroubleProps = { error: { status: number; data: unknown } | null };

const KINDS = { 400: "unreadable", 403: "forbidden", 404: "absent", 413: "tooLarge", 503: "away" } as const;

function kindOf(status: number) {
  return Object.entries(KINDS).find(([code]) => Number(code) === status)?.[1] ?? "bug";
}

/** The title of the page that stands in for one that cannot be shown. */
export function troubleTitle(error: TroubleProps["error"], t: Translate): string {
  return t(`errors:page.${kindOf(error?.status ?? 500)}.title`);
}

/** What happened, what to do now, the request's number for whoever helps, and everything that was typed. */
export function Trouble(props: TroubleProps) {
  const { t, lang } = useLanguage();
  const kind = kindOf(props.error?.status ?? 500);
  const { requestId, typed } = detailsOf(props.error?.data);
  return (
    <Page>
      <Head title={t(`errors:page.${kind}.title`)} lede={t(`errors:page.${kind}.text`)} />
      {typed.length > 0 ? (
        <section className="flow read" aria-label={t("errors:page.typed")}>
          <h2>{t("errors:page.typed")}</h2>
          {typed.map(([name, text]) => (
            <div className="field" key={name}>
              <label htmlFor={`typed-${name}`}>{name}</label>
              <textarea className="in" id={`typed-${name}`} readOnly defaultValue={text} />
            </div>
          ))}
        </section>
      ) : null}
      <p className="row">
        <a className="btn" href={`/${lang}`}>
          {t("errors:page.home")}
        </a>
        <a href={`/${lang}/search`}>{t("errors:page.search")}</a>
      </p>
      {requestId ? (
        <p className="soft s">
          {t("errors:page.request")} <code>{requestId}</code>
        </p>
      ) : null}
    </Page>
  );
}

function detailsOf(data: unknown): { requestId: string | null; typed: [string, string][] } {
  if (typeof data !== "object" || data === null) return { requestId: null, typed: [] };
  const requestId = "requestId" in data && typeof data.requestId === "string" ? data.requestId : null;
  const values =
    "typed" in data && typeof data.typed === "object" && data.typed !== null ? Object.entries(data.typed) : [];
  return { requestId, typed: values.map(([name, value]) => [name, [value].flat().join("\n")]) };
}
