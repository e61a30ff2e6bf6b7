import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { pool } from "#prisma/client.server.ts";
import { findInitiative } from "../queries.server.ts";
import { joined, type LifeEntry, verifiedRevenueVnd } from "./life.ts";
import { LIFE_SQL } from "./life-sql.ts";

type Row = Pick<LifeEntry, "kind"> & { at: string } & Partial<Omit<LifeEntry, "kind" | "at" | "on">>;

const BLANK = {
  ...{ body: null, post: null, path: null, entryNo: null, title: null, code: null, text: null, language: null },
  ...{ state: null, from: null, link: null, figures: {} },
} as const;

/**
 * The whole life of an initiative as this reader may see it, from its first draft to what it earned, ancestors and
 * descendants included; null where it does not exist for them. What is not public of its kin, its partnerships and its
 * results is left out. Three statements, whatever its length.
 */
export async function findLife(actor: Actor | null, code: string, at = new Date()) {
  const initiative = await findInitiative(actor, code, at);
  if (!initiative) return null;
  const isTrace = initiative.state === "WITHDRAWN" && !initiative.content;
  const { rows } = isTrace
    ? { rows: [] }
    : await pool().query<{ life: Row[] }>(LIFE_SQL, [code, initiative.content !== null]);
  const told = (rows[0]?.life ?? []).map(
    (row): LifeEntry => ({ ...BLANK, ...row, on: dayInVietnam(new Date(row.at)) }),
  );
  const own = initiative.steps.map((step): LifeEntry => {
    const { toState, fromState, role, body, entryNo, on } = step;
    return { ...BLANK, kind: "step", at: step.at, on, body, post: role, entryNo, state: toState, from: fromState };
  });
  const entries = joined(own, told);
  return { initiative, entries, revenueVnd: verifiedRevenueVnd(entries)?.toString() ?? null };
}
