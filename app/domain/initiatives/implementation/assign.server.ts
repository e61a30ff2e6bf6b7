import type { z } from "zod";
import { type Actor, organisationOf } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { openAgreedObligation } from "#app/domain/obligations/write.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import { asWorker, type WorkerRefusal } from "../internal/as-worker.server.ts";
import { takeStep } from "../internal/take-step.server.ts";
import { mayAssign } from "./implementation.policy.ts";
import type { assignSchema } from "./implementation.schema.ts";

type Input = Omit<z.output<typeof assignSchema>, "owner"> & { ownerId: string };
type AssignRefusal = WorkerRefusal | "OWNER_NOT_VERIFIED" | "DUE_IN_THE_PAST" | "PERSON_UNKNOWN";

/** More than this many years ahead, a day is a slip of the keyboard. */
const MOST_YEARS = 10;

/**
 * The steering body gives an accepted initiative to a verified organisation: a chief engineer by post, what is expected,
 * with which budget line or call, by an agreed day, which becomes the owner's clock. The public reads body, post,
 * product, money and day; a named person is for those concerned alone. Refuses OWNER_NOT_VERIFIED at `owner`,
 * DUE_IN_THE_PAST at `dueOn`, PERSON_UNKNOWN at `chiefEmail`, and what `asWorker` refuses.
 * Source: docs/domain.md, "After acceptance"; Decision 2266/QĐ-TTg, step 4.
 */
export async function assign(
  actor: Actor,
  code: string,
  input: Input,
  at = new Date(),
): Promise<Outcome<{ dueOn: string }, AssignRefusal>> {
  const step = { to: "ASSIGNED", hands: ["STEERING"] } as const;
  return asWorker<{ dueOn: string }, AssignRefusal>(code, step, who, async (tx, initiative, worker) => {
    const { ownerId, chiefPost, expectedProduct, funding, dueOn, language } = input;
    const owner = await tx.organisation.findFirst({
      where: { id: ownerId, verifiedAt: { not: null } },
      select: { nameVi: true, scheme: true, identifier: true },
    });
    if (!owner) return refuse("OWNER_NOT_VERIFIED", { field: "owner" });
    if (!isAhead(dueOn, dayInVietnam(at))) return refuse("DUE_IN_THE_PAST", { field: "dueOn" });
    const chief = await findChief(tx, input.chiefEmail);
    if (chief === undefined) return refuse("PERSON_UNKNOWN", { field: "chiefEmail" });
    await tx.implementation.create({
      data: {
        ...{ initiativeId: initiative.id, ownerId, chiefPost, chiefPersonId: chief, expectedProduct, language },
        ...{ funding, dueOn: new Date(`${dueOn}T00:00:00Z`), assignedById: actor.personId, assignedAt: at },
      },
    });
    const taken = await takeStep(tx, initiative, {
      ...{ to: "ASSIGNED", ...worker, personId: actor.personId, at },
      payload: {
        owner: `${owner.scheme}-${owner.identifier}`,
        ...{ chiefPost, expectedProduct, language, funding, dueOn },
      },
    });
    if (!taken.ok) return taken;
    const subject = { type: "INITIATIVE", id: initiative.id, code } as const;
    const debtor = { organisationId: ownerId, role: "TASK_OWNER" } as const;
    const owed = { subject, kind: "IMPLEMENTATION", debtor, dueOn, basis: code } as const;
    return done({ dueOn: await openAgreedObligation(tx, owed, at) });
  });

  function who(initiative: Parameters<typeof mayAssign>[1]) {
    if (!mayAssign(actor, initiative)) return null;
    const organisationId = initiative.inCharge["ASSIGNMENT"] ?? organisationOf(actor, "STEERING");
    return organisationId === null ? null : { hand: "STEERING" as const, organisationId };
  }
}

/** The id of the person with this confirmed address; null where none is named, undefined where there is none. */
async function findChief(tx: Tx, email: string): Promise<string | null | undefined> {
  if (email === "") return null;
  const where = { email, emailConfirmedAt: { not: null }, disabledAt: null };
  return (await tx.person.findFirst({ where, select: { id: true } }))?.id;
}

function isAhead(day: string, today: string): boolean {
  const last = `${Number(today.slice(0, 4)) + MOST_YEARS}${today.slice(4)}`;
  return day > today && day <= last;
}
