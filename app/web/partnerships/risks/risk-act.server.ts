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

export const RISK_ACTS = ["add", "review", "close"] as const;
export type RiskAct = (typeof RISK_ACTS)[number];

/** What is done with the form of each act. */
export const RISK_DEEDS: Record<RiskAct, Deed> = {
  add: deed(addRiskSchema, addRisk),
  review: deed(reviewRiskSchema, reviewRisk),
  close: deed(closeRiskSchema, closeRisk),
};

/** The form that an act starts with: of a review, what is thought so far. Null where there is nothing to do it to. */
export function startOf(page: RiskPage, act: RiskAct, of: string | null, lang: Language): FormState | null {
  if (!page.mayKeep) return null;
  const rows = page.parties.map(({ id }, place): [string, string] => [`allocation[${place}].id`, id]);
  if (act === "add") return blankForm(Object.fromEntries(rows));
  const risk = page.risks.find(({ number, closedAt }) => String(number) === of && closedAt === null);
  const last = risk?.versions[0];
  if (!risk || !last) return null;
  if (act === "close") return blankForm({ risk: String(risk.number) });
  const { percentDigits } = formatter(lang);
  const shares = page.parties.map(({ id }, place): [string, string] => {
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
