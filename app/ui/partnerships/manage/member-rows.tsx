import { Form } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

/** A member or somebody invited, and what the reader may do about it. */
export type MemberRow = ListedParty & { joined: boolean; mayJoin: boolean; mayLeave: boolean };

/** Who is in, who is asked; an invitation is answered here, and a member that signed nothing may go. */
export function MemberRows(props: { members: readonly MemberRow[] }) {
  const { lang, t } = useLanguage();
  const columns = ["party", "part", "standing", "act"] as const;
  return (
    <table className="stack" role="table">
      <caption className="vh">{t("partnerships:manage.members")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {t(`partnerships:manage.column.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.members.map((member) => (
          <tr key={member.id} role="row">
            <th role="rowheader" scope="row">
              <PartyBadge house={member.house} name={`${member.key} ${nameOf(member.names, lang)}`} />
            </th>
            <td role="cell" data-l={t("partnerships:manage.column.part")}>
              {t(`partnerships:role.${member.role}`)}
            </td>
            <td role="cell" data-l={t("partnerships:manage.column.standing")}>
              {t(member.joined ? "partnerships:manage.joined" : "partnerships:manage.invited")}
            </td>
            <td role="cell">
              <Answer member={member} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Answer(props: { member: MemberRow }) {
  const { lang, t } = useLanguage();
  const { id, names, joined, mayJoin, mayLeave } = props.member;
  if (!mayJoin && !mayLeave) return null;
  return (
    <Form>
      <input type="hidden" name="memberId" value={id} />
      <span className="row">
        {mayJoin ? (
          <button className="btn sm" type="submit" name="intent" value="join">
            {t("partnerships:manage.join")}
            <span className="vh"> {nameOf(names, lang)}</span>
          </button>
        ) : null}
        {mayLeave ? (
          <button className="btn alt sm" type="submit" name="intent" value="leave">
            {t(joined ? "partnerships:manage.leave" : "partnerships:manage.decline")}
            <span className="vh"> {nameOf(names, lang)}</span>
          </button>
        ) : null}
      </span>
    </Form>
  );
}
