import { useLoaderData } from "@remix-run/react";
import { findReport, listEditions } from "#app/domain/monitoring/report/queries.server.ts";
import { reportPaper } from "#app/domain/monitoring/report/report-paper.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { PaperBlocks } from "#app/ui/blocks/paper-blocks.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ actor, params, lang }) => {
  const { code } = params;
  const facts = isCode("DG", code) ? await findReport(actor, code) : null;
  if (!facts) throw notFound();
  const { title, lede, header, blocks } = reportPaper(facts, lang, new Date());
  return {
    ...{ title, lede, header, blocks, code: facts.code },
    description: pickText(facts.question, lang)?.text ?? "",
    editions: await listEditions(facts.code),
  };
});

export default function Report() {
  const { title, lede, header, blocks, code, editions } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const campaign = `/${lang}/monitoring/campaigns/${code}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: code, href: campaign },
        { label: t("papers:report.link") },
      ]}
    >
      <Head eyebrow={<span>{header}</span>} title={title} lede={lede} />
      {editions.length > 0 ? (
        <Section id="editions" title={t("papers:report.editions")}>
          <div className="flow">
            <p className="read">{t("papers:report.editionsText")}</p>
            <StackTable
              caption={t("papers:report.editions")}
              columns={[{ label: t("papers:report.edition"), heads: true }, { label: "PDF" }, { label: "SHA-256" }]}
              rows={editions.flatMap(({ edition, madeAt, entryNo, hashes }) =>
                LANGUAGES.map((one) => ({
                  key: `${edition} ${one}`,
                  cells: [
                    <>
                      {t(`papers:report.edition${edition}`)}
                      <small className="soft"> {format.date(format.dayOf(madeAt))}</small>
                    </>,
                    <a key="pdf" href={`/${one}/monitoring/campaigns/${code}/report/${edition}.pdf`} hrefLang={one}>
                      {LANGUAGE_NAMES[one]}
                    </a>,
                    <>
                      <code title={hashes[one]}>{shortHash(hashes[one])}</code>{" "}
                      <a href={`/${lang}/record/${entryNo}`}>
                        {t("papers:report.entry", { number: format.number(entryNo) })}
                      </a>
                    </>,
                  ],
                })),
              )}
            />
          </div>
        </Section>
      ) : null}
      <PaperBlocks blocks={blocks} />
    </Page>
  );
}
