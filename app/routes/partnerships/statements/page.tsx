import { useLoaderData } from "@remix-run/react";
import { PaperBlocks } from "#app/ui/blocks/paper-blocks.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";
import { memberLoader, notFound } from "#app/web/guard.server.ts";
import { statementPaper } from "#app/web/partnerships/papers/statement-paper.server.ts";
import { statementView } from "#app/web/partnerships/papers/statement-view.server.ts";

export const loader = memberLoader(async ({ actor, params, lang }) => {
  const view = await statementView(actor, params, lang);
  if (!view) throw notFound();
  const { title, lede, header, blocks } = statementPaper(view, lang);
  const { here, code, entry, productCode } = view;
  return { title, lede, header, blocks, here, code, productCode, entryNo: entry?.entryNo ?? null };
});

export default function Statement() {
  const { title, lede, header, blocks, here, code, productCode, entryNo } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page
      crumbs={[
        { label: t("partnerships:title"), href: `/${lang}/partnerships` },
        { label: code, href: `/${lang}/partnerships/${code}` },
        { label: title },
      ]}
    >
      <Head eyebrow={<span>{header}</span>} title={title} lede={lede}>
        <p className="row">
          <a className="btn alt sm" href={`${here}.pdf`} type="application/pdf">
            {t("papers:pdf")}
          </a>
          <a className="btn alt sm" href={`${here}.csv`} type="text/csv">
            {t("papers:csv")}
          </a>
        </p>
        <p className="s">
          <EntryLink entryNo={entryNo} />{" "}
          <a href={`/${lang}/partnerships/${code}?product=${productCode}#signatures`}>
            {t("partnerships:period.source")}
          </a>
        </p>
      </Head>
      <PaperBlocks blocks={blocks} />
    </Page>
  );
}
