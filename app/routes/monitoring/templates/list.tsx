import { useLoaderData } from "@remix-run/react";
import { holds } from "#app/domain/accounts/actor.ts";
import { METHOD_TEMPLATES } from "#app/domain/monitoring/campaigns/campaign.ts";
import { listTemplates } from "#app/domain/monitoring/templates/queries.server.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { TemplateTable } from "#app/ui/monitoring/templates/template-parts.tsx";
import { roleLoader } from "#app/web/guard.server.ts";

export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, t }) => ({
  title: t("monitoring:templates.shared"),
  templates: await listTemplates(actor),
  leads: holds(actor, "MONITOR_LEAD"),
}));

export default function Templates() {
  const { title, templates, leads } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  return (
    <Page crumbs={[{ label: t("monitoring:title"), href: `/${lang}/monitoring` }, { label: title }]}>
      <Head title={title} lede={t("monitoring:templates.lede")}>
        {leads ? (
          <p className="row">
            <a className="btn" href={`/${lang}/monitoring/templates/new`}>
              {t("monitoring:templates.make")}
            </a>
          </p>
        ) : null}
      </Head>
      <Section id="shared" title={t("monitoring:templates.read")}>
        {templates.length === 0 ? (
          <EmptyState title={t("monitoring:templates.none")}>{t("monitoring:templates.noneText")}</EmptyState>
        ) : (
          <TemplateTable items={templates} />
        )}
      </Section>
      <Section id="built-in" title={t("monitoring:templates.builtIn")}>
        <ul className="flow tight">
          {METHOD_TEMPLATES.map((name) => (
            <li key={name}>{t(`monitoring:template.${name}`)}</li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
