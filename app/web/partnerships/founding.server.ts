import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { FoundInterest } from "#app/domain/partnerships/calls/interests/interest.ts";
import { findInterest } from "#app/domain/partnerships/calls/interests/queries.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { isUuid, typedDay } from "#app/platform/typed.ts";
import { blankForm } from "#app/web/form.server.ts";

/** The accepted interest that the address names, for one of its two sides; null for anything else. */
export async function acceptedInterest(actor: Actor, url: URL): Promise<FoundInterest | null> {
  const id = url.searchParams.get("interest") ?? undefined;
  const found = isUuid(id) ? await findInterest(actor, id) : null;
  return found?.state === "ACCEPTED" ? found : null;
}

/** Whom the reader would found a partnership with. */
export function otherSide({ isCaller, from, call }: FoundInterest): { id: string } {
  return isCaller ? from : call.body;
}

/** What a call says already of the partnership that its two sides found. */
export function foundingForm({ call, isCaller, from }: FoundInterest): FormState {
  const { title, text, amountVnd, trlFrom, trlTo, provinceCodes } = call;
  return blankForm({
    leadId: isCaller ? call.body.id : from.id,
    ...{ title_vi: title.vi ?? "", title_en: title.en ?? "", title_fr: title.fr ?? "" },
    ...{ description_vi: text.vi ?? "", description_en: text.en ?? "", description_fr: text.fr ?? "" },
    ...{ totalValue: amountVnd ?? "", trlStart: String(trlFrom ?? ""), trlTarget: String(trlTo ?? ""), provinceCodes },
    validFrom: typedDay(dayInVietnam(new Date())),
  });
}
