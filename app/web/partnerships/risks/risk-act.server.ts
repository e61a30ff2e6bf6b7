import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import {
  askSchema,
  decideSchema,
  joinSealSchema,
  sealSchema,
} from "#app/domain/partnerships/acceptance/acceptance.schema.ts";
import { askAcceptance, decideAcceptance } from "#app/domain/partnerships/acceptance/decide.server.ts";
import { joinSeal, sealFile } from "#app/domain/partnerships/acceptance/seal.server.ts";
import { addRisk, closeRisk, reviewRisk } from "#app/domain/partnerships/risks/assess.server.ts";
import { addRiskSchema, closeRiskSchema, reviewRiskSchema } from "#app/domain/partnerships/risks/risk.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { typedDay } from "#app/platform/typed.ts";
import { blankForm } from "#app/web/form.server.ts";
import { type Deed, deed } from "../deed.server.ts";
import { typedAmount } from "../workbench/typed-variant.server.ts";
import type { RiskPage } from "./risk-page.server.ts";

/** What is done to a sealed file. */
export const FILE_ACTS = ["join", "ask", "decide"] as const;
export const RISK_ACTS = ["add", "review", "close", "seal", ...FILE_ACTS] as const;
export type RiskAct = (typeof RISK_ACTS)[number];

/** What is done with the form of each act. */
export const RISK_DEEDS: Record<RiskAct, Deed> = {
  add: deed(addRiskSchema, addRisk),
  review: deed(reviewRiskSchema, reviewRisk),
  close: deed(closeRiskSchema, closeRisk),
  seal: deed(sealSchema, sealFile),
  join: deed(joinSealSchema, joinSeal),
  ask: deed(askSchema, askAcceptance),
  decide: deed(decideSchema, decideAcceptance),
};

/**
 * The form that an act starts with, about the risk or the file of the number `of`: of a review, what is thought so far.
 * Null where there is nothing to do it to, or not by the reader.
 */
export function startOf(page: RiskPage, act: RiskAct, of: string | null, lang: Language): FormState | null {
  if (act === "add" || act === "review" || act === "close") return page.mayKeep ? aboutRisk(page, act, of, lang) : null;
  if (act === "seal") return page.mayKeep ? blankForm() : null;
  const file = page.files.find(({ number }) => String(number) === of);
  if (!file || !MAY[act](page, file)) return null;
  return blankForm({ file: String(file.number), textSha256: file.textSha256 });
}

/** What may be done with a file: joined while the partnership runs, asked about once after a loss, decided by the body asked. */
export const MAY = {
  join: (page, file) => page.mayKeep && file.mayJoin,
  ask: (page, file) => page.isMember && file.acceptance === null && lossesAfter(page, file).length > 0,
  decide: (_page, file) => file.mayDecide,
} as const satisfies Record<string, (page: RiskPage, file: RiskPage["files"][number]) => boolean>;

/** The losses that a file may be put beside: of a period that was not over when it was sealed. */
export function lossesAfter({ losses }: RiskPage, { sealedAt }: { sealedAt: string }) {
  const sealedOn = dayInVietnam(new Date(sealedAt));
  return losses.filter(({ to }) => to > sealedOn);
}

function aboutRisk(
  page: RiskPage,
  act: "add" | "review" | "close",
  of: string | null,
  lang: Language,
): FormState | null {
  const rows = page.staying.map(({ id }, place): [string, string] => [`allocation[${place}].id`, id]);
  if (act === "add") return blankForm(Object.fromEntries(rows));
  const risk = page.risks.find(({ number, closedAt }) => String(number) === of && closedAt === null);
  const last = risk?.versions[0];
  if (!risk || !last) return null;
  if (act === "close") return blankForm({ risk: String(risk.number) });
  const { percentDigits } = formatter(lang);
  const shares = page.staying.map(({ id }, place): [string, string] => {
    const borne = last.borne.find(({ memberId }) => memberId === id);
    return [`allocation[${place}].share`, borne ? percentDigits(borne.ppm) : ""];
  });
  return blankForm({
    risk: String(risk.number),
    title: last.title,
    isPublic: last.isPublic ? "on" : "",
    probabilityPpm: percentDigits(last.probabilityPpm),
    impactVnd: typedAmount(BigInt(last.impactVnd), lang),
    mitigation: last.mitigation,
    ownerMemberId: risk.owner?.id ?? "",
    reviewOn: risk.reviewOn > page.today ? typedDay(risk.reviewOn) : "",
    ...Object.fromEntries([...rows, ...shares]),
  });
}
