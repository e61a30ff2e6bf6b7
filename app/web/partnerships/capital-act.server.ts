import type { Actor } from "#app/domain/accounts/actor.ts";
import { answerRelease } from "#app/domain/partnerships/capital/answer-release.server.ts";
import { askRelease } from "#app/domain/partnerships/capital/ask-release.server.ts";
import { releaser } from "#app/domain/partnerships/capital/capital.policy.ts";
import {
  agreeReleaseSchema,
  answerSchema,
  declineSchema,
  releaseSchema,
} from "#app/domain/partnerships/capital/capital.schema.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { refuse } from "#app/platform/outcome.ts";
import type { Releases } from "#app/ui/partnerships/capital/release-forms.tsx";
import { blankForm, typedValues, withRefusal } from "#app/web/form.server.ts";
import type { capitalPage } from "./capital-page.server.ts";
import { type Deed, deed } from "./deed.server.ts";

type Page = Awaited<ReturnType<typeof capitalPage>>;
type AgreementDeed = Deed<Page["address"]>;

const DEEDS = new Map<unknown, AgreementDeed>([
  [
    "confirm",
    deed(answerSchema, (actor, address: Page["address"], { event }) => confirmCapital(actor, address, event)),
  ],
  ["decline", deed(declineSchema, declineCapital)],
  ["release-ask", deed(releaseSchema, askRelease)],
  [
    "release-agree",
    deed(agreeReleaseSchema, (actor, address: Page["address"], { release }) =>
      answerRelease(actor, address, { release, reason: null }),
    ),
  ],
  ["release-decline", deed(releaseSchema, answerRelease)],
  ["release-withdraw", deed(releaseSchema, answerRelease)],
]);

/**
 * Does what a form of the capital page asks for: answers what was recorded, asks for a release, or answers it. What it
 * does not know it does not do.
 */
export async function actOnCapital(sent: Parameters<AgreementDeed>[0]): ReturnType<AgreementDeed> {
  const act = DEEDS.get(sent.form.get("intent"));
  if (act) return act(sent);
  return { ok: false, form: withRefusal(blankForm(typedValues(sent.form)), refuse("UNKNOWN"), sent.lang), status: 422 };
}

/** What the reader may ask, take back or answer about commitments of the agreement that are to be owed no more. */
export function releasesOf(actor: Actor, { money, partnership, own, isSigned }: Page, t: Translate): Releases {
  const living = money.commitments.filter(({ release }) => isSigned && !release?.agrees);
  const isPaid = (number: number) => money.events.some((one) => one.commitment === number && one.declinedAt === null);
  const isOpen = ({ release }: Page["money"]["commitments"][number]) => release !== null && release.agrees === null;
  const shown = ({ number, kind, description }: Page["money"]["commitments"][number]) => ({
    number,
    what: `${number}. ${t(`money:kind.${kind}`)}: ${description.slice(0, 60)}`,
  });
  const ownOnes = living.filter(({ memberId }) => own.some(({ id }) => id === memberId));
  return {
    own: ownOnes.filter((one) => !isOpen(one) && !isPaid(one.number)).map(shown),
    open: ownOnes.filter(isOpen).map(shown),
    asked: living.flatMap((one) => {
      const { release, memberId, number } = one;
      const mayAnswer =
        release && isOpen(one) && releaser(actor, partnership.members, { memberId, askedById: release.askedById });
      return mayAnswer ? [{ ...shown(one), why: release.reason, mayAgree: !isPaid(number) }] : [];
    }),
  };
}
