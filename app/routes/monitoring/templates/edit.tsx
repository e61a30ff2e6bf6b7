import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayLead } from "#app/domain/monitoring/monitoring.policy.ts";
import { findTemplate } from "#app/domain/monitoring/templates/queries.server.ts";
import { saveTemplate } from "#app/domain/monitoring/templates/save.server.ts";
import { type TemplateInput, templateSchema } from "#app/domain/monitoring/templates/template.schema.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { isUuid } from "#app/platform/typed.ts";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { TemplateForm, templateLabels } from "#app/ui/monitoring/templates/template-parts.tsx";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { memberAction, notFound, roleLoader, sendBack } from "#app/web/guard.server.ts";
import { actedByFront } from "#app/web/monitoring/acted.server.ts";
import { frontAlone } from "#app/web/monitoring/found-form.server.ts";
import { templateForm } from "#app/web/monitoring/template-form.server.ts";

/** A new template, a copy of one (`?from=`), or the next version of one's own. */
export const loader = roleLoader(["MONITOR_LEAD"], async ({ actor, params, url, lang, t }) => {
  const { template } = params;
  const from = url.searchParams.get("from") ?? "";
  const version = Number(url.searchParams.get("version") ?? "");
  const number = Number.isInteger(version) && version > 0 && version < 1_000_000 ? version : null;
  const own = isUuid(template) ? await findTemplate(actor, template) : null;
  if (template !== undefined && !(own && mayLead(actor, { ownerOrganisationId: own.ownerId }))) throw notFound();
  const copied = isUuid(from) ? await findTemplate(actor, from, number) : null;
  const begun = own ?? copied;
  const owners = actor.roles.flatMap(({ role, organisationId, organisationNames }) =>
    role === "MONITOR_LEAD" && organisationId
      ? [{ value: organisationId, label: pickText(organisationNames ?? {}, lang)?.text ?? organisationId }]
      : [],
  );
  return {
    title: t(own ? "monitoring:templates.change" : "monitoring:templates.make"),
    owners: own ? [] : owners,
    copiedFrom: !own && copied ? `${copied.id} ${copied.number}` : "",
    blank: begun ? templateForm(begun) : blankForm({ reach: "BELOW" }),
  };
});

export const action = memberAction(async ({ actor, params, lang, readForm }) => {
  const { template } = params;
  const typed = await readForm();
  await frontAlone(actor, "template.save", "");
  if (template !== undefined && !isUuid(template)) throw notFound();
  let saved = "";
  const save = async (value: TemplateInput) => {
    const outcome = await saveTemplate(actor, template ?? null, value);
    if (outcome.ok) saved = outcome.value.id;
    return outcome;
  };
  const acted = await actedByFront(parseForm(typed, templateSchema, lang), save, lang);
  if (acted.ok) return redirect(`/${lang}/monitoring/templates/${saved}`, 303);
  if (acted.status === 404) throw notFound();
  return sendBack(acted.form, acted.status);
});

export default function EditTemplate() {
  const { title, owners, copiedFrom, blank } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? blank;
  return (
    <Page
      crumbs={[
        { label: t("monitoring:title"), href: `/${lang}/monitoring` },
        { label: t("monitoring:templates.shared"), href: `/${lang}/monitoring/templates` },
        { label: title },
      ]}
    >
      <div className="read formpage">
        <ErrorSummary form={form} labels={templateLabels(t)} />
        <Head
          title={title}
          lede={t(owners.length > 0 ? "monitoring:templates.newLede" : "monitoring:templates.makeLede")}
        />
        <TemplateForm form={form} owners={owners} copiedFrom={copiedFrom} />
      </div>
    </Page>
  );
}
