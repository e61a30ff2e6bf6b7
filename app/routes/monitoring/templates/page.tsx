import { useLoaderData } from "@remix-run/react";
import { holds } from "#app/domain/accounts/actor.ts";
import { mayLead } from "#app/domain/monitoring/monitoring.policy.ts";
import { findTemplate } from "#app/domain/monitoring/templates/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";
import { TemplateBody } from "#app/ui/monitoring/templates/template-parts.tsx";
import { notFound, roleLoader } from "#app/web/guard.server.ts";

/** A template in its newest version, or in the one that the address names. */
export const loader = roleLoader(["MONITOR", "MONITOR_LEAD"], async ({ actor, params, url, lang }) => {
  const { template } = params;
  const asked = url.searchParams.get("version") ?? "";
  const number = /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null;
  const found = isUuid(template) ? await findTemplate(actor, template, number) : null;
  if (!found) throw notFound();
  return {
    title: pickText(found.name, lang)?.text ?? found.id,
    template: found,
    mayChange: mayLead(actor, { ownerOrganisationId: found.ownerId }),
    mayCopy: holds(actor, "MONITOR_LEAD"),
  };
});

export default function Template() {
  const { title, template, mayChange, mayCopy } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const here = `/${lang}/monitoring/templates/${template.id}`;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: t("monitoring:templates.shared"), href: `/${lang}/monitoring/templates` },
        { label: title },
      ]}
    >
      <Head
        eyebrow={
          <>
            <Tag>{t("monitoring:templates.version", { number: template.number })}</Tag>
            <Tag>{t(`monitoring:templates.reachOf.${template.reach}`)}</Tag>
          </>
        }
        title={<Text of={template.name} />}
        lede={<Text of={template.owner} badge={false} />}
      >
        <p className="row">
          {mayChange ? (
            <a className="btn" href={`${here}/edit`}>
              {t("monitoring:templates.change")}
            </a>
          ) : null}
          {mayCopy ? (
            <a
              className="btn alt"
              href={`/${lang}/monitoring/templates/new?from=${template.id}&version=${template.number}`}
            >
              {t("monitoring:templates.copy")}
            </a>
          ) : null}
        </p>
      </Head>
      {template.copiedFrom ? (
        <p className="s soft">
          {t("monitoring:templates.copiedFrom")} <Text of={template.copiedFrom.name} />{" "}
          {t("monitoring:templates.version", { number: template.copiedFrom.number })}
        </p>
      ) : null}
      <Section id="content" title={t("monitoring:templates.method")}>
        <TemplateBody content={template.content} />
      </Section>
      <Section id="versions" title={t("monitoring:templates.versions")}>
        <ul className="flow tight">
          {template.versions.map(({ number, madeAt }) => (
            <li key={number}>
              <a href={`${here}?version=${number}`}>{t("monitoring:templates.version", { number })}</a>{" "}
              <span className="s soft">{format.date(format.dayOf(madeAt))}</span>
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  );
}
