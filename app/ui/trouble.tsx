import type { Translate } from "#app/platform/languages/translate.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type TroubleProps = { error: { status: number; data: unknown } | null };

const KINDS = {
  400: "unreadable",
  401: "signedOut",
  403: "forbidden",
  404: "absent",
  413: "tooLarge",
  503: "away",
} as const;

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
      <div className="flow">
        {kind === "signedOut" ? (
          <p>
            <a className="btn" href={`/${lang}/sign-in`} target="_blank" rel="noreferrer">
              {t("errors:page.signIn")}
            </a>
          </p>
        ) : null}
        {typed.length > 0 ? <TypedAgain typed={typed} /> : null}
        <p className="row">
          <a className={typed.length > 0 ? undefined : "btn"} href={`/${lang}`}>
            {t("errors:page.home")}
          </a>
          <a href={`/${lang}/search`}>{t("errors:page.search")}</a>
        </p>
      </div>
      {requestId ? (
        <p className="soft s">
          {t("errors:page.request")} <code>{requestId}</code>
        </p>
      ) : null}
    </Page>
  );
}

/** Everything that was typed, to be read, copied, and sent again as it is. */
function TypedAgain(props: { typed: Typed[] }) {
  const { t } = useLanguage();
  const fields = props.typed.flatMap(({ name, texts }) => texts.map((text, place) => ({ name, text, place })));
  const words = fields.filter(({ text }) => /\S\s+\S/.test(text));
  return (
    <section className="flow read" aria-labelledby="typed-title">
      <h2 id="typed-title">{t("errors:page.typed")}</h2>
      {words.map(({ name, text, place }) => (
        <p className="said" key={`${name} ${place}`}>
          {text}
        </p>
      ))}
      <Form>
        {fields.map(({ name, text, place }) => (
          <input type="hidden" key={`${name} ${place}`} name={name} value={text} />
        ))}
        <Actions>
          <Submit>{t("errors:page.again")}</Submit>
        </Actions>
      </Form>
    </section>
  );
}

type Typed = { name: string; texts: string[] };

function detailsOf(data: unknown): { requestId: string | null; typed: Typed[] } {
  if (typeof data !== "object" || data === null) return { requestId: null, typed: [] };
  const requestId = "requestId" in data && typeof data.requestId === "string" ? data.requestId : null;
  const values =
    "typed" in data && typeof data.typed === "object" && data.typed !== null ? Object.entries(data.typed) : [];
  return { requestId, typed: values.map(([name, value]) => ({ name, texts: [value].flat().map(String) })) };
}
