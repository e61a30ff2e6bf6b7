import { createHash } from "node:crypto";
import { type DemoOrganisation, type DemoPeople, legally } from "#app/demo/accounts.server.ts";
import type { Until } from "#app/demo/chronicle.ts";
import { DEMO_MONEY, type DemoFunding, type DemoMoney } from "#app/demo/partnerships/money.ts";
import { riskActs } from "#app/demo/partnerships/risks/tell.server.ts";
import { performanceActs } from "#app/demo/partnerships/tell-performance.server.ts";
import { commitCapital } from "#app/domain/partnerships/capital/commit.server.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { contribute } from "#app/domain/partnerships/capital/contribute.server.ts";
import { allocateFunding } from "#app/domain/partnerships/funding/allocate.server.ts";
import { confirmCondition } from "#app/domain/partnerships/funding/confirm-condition.server.ts";
import { fundedBodies } from "#app/domain/partnerships/funding/funding.policy.ts";
import { planTranche } from "#app/domain/partnerships/funding/plan-tranche.server.ts";
import { recordPayment } from "#app/domain/partnerships/funding/record-payment.server.ts";

const DAY_MS = 86_400_000;

type Party = { organisation: DemoOrganisation; memberId: string };
type Table = { code: string; productCode: string; people: DemoPeople; parties: readonly Party[]; until: Until };
/** One thing that happens on a day. */
type Act = { on: string; act: (at: Date) => Promise<unknown> };

/** What the parties and the fund of an agreement pay, and what they do besides, in the order of days; nothing where no money is planned. */
export async function tellMoney(table: Table): Promise<void> {
  const money = DEMO_MONEY[table.productCode];
  if (!money) return;
  const start = new Date(`${money.committedOn}T02:00:00Z`);
  await table.until(start);
  const acts = [
    ...(await commitAll(table, money, start)),
    ...(await allocate(table, money.funding, start)),
    ...performanceActs(table),
    ...riskActs(table),
  ];
  for (const { on, act } of acts.sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    const at = new Date(`${on}T03:00:00Z`);
    if (at > new Date()) return;
    await table.until(at);
    await act(at);
  }
}

async function commitAll(table: Table, money: DemoMoney, at: Date): Promise<Act[]> {
  const acts: Act[] = [];
  for (const { place, valuation, paid, ...facts } of money.commitments) {
    const { organisation, memberId } = partyAt(table, place);
    const reportSha256 = createHash("sha256").update(facts.description).digest("hex");
    const commitment = {
      ...{
        memberId,
        kind: facts.kind,
        description: facts.description,
        committedVnd: facts.amountVnd,
        dueOn: facts.dueOn,
      },
      valuation: valuation ? { ...valuation, reportSha256 } : null,
    };
    const { number } = legally(await commitCapital(organisation.representative, table, commitment, at));
    for (const { on, amountVnd, reference, confirmed } of paid) {
      const payment = { commitment: number, amountVnd, onDay: on, reference, evidenceSha256: null };
      acts.push({
        on,
        act: async (paidAt) => {
          const event = legally(await contribute(organisation.representative, table, payment, paidAt));
          if (confirmed === false) return;
          const other = partyAt(table, place === 0 ? 1 : 0).organisation.representative;
          legally(await confirmCapital(other, table, event.number, new Date(paidAt.getTime() + DAY_MS / 8)));
        },
      });
    }
  }
  return acts;
}

async function allocate(table: Table, funding: DemoFunding | undefined, at: Date): Promise<Act[]> {
  if (!funding) return [];
  const fund = table.people.actors.fund;
  const organisationId = fundedBodies(fund)[0]?.organisationId ?? "";
  const { tranches, payments, ...allocation } = funding;
  const { number: line } = legally(await allocateFunding(fund, table, { ...allocation, organisationId }, at));
  for (const { metOn: _later, ...tranche } of tranches)
    legally(await planTranche(fund, table, { ...tranche, line }, at));
  const met = tranches.flatMap(({ metOn }, place): Act[] => {
    if (!metOn) return [];
    const input = { line, tranche: place + 1, reference: `Biên bản kiểm tra đợt ${place + 1}` };
    return [{ on: metOn, act: async (onDay) => legally(await confirmCondition(fund, table, input, onDay)) }];
  });
  const paid = payments.map(({ on, tranche, place, amountVnd, reference }): Act => {
    const isRefund = amountVnd < 0n;
    const input = {
      ...{ line, tranche, memberId: partyAt(table, place).memberId, onDay: on, reference, evidenceSha256: null },
      ...{
        direction: isRefund ? ("REFUNDED" as const) : ("PAID" as const),
        ground: isRefund ? ("UNUSED" as const) : null,
        amountVnd: isRefund ? -amountVnd : amountVnd,
      },
    };
    return { on, act: async (onDay) => legally(await recordPayment(fund, table, input, onDay)) };
  });
  return [...met, ...paid];
}

function partyAt({ parties, code }: Table, place: number): Party {
  const party = parties[place];
  if (!party) throw new Error(`No party ${place} in ${code}.`);
  return party;
}
