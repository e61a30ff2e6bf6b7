import type { Role } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Grant = { id: string; role: Role; organisation: Texts | null; grantedAt: string };

/** The roles that somebody holds, each with a button that takes it away. */
export function HeldRoles(props: { grants: readonly Grant[]; action: string }) {
  const { t, format } = useLanguage();
  if (props.grants.length === 0) return <p>{t("organisations:roles.noneHeld")}</p>;
  return (
    <table className="stack" role="table">
      <caption className="vh">{t("organisations:roles.held")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {(["role", "organisation", "since"] as const).map((name) => (
            <th key={name} role="columnheader" scope="col">
              {t(`organisations:roles.${name}`)}
            </th>
          ))}
          <th role="columnheader" scope="col">
            <span className="vh">{t("organisations:roles.revoke")}</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.grants.map((grant) => (
          <tr key={grant.id} role="row">
            <th scope="row" role="rowheader">
              {t(`accounts:role.${grant.role}`)}
            </th>
            <td role="cell">
              {grant.organisation ? (
                <Text of={grant.organisation} badge={false} />
              ) : (
                t("organisations:roles.noOrganisation")
              )}
            </td>
            <td role="cell" className="nw" data-l={t("organisations:roles.since")}>
              <time dateTime={grant.grantedAt}>{format.date(format.dayOf(grant.grantedAt))}</time>
            </td>
            <td role="cell">
              <Form action={props.action}>
                <input type="hidden" name="grantId" value={grant.id} />
                <Submit name="intent" value="revoke" look="alt" small>
                  {t("organisations:roles.revoke")}
                  <span className="vh"> {t(`accounts:role.${grant.role}`)}</span>
                </Submit>
              </Form>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
