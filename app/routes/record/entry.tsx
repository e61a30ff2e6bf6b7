import { useLoaderData } from "@remix-run/react";
import { subjectPath } from "#app/domain/obligations/board.ts";
import { proveEntry } from "#app/domain/record/proofs/queries.server.ts";
import { entryNumber, findEntry } from "#app/domain/record/queries.server.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EntrySubject } from "#app/ui/record/entry-table.tsx";
import { entryKind, entryWho } from "#app/ui/record/entry-words.ts";
import { ProofSection } from "#app/ui/record/seal-parts.tsx";
import { notFound, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ params, t }) => {
  const entryNo = entryNumber(params["entry"]);
  const entry = entryNo === null ? null : await findEntry(entryNo);
  if (!entry || entryNo === null) throw notFound();
  const proof = await proveEntry(entryNo, null);
  return { title: t("record:entry", { number: entry.entryNo }), entry, proof: proof === "OUT_OF_TREE" ? null : proof };
});

export default function RecordEntry() {
  const { entry, proof } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const path = subjectPath(entry.subjectType, entry.subjectCode);
  const title = t("record:entry", { number: entry.entryNo });
  return (
    <Page crumbs={[{ label: t("record:title"), href: `/${lang}/record` }, { label: title }]}>
      <Head eyebrow={<span>{title}</span>} title={entryKind(t, entry.kind)} />
      <Facts
        facts={[
          { term: t("record:column.when"), value: <time dateTime={entry.at}>{format.dateTimeSeconds(entry.at)}</time> },
          {
            term: t("record:column.subject"),
            value: path ? (
              <a href={`/${lang}${path}`}>
                <EntrySubject entry={entry} />
              </a>
            ) : (
              <EntrySubject entry={entry} />
            ),
          },
          { term: t("record:column.who"), value: entryWho(t, entry) },
          { term: t("record:fullHash"), value: <code>{entry.hash}</code> },
        ]}
      />
      <Section id="content" title={t("record:content")}>
        <p className="read">{t("record:contentText")}</p>
        <pre className="payload">{entry.payload}</pre>
      </Section>
      <Section id="check" title={t("record:check")}>
        <p className="read">{t("record:checkText")}</p>
        <pre className="payload">sha256sum entry-{entry.entryNo}.json</pre>
      </Section>
      <ProofSection proof={proof} />
    </Page>
  );
}
