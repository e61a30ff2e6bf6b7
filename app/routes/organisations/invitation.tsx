import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation } from "#app/domain/organisations/accept-invitation.server.ts";
import { acceptSchema } from "#app/domain/organisations/organisation.schema.ts";
import { findInvitation } from "#app/domain/organisations/queries.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { OtherReader, SignInFirst } from "#app/ui/organisations/invited-reader.tsx";
import { parseForm } from "#app/web/form.server.ts";
import { memberAction, publicLoader, sendBack } from "#app/web/guard.server.ts";
import { sendRefusal } from "#app/web/limit.server.ts";

/** Opening the link accepts nothing: scanners open the links of mails, too. */
export const loader = publicLoader(async ({ params, url, t, actor }) => {
  const found = await findInvitation(params["token"]);
  const title = t("organisations:invitation.title");
  if (!found) return { title, invitation: null, reader: null };
  const { names, house, asRepresentative, expiresAt, email } = found;
  return {
    title,
    invitation: { names, house, asRepresentative, expiresAt, here: url.pathname },
    reader: actor && { email: actor.email, invited: actor.email === email },
  };
});

export const action = memberAction(async ({ readForm, params, lang, actor }) => {
  const parsed = parseForm(await readForm(), acceptSchema.pick({ post: true }), lang);
  if (!parsed.ok) return sendBack(parsed.form);
  const found = await findInvitation(params["token"]);
  const outcome = await acceptInvitation(actor, { invitationId: found?.id ?? "", post: parsed.value.post });
  if (!outcome.ok) return sendRefusal(parsed.form, outcome, lang);
  return redirect(`/${lang}/organisations/${outcome.value.organisationId}`);
});

export default function Invitation() {
  const { title, invitation, reader } = useLoaderData<typeof loader>();
  const { lang, t, format } = useLanguage();
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM;
  const crumbs = [{ label: t("organisations:title"), href: `/${lang}/organisations` }, { label: title }];
  if (!invitation) {
    const action = { href: `/${lang}/organisations`, label: t("organisations:invitation.voidAction") };
    return (
      <Page crumbs={crumbs}>
        <div className="read formpage">
          <h1>{title}</h1>
          <EmptyState title={t("refusals:INVITATION_VOID")} action={action}>
            {t("organisations:invitation.voidText")}
          </EmptyState>
        </div>
      </Page>
    );
  }
  const { names, house, asRepresentative, expiresAt, here } = invitation;
  const name = pickText(names, lang) ?? { lang, text: "" };
  return (
    <Page crumbs={crumbs}>
      <div className="read formpage flow">
        <ErrorSummary form={form} labels={{ post: t("organisations:invitation.post") }} />
        <h1>{title}</h1>
        <p className="who">
          <PartyBadge house={house} name={<Foreign lang={name.lang}>{name.text}</Foreign>} />
        </p>
        <p>
          {t(`organisations:invitation.${asRepresentative ? "asRepresentative" : "asMember"}`, {
            organisation: name.text,
          })}{" "}
          {asRepresentative ? t("organisations:invitation.rights") : null}
        </p>
        <p>{t("organisations:invitation.until", { time: format.dateTime(expiresAt) })}</p>
        {reader?.invited ? (
          <Form>
            <Field
              name="post"
              label={t("organisations:invitation.post")}
              hint={t("organisations:new.postHint")}
              autoComplete="organization-title"
              form={form}
            />
            <Actions>
              <Submit>{t("organisations:invitation.button")}</Submit>
            </Actions>
          </Form>
        ) : reader ? (
          <OtherReader email={reader.email} />
        ) : (
          <SignInFirst here={here} />
        )}
      </div>
    </Page>
  );
}
