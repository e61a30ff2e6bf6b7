import { useLoaderData } from "@remix-run/react";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { listWaitingFiles } from "#app/domain/partnerships/acceptance/queries.server.ts";
import { listWaitingAppraisals } from "#app/domain/partnerships/appraisals/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["STEERING", "AUDITOR"], async ({ actor, lang, t }) => {
  const [waiting, files, catalogue] = await Promise.all([
    listWaitingAppraisals(actor),
    listWaitingFiles(actor),
    loadCatalogue(),
  ]);
  return {
    title: t("appraisals:desk"),
    files,
    items: waiting.map((item) => ({
      ...item,
      product: catalogue.products.find(({ code }) => code === item.productCode)?.names[lang] ?? item.productCode,
    })),
  };
});

export default function AppraisalDesk() {
  const { files, items, title } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  return (
    <Page crumbs={[{ label: t("desk:title"), href: `/${lang}/desk` }, { label: title }]}>
      <Head title={title} lede={t("appraisals:deskLede")} />
      <Section id="queue" title={t("desk:queue")} aside={t("desk:byDue")}>
        {items.length === 0 ? (
          <EmptyState title={t("appraisals:none")}>{t("appraisals:noneText")}</EmptyState>
        ) : (
          <ul className="list">
            {items.map((item) => (
              <li className="hit" key={`${item.code} ${item.productCode}`}>
                <h3>
                  <a href={`/${lang}/partnerships/${item.code}/agreements/${item.productCode}/appraisal`}>
                    {nameOf(item.title, lang)}
                  </a>
                </h3>
                <p>{item.product}</p>
                <p className="meta">
                  {item.code} · {nameOf(item.authority, lang)} · {t("appraisals:submittedAt")}{" "}
                  {format.dateTime(item.submittedAt)}
                  {item.dueOn ? ` · ${t("appraisals:dueOn", { date: format.date(item.dueOn) })}` : null}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Section>
      {files.length === 0 ? null : (
        <Section id="risks" title={t("acceptance:waiting")} aside={t("desk:byDue")}>
          <ul className="list">
            {files.map((file) => (
              <li className="hit" key={`${file.code} ${file.number}`}>
                <h3>
                  <a href={`/${lang}/partnerships/${file.code}/risks/decide?of=${file.number}`}>
                    {nameOf(file.title, lang)}
                  </a>
                </h3>
                <p className="meta">
                  {file.code} · {t("acceptance:file", { number: String(file.number) })} · {nameOf(file.authority, lang)}{" "}
                  · {t("acceptance:askedAt")} {format.dateTime(file.askedAt)}
                  {file.dueOn ? ` · ${t("appraisals:dueOn", { date: format.date(file.dueOn) })}` : null}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
