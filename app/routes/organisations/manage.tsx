import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invite } from "#app/domain/organisations/invite.server.ts";
import { mayInvite } from "#app/domain/organisations/organisation.policy.ts";
import { invitationSchema } from "#app/domain/organisations/organisation.schema.ts";
import { findOrganisation, listPeople } from "#app/domain/organisations/queries.server.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Checkbox } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Head, Section } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { InvitationTable, PeopleTable } from "#app/ui/organisations/people.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, memberLoader, notFound, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

export const loader = memberLoader(async ({ params, url, lang, t, actor }) => {
  const organisation = await findOrganisation(params["organisation"]);
  if (!organisation || !mayInvite(actor, organisation.id)) throw notFound();
  const { id, code, names } = organisation;
  if (params["organisation"] !== code) throw redirect(`/${lang}/organisations/${code}/manage`);
  const { people, invitations } = await listPeople(id);
  return {
    title: t("organisations:manage.title"),
    code,
    names,
    people,
    invitations,
    sent: url.searchParams.has("sent"),
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const organisation = await findOrganisation(params["organisation"]);
  if (!organisation || !mayInvite(actor, organisation.id)) throw notFound();
  const parsed = parseForm(await readForm(), invitationSchema, lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const outcome = await invite(actor, { ...parsed.value, organisationId: organisation.id, language: lang });
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/organisations/${organisation.code}/manage?sent=1`);
});

export default function ManageOrganisation() {
  const { code, names, people, invitations, sent } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const base = `/${lang}/organisations`;
  const crumbs = [
    { label: t("organisations:title"), href: base },
    { label: <Text of={names} badge={false} />, href: `${base}/${code}` },
    { label: t("organisations:manage.title") },
  ];
  return (
    <Page crumbs={crumbs}>
      <Head
        eyebrow={
          <span>
            <Text of={names} />
          </span>
        }
        title={t("organisations:manage.title")}
        lede={t("organisations:manage.lede")}
      />
      {sent ? <p role="status">{t("organisations:manage.sent")}</p> : null}
      <Section id="invite" title={t("organisations:manage.invite")}>
        <div className="read">
          <ErrorSummary form={form} labels={{ email: t("organisations:manage.email") }} />
          <Form action={`${base}/${code}/manage`}>
            <Field
              name="email"
              type="email"
              autoComplete="off"
              label={t("organisations:manage.email")}
              hint={t("organisations:manage.inviteHint")}
              form={form}
            />
            <Checkbox name="asRepresentative" label={t("organisations:manage.asRepresentative")} form={form} />
            <Actions>
              <Submit>{t("organisations:manage.button")}</Submit>
            </Actions>
          </Form>
        </div>
      </Section>
      <Section id="pending" title={t("organisations:manage.pending")}>
        {invitations.length === 0 ? (
          <p>{t("organisations:manage.noPending")}</p>
        ) : (
          <InvitationTable invitations={invitations} />
        )}
      </Section>
      <Section id="people" title={t("organisations:manage.people")}>
        <PeopleTable people={people} />
      </Section>
    </Page>
  );
}
