import { useLoaderData } from "@remix-run/react";
import { findDifference, type VersionFacts } from "#app/domain/initiatives/edits/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { LANGUAGE_NAMES } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Select } from "#app/ui/form/choices.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { DifferenceText } from "#app/ui/initiatives/voice/difference.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

const NUMBER = /^[1-9]\d{0,4}$/;

export const loader = publicLoader(async ({ params, url, lang, t, actor }) => {
  const { code, number = "" } = params;
  const from = url.searchParams.get("from");
  // A version that is asked for in words of no number is compared with the one before.
  const asked = { number: Number(number), from: from !== null && NUMBER.test(from) ? Number(from) : null };
  const found = isCode("SK", code) && NUMBER.test(number) ? await findDifference(actor, code, asked) : null;
  if (!found) throw notFound();
  const heading = t("voice:versions.title", { number: found.to.number });
  return {
    title: `${heading}: ${pickText(found.title, lang)?.text ?? found.code}`,
    heading,
    name: found.title,
    difference: found,
  };
});

export default function InitiativeVersion() {
  const { heading, name, difference } = useLoaderData<typeof loader>();
  const { code, to, from, versions, parts } = difference;
  const { lang, t } = useLanguage();
  const base = `/${lang}/initiatives/${code}`;
  const isUnchanged = parts.every(({ changes }) => changes.every((one) => one.kind === "same"));
  return (
    <Page
      crumbs={[
        { label: t("initiatives:list.title"), href: `/${lang}/initiatives` },
        { label: code, href: base },
        { label: heading },
      ]}
    >
      <Head
        eyebrow={
          <span>
            {heading} · <span className="nw">{code}</span>
          </span>
        }
        title={<Text of={name} />}
        lede={from ? t("voice:versions.lede", { to: to.number, from: from.number }) : t("voice:versions.only")}
      />
      <p>
        <VersionWords version={to} />
      </p>
      {to.note ? <p>{t("voice:versions.note", { note: to.note })}</p> : null}
      {versions.length > 1 ? (
        <Comparison action={`${base}/versions/${to.number}`} versions={versions} chosen={from?.number ?? to.number} />
      ) : null}
      {from && isUnchanged ? <Notice>{t("voice:versions.nothing")}</Notice> : null}
      {from
        ? parts.map(({ part, language, changes }) => (
            <Section
              key={`${part}-${language}`}
              id={`${part}-${language}`}
              title={t(`voice:part.${part}`)}
              aside={part === "title" || part === "abstract" ? LANGUAGE_NAMES[language] : undefined}
            >
              <div className="read">
                <DifferenceText changes={changes} language={language} />
              </div>
            </Section>
          ))
        : null}
    </Page>
  );
}

/** Chooses the version to compare with. */
function Comparison(props: { action: string; versions: readonly VersionFacts[]; chosen: number }) {
  const { t } = useLanguage();
  const words = useVersionWords();
  return (
    <form method="get" action={props.action} className="row">
      <Select
        name="from"
        label={t("voice:versions.compareWith")}
        value={String(props.chosen)}
        options={props.versions.map((one) => ({
          value: String(one.number),
          label: `${t("initiatives:version", { number: one.number })}, ${words(one)}`,
        }))}
      />
      <button className="btn alt" type="submit">
        {t("voice:versions.show")}
      </button>
    </form>
  );
}

function VersionWords(props: { version: VersionFacts }) {
  return <>{useVersionWords()(props.version)}</>;
}

function useVersionWords(): (version: VersionFacts) => string {
  const { t, format } = useLanguage();
  return ({ kind, submittedAt }) => {
    const date = format.date(format.dayOf(submittedAt));
    return t(kind === "EDIT" ? "voice:versions.edited" : "voice:versions.submitted", { date });
  };
}
