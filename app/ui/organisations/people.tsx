import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";

type Person = { email: string; name: string | null; post: string | null; representative: boolean };
type Invitation = { id: string; email: string; asRepresentative: boolean; expiresAt: string };

/** An organisation's people by name and address: for its representatives, and for whoever verifies it. */
export function PeopleTable(props: { people: readonly Person[] }) {
  const { t } = useLanguage();
  return (
    <Table caption={t("organisations:manage.people")} columns={["name", "email", "post", "role"]}>
      {props.people.map((person) => (
        <tr key={person.email} role="row">
          <th scope="row" role="rowheader">
            {person.name ?? <span className="soft">{t("organisations:manage.noName")}</span>}
          </th>
          <td role="cell">{person.email}</td>
          <td role="cell">{person.post}</td>
          <td role="cell">{t(`organisations:manage.${person.representative ? "representative" : "member"}`)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function InvitationTable(props: { invitations: readonly Invitation[] }) {
  const { t, format } = useLanguage();
  return (
    <Table caption={t("organisations:manage.pending")} columns={["email", "role", "until"]}>
      {props.invitations.map((one) => (
        <tr key={one.id} role="row">
          <th scope="row" role="rowheader">
            {one.email}
          </th>
          <td role="cell">{t(`organisations:manage.${one.asRepresentative ? "representative" : "member"}`)}</td>
          <td role="cell" className="nw" data-l={t("organisations:manage.until")}>
            <time dateTime={one.expiresAt}>{format.dateTime(one.expiresAt)}</time>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Table(props: {
  caption: string;
  columns: readonly ("name" | "email" | "post" | "role" | "until")[];
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <table className="stack" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {props.columns.map((name) => (
            <th key={name} role="columnheader" scope="col">
              {t(`organisations:manage.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">{props.children}</tbody>
    </table>
  );
}
