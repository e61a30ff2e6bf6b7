import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findPersonRoles } from "#app/domain/accounts/roles/queries.server.ts";
import { revokeRole } from "#app/domain/accounts/roles/revoke-role.server.ts";
import { personSchema } from "#app/domain/accounts/roles/role.schema.ts";
import type { OrganisationMatch } from "#app/domain/organisations/organisation.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { refuse } from "#app/platform/outcome.ts";
import { HeldRoles } from "#app/ui/accounts/held-roles.tsx";
import { FindPerson, RoleForm, roleLabels } from "#app/ui/accounts/role-form.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { grantByForm } from "#app/web/admin/grant-form.server.ts";
import { blankForm, parseForm, withRefusal } from "#app/web/form.server.ts";
import { roleAction, roleLoader } from "#app/web/guard.server.ts";

const DONE = ["granted", "revoked"] as const;

export const loader = roleLoader(["ADMIN"], async ({ url, t, actor }) => {
  const person = await findPersonRoles({ id: url.searchParams.get("person") ?? "" });
  const told = url.searchParams.get("done");
  return {
    title: t("organisations:roles.title"),
    done: DONE.find((one) => one === told) ?? null,
    person: person && {
      id: person.personId,
      email: person.email,
      name: person.name,
      own: person.personId === actor.personId,
      grants: person.grants.map((grant) => ({ ...grant, grantedAt: grant.grantedAt.toISOString() })),
    },
  };
});

/** The person stands in the address by id: addresses are kept in logs and histories, and e-mail addresses are personal. */
export const action = roleAction(["ADMIN"], async ({ url, readForm, lang, actor }) => {
  const typed = await readForm();
  const intent = typed.get("intent");
  if (intent !== "grant" && intent !== "revoke") {
    const parsed = parseForm(typed, personSchema, lang);
    if (!parsed.ok) return back(parsed.form);
    const found = await findPersonRoles(parsed.value);
    if (found) return redirect(`/${lang}/admin/roles?person=${found.personId}`);
    return back(withRefusal(parsed.form, refuse("PERSON_UNKNOWN", { field: "email" }), lang));
  }
  const person = await findPersonRoles({ id: url.searchParams.get("person") ?? "" });
  if (!person) return back(withRefusal(blankForm(), refuse("PERSON_UNKNOWN"), lang));
  const here = `/${lang}/admin/roles?person=${person.personId}`;
  if (intent === "revoke") {
    const outcome = await revokeRole(actor, String(typed.get("grantId")));
    if (outcome.ok) return redirect(`${here}&done=revoked`);
    return back(withRefusal(blankForm(), outcome, lang));
  }
  const answer = await grantByForm(actor, person.email, typed, lang);
  return answer.ok ? redirect(`${here}&done=granted`) : back(answer.form, answer.matches);
});

function back(form: FormState, matches: OrganisationMatch[] = []) {
  return json({ form, matches }, { status: 422 });
}

export default function Roles() {
  const { person, done } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const sent = useActionData<typeof action>();
  const form = sent?.form ?? EMPTY_FORM;
  const base = `/${lang}/admin/roles`;
  const here = `${base}?person=${person?.id}`;
  const crumbs = [
    { label: t("organisations:admin.title"), href: `/${lang}/admin` },
    { label: t("organisations:roles.title") },
  ];
  return (
    <Page crumbs={crumbs}>
      <Head title={t("organisations:roles.title")} lede={t("organisations:roles.lede")} />
      <div className="read">
        <ErrorSummary form={form} labels={roleLabels(t)} />
        <FindPerson action={base} form={form} known={person?.email} />
      </div>
      {person ? (
        <>
          {done && !sent ? <p role="status">{t(`organisations:roles.${done}`)}</p> : null}
          <Section id="held" title={t("organisations:roles.held")} aside={person.name ?? person.email}>
            <HeldRoles grants={person.grants} action={here} />
          </Section>
          <Section id="grant" title={t("organisations:roles.grant")}>
            {person.own ? (
              <Notice>
                <p>{t("organisations:roles.own")}</p>
              </Notice>
            ) : (
              <RoleForm action={here} form={form} matches={sent?.matches ?? []} />
            )}
          </Section>
        </>
      ) : null}
    </Page>
  );
}
