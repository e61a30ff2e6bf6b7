import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";

/** `post` is that of the signer in the organisation; persons are not named. */
export type SignatureRow = { party: ListedParty; post: string | null; signedAt: string | null };

/** Who signed the text of one hash, and when; a party that has not signed yet says so. */
export function SignatureTable(props: { caption: string; hash: string; rows: readonly SignatureRow[] }) {
  const { lang, t, format } = useLanguage();
  const columns = ["party", "signedAt", "post"] as const;
  return (
    <>
      <table className="stack" role="table">
        <caption className="vh">{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((name) => (
              <th key={name} role="columnheader" scope="col">
                {t(`partnerships:signatures.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map(({ party, post, signedAt }) => (
            <tr key={party.id} role="row">
              <th role="rowheader" scope="row">
                <PartyBadge house={party.house} name={`${party.key} ${nameOf(party.names, lang)}`} />
              </th>
              <td role="cell" data-l={t("partnerships:signatures.signedAt")}>
                {signedAt ? (
                  <span className="sig">
                    <Icon name="yes" /> <time dateTime={signedAt}>{format.dateTime(signedAt)}</time>
                  </span>
                ) : (
                  <span className="soft">{t("partnerships:signatures.notYet")}</span>
                )}
              </td>
              <td role="cell" data-l={t("partnerships:signatures.post")}>
                {post ? postWords(post) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="src">
        {t("partnerships:signatures.oneText")} <code title={props.hash}>{shortHash(props.hash)}</code>
      </p>
    </>
  );

  /** A role code where the signer's profile names no post. */
  function postWords(post: string): string {
    return post === "PARTY_REP" ? t("partnerships:signatures.representative") : post;
  }
}
