import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { addDays, dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { confirmer, decliner } from "#app/domain/partnerships/capital/capital.policy.ts";
import { priceExit } from "#app/domain/partnerships/exits/exit.ts";
import {
  type ExitMember,
  type FoundExits,
  findExits,
  listExitFacts,
  type ReadExit,
  type ReadHandover,
  type ReadSettlement,
  saidIn,
} from "#app/domain/partnerships/exits/queries.server.ts";
import {
  amender,
  mayReadSettlement,
  mayReadStatement,
  mayRepresent,
  maySign,
} from "#app/domain/partnerships/partnership.policy.ts";
import { isRunning, missingHouses, standsStill } from "#app/domain/partnerships/partnership.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { amendmentView } from "../agreements/amendment-view.server.ts";
import { type EntryOf, entryIndex } from "../entry-index.server.ts";
import { type PartyView, partiesView, signatureRows } from "../partnership-view.server.ts";

/** The page of exits: what anybody may read, and what this reader may do. */
export async function exitView(actor: Actor | null, code: string, lang: Language) {
  const found = await findExits(code);
  if (!found) return null;
  const { members, exits, state } = found;
  const isInside = mayReadStatement(actor, members);
  const open = exits.find((exit) => exit.state === "OPEN") ?? null;
  const own = members.filter((member) => maySign(actor, member));
  const leavers = open || state !== "ACTIVE" ? [] : own.filter(({ to }) => to === null);
  const whose = open ?? (leavers[0] && { memberId: leavers[0].id, effectiveOn: addDays(dayInVietnam(new Date()), 1) });
  const hasForm = isInside && whose !== undefined;
  const [catalogue, priced, entries] = await Promise.all([
    loadCatalogue(),
    hasForm ? pricesNow(whose) : [],
    entriesOf("PARTNERSHIP", found.code),
  ]);
  const products = new Map(catalogue.products.map((product) => [product.code, product.names[lang]]));
  const parties = partiesView(members, found.from);
  const view = { found, parties, products, actor, entryOf: entryIndex(entries) };
  const waiting = open?.settlements.find((one) => one.state === "PROPOSED") ?? null;
  const signed = new Set(waiting?.signatures.map(({ memberId }) => memberId));
  const isMember = amender(actor, members) !== null;
  const isAppraised = waiting?.isAppraised ?? false;
  const leadLeaves = members.some(({ id, role }) => id === open?.memberId && role === "LEAD");
  const options = (some: readonly ExitMember[]) =>
    some.map(({ id, names }) => ({ value: id, label: pickText(names, lang)?.text ?? id }));
  const hasEnded = open !== null && !isRunning(state);
  return {
    partnership: { code: found.code, title: found.title, state },
    open: open && shownExit(open, view),
    past: exits.filter((exit) => exit !== open).map((exit) => shownExit(exit, view)),
    leavers: options(leavers),
    priced: priced.map((one) => ({ ...one, product: products.get(one.productCode) ?? one.productCode })),
    takers: options(members.filter(({ id, left }) => !left && id !== open?.memberId)),
    successors: leadLeaves ? options(members.filter(({ id, to }) => to === null && id !== open?.memberId)) : [],
    mayPropose: isMember && open !== null && waiting === null && state === "ACTIVE",
    hasEnded,
    mayWithdraw: !isAppraised && (own.some(({ id }) => id === open?.memberId) || (hasEnded && isMember)),
    mayDecline: !isAppraised && isMember && waiting !== null,
    signFor: waiting && !isAppraised && !standsStill(state) ? options(own.filter(({ id }) => !signed.has(id))) : [],
  };
}

type View = {
  found: FoundExits;
  parties: readonly PartyView[];
  products: ReadonlyMap<string, string>;
  actor: Actor | null;
  entryOf: EntryOf;
};

/** What the rule of each agreement gives, as the ledger stands; the price is null where it is to be agreed. */
async function pricesNow(whose: { memberId: string; effectiveOn: string }) {
  const facts = await listExitFacts(whose);
  return facts.map(({ productCode, rule, ...one }) => {
    const priced = priceExit(rule, { ...one, earlyExitPenaltyPpm: 0 }, null);
    const { profitPpm, riskPpm, capitalPpm } = one;
    return {
      ...{ productCode, rule, profitPpm, riskPpm, capitalPpm },
      paidInVnd: String(one.paidInVnd),
      reserveShareVnd: String(priced?.reserveShareVnd ?? 0n),
      lossCarriedForwardShareVnd: String(priced?.lossCarriedForwardShareVnd ?? 0n),
      penaltyVnd: "0",
      earlyExitPenaltyPpm: 0,
      reservesVnd: String(one.reservesVnd),
      lossCarriedForwardVnd: String(one.lossCarriedForwardVnd),
      priceVnd: priced && String(priced.priceVnd),
    };
  });
}

function shownExit(exit: ReadExit, view: View) {
  const { settlements, memberId, ...facts } = exit;
  return {
    ...facts,
    leaver: view.parties.find(({ id }) => id === memberId) ?? null,
    losesHouse: exit.state === "WITHDRAWN" ? null : lostHouse(exit, view.found),
    settlements: settlements
      .filter((one) => mayReadSettlement(view.actor, view.found.members, one))
      .map((one) => shownSettlement(one, exit, view)),
    noticeNo: view.entryOf(["exit.notice"], { exit: exit.number }),
    endedNo: view.entryOf(["exit.settled", "exit.withdrawn"], { exit: exit.number }),
    signedSha256: settlements.find(({ state }) => state === "SIGNED")?.textSha256 ?? null,
  };
}

/** The house of which the leaver is the last party on its day. */
function lostHouse({ memberId, effectiveOn }: ReadExit, { members }: FoundExits) {
  const leaver = members.find(({ id }) => id === memberId);
  const staying = members.filter(({ id, to }) => id !== memberId && (to === null || to > effectiveOn));
  return missingHouses(staying).find((house) => house === leaver?.house) ?? null;
}

function shownSettlement(settlement: ReadSettlement, exit: ReadExit, view: View) {
  const { found, parties, products, actor } = view;
  const { signatures, handovers, proposedByMemberId, ...shown } = settlement;
  const partyAt = (place: number) =>
    parties.find(({ id }) => id === found.members.find(({ position }) => position === place)?.id) ?? null;
  const nameOf = (productCode: string) => products.get(productCode) ?? productCode;
  const said = saidIn(settlement);
  const signers = said.parties.flatMap(({ position }) => partyAt(position) ?? []);
  const leaver = found.members.find(({ id }) => id === exit.memberId);
  const hasLeft = exit.effectiveOn <= dayInVietnam(new Date());
  return {
    ...shown,
    proposer: parties.find(({ id }) => id === proposedByMemberId) ?? null,
    signatures: signatureRows(signers, signatures),
    lead: said.lead === undefined ? null : partyAt(said.lead),
    agreements: said.agreements.map((agreement) => {
      const amendment = found.amendments.find(({ textSha256 }) => textSha256 === agreement.amendmentSha256);
      const { takeover } = agreement;
      return {
        ...agreement,
        product: nameOf(agreement.productCode),
        taker: takeover.kind === "NAMED" ? partyAt(takeover.party) : null,
        handovers: agreement.handovers.map(({ party, ...one }) => ({ ...one, party: partyAt(party) })),
        periods: amendment ? amendmentView(amendment, parties).periods : [],
      };
    }),
    handovers: handovers.map(({ memberId, productCode, transfer, ...one }) => ({
      ...one,
      ...answers({ actor, members: found.members, leaver: exit.memberId, taker: memberId }, transfer),
      transfer: transfer && `${productCode}.${transfer.number}`,
      product: nameOf(productCode),
      party: parties.find(({ id }) => id === memberId) ?? null,
      mayHandOver: one.doneAt === null && hasLeft && leaver !== undefined && mayRepresent(actor, leaver.organisationId),
    })),
  };
}

type Between = { actor: Actor | null; members: readonly ExitMember[]; leaver: string; taker: string };

/** Who may answer a transfer that waits: its taker confirms or declines it, and the leaver takes it back. */
function answers({ actor, members, leaver, taker }: Between, transfer: ReadHandover["transfer"]) {
  if (!transfer) return { mayConfirm: false, mayDecline: false };
  const { recordedById } = transfer;
  const changes = [{ party: taker, amountVnd: 1n }];
  const event = { kind: "TRANSFER", recordedByMemberId: leaver, recordedById, changes };
  return {
    mayConfirm: confirmer(actor, members, event) !== null,
    mayDecline: decliner(actor, members, event) !== null,
  };
}
