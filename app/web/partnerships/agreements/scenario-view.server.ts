import type { ReadAmendment } from "#app/domain/partnerships/amendments/amendment.ts";
import { payoffChange } from "#app/domain/partnerships/amendments/payoff-change.ts";
import { scenariosOf } from "#app/domain/partnerships/workbench/queries.server.ts";
import type { PartyView } from "../partnership-view.server.ts";

/** What an amendment changes in đồng under the scenarios that the members shared last; null where there are none. */
export async function scenarioView(agreementId: string, amendment: ReadAmendment, everybody: readonly PartyView[]) {
  const stored = await scenariosOf(agreementId);
  const changes = stored && payoffChange(amendment, stored.scenarios, stored.caps);
  if (!stored || !changes) return null;
  const text = ({ beforeVnd, afterVnd }: { beforeVnd: bigint; afterVnd: bigint }) => ({
    beforeVnd: String(beforeVnd),
    afterVnd: String(afterVnd),
  });
  return {
    from: stored.from,
    scenarios: stored.scenarios.map(({ name, probabilityPpm }) => ({ name, probabilityPpm })),
    rows: everybody.flatMap((party) => {
      const change = changes.find((one) => one.party === party.id);
      return change ? [{ party, scenarios: change.scenarios.map(text), expected: text(change.expected) }] : [];
    }),
  };
}
