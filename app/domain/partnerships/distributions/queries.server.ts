import type { Actor, House } from "#app/domain/accounts/actor.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { pool } from "#prisma/client.server.ts";
import { runsOf } from "../internal/distribution-sql.ts";
import { mayReadAuthorStatement, mayReadOwnStatement, mayReadStatement } from "../partnership.policy.ts";
import type { MemberRole } from "../partnership.schema.ts";
import type { ReadRun } from "./read-run.ts";
import type { RunInputs, RunLine } from "./run.ts";
import { readWhose, type Statement, statementOf, type Whose } from "./statement.ts";

type Member = {
  id: string;
  organisationId: string;
  role: MemberRole;
  joined: boolean;
  left: boolean;
  position: number;
  house: House;
  names: Texts;
  from: string;
};

export type FoundStatement = {
  code: string;
  title: Texts;
  productCode: string;
  members: Member[];
  run: ReadRun;
  inputs: RunInputs;
  whose: Whose;
  statement: Statement;
};

type Row = Pick<FoundStatement, "code" | "title" | "productCode" | "members"> & { runs: ReadRun[] };

const LOCKED_RUN = `
  SELECT p.code, p.title, a.product_code AS "productCode",
    (SELECT json_agg(json_build_object('id', m.id, 'organisationId', o.id, 'house', o.house, 'role', m.role,
        'position', m.position, 'joined', m.joined_at IS NOT NULL, 'from', m.valid_from,
        'left', coalesce(m.valid_to <= day_in_vietnam(now()), false),
        'names', json_build_object('vi', o.name_vi, 'en', o.name_en, 'fr', o.name_fr)) ORDER BY m.position)
      FROM partnership_member m JOIN organisation o ON o.id = m.organisation_id WHERE m.partnership_id = p.id) AS members,
    ${runsOf("r.state = 'LOCKED' AND r.number = $3")} AS runs
  FROM partnership p JOIN agreement a ON a.partnership_id = p.id
  WHERE p.code = $1 AND a.product_code = $2`;

/**
 * The statement of a locked run for a party or an author (`party-2`, `author-1`). A party's is read by representatives
 * of the members and by the auditor, its own also by one that left; an author's by the author too, who signs in with the address that the run names.
 * Null for everybody else and where there is none. One statement of SQL.
 */
export async function findStatement(
  actor: Actor,
  asked: { code: string; productCode: string; run: string | undefined; whose: string | undefined },
): Promise<FoundStatement | null> {
  const whose = readWhose(asked.whose);
  if (!whose || !/^[1-9]\d{0,4}$/.test(asked.run ?? "")) return null;
  const { rows } = await pool().query<Row>(LOCKED_RUN, [asked.code, asked.productCode, Number(asked.run)]);
  const [found] = rows;
  const run = found?.runs[0];
  if (!found || !run) return null;
  const inputs: RunInputs = JSON.parse(run.inputs);
  if (!mayRead(actor, found.members, whose, inputs)) return null;
  const { runs: _one, ...about } = found;
  const statement = statementOf({ inputs, lines: linesOf(run, found.members), compensates: run.compensates }, whose);
  return statement && { ...about, run, inputs, whose, statement };
}

function mayRead(actor: Actor, members: readonly Member[], whose: Whose, inputs: RunInputs): boolean {
  if (whose.kind === "PARTY") {
    const party = members.find(({ position }) => position === whose.place);
    return mayReadOwnStatement(actor, members, party);
  }
  if (inputs.kind === "LOSS") return mayReadStatement(actor, members);
  return mayReadAuthorStatement(actor, members, inputs.authors[whose.place - 1]?.email ?? null);
}

/** Lines with the places of their parties, as the calculation names them. */
function linesOf({ lines }: ReadRun, members: readonly Member[]): RunLine[] {
  return lines.map(({ tier, memberId, author, amountVnd }) => ({
    tier,
    party: members.find(({ id }) => id === memberId)?.position ?? null,
    author,
    amountVnd: BigInt(amountVnd),
  }));
}
