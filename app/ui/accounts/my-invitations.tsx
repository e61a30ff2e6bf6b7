import type { FormState } from "#app/platform/form-state.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM, textOf } from "#app/ui/form/form-state.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

export type WaitingInvitation = {
  id: string;
  names: { vi: string; en: string | null; fr: string | null };
  house: House;
  asRepresentative: boolean;
  expiresAt: string;
};

/** Invitations that wait for the reader; nothing without any. */
export function MyInvitations(props: { invitations: readonly WaitingInvitation[]; form: FormState }) {
  const { t } = useLanguage();
  if (props.invitations.length === 0) return null;
  return (
    <Section id="invitations" title={t("accounts:me.invitations")}>
      <ul className="list">
        {props.invitations.map((invitation) => (
          <li key={invitation.id} className="hit">
            <Invitation
              invitation={invitation}
              form={textOf(props.form, "invitationId") === invitation.id ? props.form : EMPTY_FORM}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Invitation(props: { invitation: WaitingInvitation; form: FormState }) {
  const { t, format } = useLanguage();
  const { id, names, house, asRepresentative, expiresAt } = props.invitation;
  const until = format.weekdayDate(format.dayOf(expiresAt));
  return (
    <>
      <PartyBadge
        house={house}
        name={<Text of={names} badge={false} />}
        role={t(asRepresentative ? "accounts:me.asRepresentative" : "accounts:me.asMember")}
      />
      <p className="s soft">{t("accounts:me.until", { date: until })}</p>
      <Form>
        <input type="hidden" name="invitationId" value={id} />
        <Field
          name="post"
          label={t("accounts:me.post")}
          hint={t("accounts:me.postHint")}
          autoComplete="organization-title"
          form={props.form}
        />
        <div className="row actions">
          <Submit>{t("accounts:me.accept")}</Submit>
        </div>
      </Form>
    </>
  );
}
