import { type AgreementContent, agreementText } from "../agreements/agreement-text.ts";
import type { LockedAgreement, LockedPartnership } from "./locked.server.ts";
import type { RecordedSchedule } from "./schedules.server.ts";

/** What an agreement says with these schedules and these parties; what the parties sign is made of it. */
export function contentOf(
  partnership: LockedPartnership,
  agreement: LockedAgreement,
  { schedules, parties }: { schedules: readonly RecordedSchedule[]; parties: ReadonlySet<string> },
): AgreementContent {
  const { code, form, title, from, to, members } = partnership;
  return {
    partnership: { code, form, title, from, to },
    productCode: agreement.productCode,
    version: agreement.version,
    validity: { from: agreement.from, to: agreement.to },
    hasStateMoney: agreement.hasStateMoney,
    profitConfidential: agreement.profitConfidential,
    ...(agreement.terms ? { terms: agreement.terms } : {}),
    parties: members
      .filter(({ id }) => parties.has(id))
      .map((party) => ({
        position: party.position,
        role: party.role,
        house: party.house,
        name: party.name,
        identifier: `${party.scheme}-${party.identifier}`,
        from: party.from,
        to: party.to,
      })),
    schedules,
  };
}

/** The text that is signed; `more` is what an amendment adds to it. A line names its party by its place. */
export function textOf(
  partnership: LockedPartnership,
  content: AgreementContent,
  more: Readonly<Record<string, unknown>> = {},
): string {
  const places = new Map(partnership.members.map(({ id, position }) => [id, position]));
  return agreementText(content, (party) => places.get(party) ?? 0, more);
}
