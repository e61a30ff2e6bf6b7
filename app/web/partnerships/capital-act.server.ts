import type { z } from "zod";
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
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { parseForm } from "#app/web/form.server.ts";
import type { capitalPage } from "./capital-page.server.ts";

type Page = Awaited<ReturnType<typeof capitalPage>>;
type Asked = { actor: Actor; address: Page["address"]; lang: Language };
/** Without an outcome the form says what is wrong with it. */
type Acted = { form: FormState; outcome: Outcome<unknown> | null };

const DEEDS = {
  confirm: deed(answerSchema, (actor, address, { event }) => confirmCapital(actor, address, event)),
  decline: deed(declineSchema, declineCapital),
  "release-ask": deed(releaseSchema, askRelease),
  "release-agree": deed(agreeReleaseSchema, (actor, address, { release }) =>
    answerRelease(actor, address, { release, reason: null }),
  ),
  "release-decline": deed(releaseSchema, answerRelease),
};

/** Does what a form of the capital page asks for: answers what was recorded, asks for a release, or answers it. */
export function actOnCapital(form: FormData, asked: Asked): Promise<Acted> {
  const intent = form.get("intent");
  const found = Object.entries(DEEDS).find(([name]) => name === intent);
  return (found?.[1] ?? DEEDS.confirm)(form, asked);
}

function deed<Schema extends z.ZodType>(
  schema: Schema,
  command: (actor: Actor, address: Page["address"], input: z.output<Schema>) => Promise<Outcome<unknown>>,
) {
  return async (form: FormData, { actor, address, lang }: Asked): Promise<Acted> => {
    const parsed = parseForm(form, schema, lang);
    return { form: parsed.form, outcome: parsed.ok ? await command(actor, address, parsed.value) : null };
  };
}

/** The commitments from which the reader may ask to be released, and those from which it may release another party. */
export function releasesOf(actor: Actor, { money, partnership, own, isSigned }: Page, t: Translate) {
  const untouched = money.commitments.filter(
    ({ number, release }) =>
      isSigned && !release?.agrees && !money.events.some((one) => one.commitment === number && one.declinedAt === null),
  );
  const what = ({ number, kind, description }: Page["money"]["commitments"][number]) =>
    `${number}. ${t(`money:kind.${kind}`)}: ${description.slice(0, 60)}`;
  const isOpen = ({ release }: Page["money"]["commitments"][number]) => release !== null && release.agrees === null;
  return {
    own: untouched
      .filter((one) => !isOpen(one) && own.some(({ id }) => id === one.memberId))
      .map((one) => ({ number: one.number, what: what(one) })),
    asked: untouched.flatMap((one) => {
      const { release, memberId, number } = one;
      const mayAnswer =
        release && isOpen(one) && releaser(actor, partnership.members, { memberId, askedById: release.askedById });
      return mayAnswer ? [{ number, what: what(one), why: release.reason }] : [];
    }),
  };
}
