import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { CallNeed } from "#app/domain/partnerships/calls/call.ts";
import { findInterest } from "#app/domain/partnerships/calls/interests/queries.server.ts";
import type { ExploitationKind } from "#app/domain/results/exploitation.ts";
import type { ResultRecord } from "#app/domain/results/queries.server.ts";
import { mayReport } from "#app/domain/results/reports/report.policy.ts";
import { REPORT_SCHEMAS, type ReportInput, reportKindOf } from "#app/domain/results/reports/report.schema.ts";
import type { ReportKind } from "#app/domain/results/reports/report.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { isUuid, typedDay } from "#app/platform/typed.ts";
import { blankForm, parseForm } from "#app/web/form.server.ts";
import { notFound } from "#app/web/guard.server.ts";
import { readableResult } from "#app/web/results/result-file.server.ts";

/** The result of an address, for a representative of its host who may report of it now; else a page that does not exist. */
export async function reportableResult(actor: Actor, code: string | undefined): Promise<ResultRecord> {
  const result = await readableResult(actor, code);
  if (!mayReport(actor, result, result.progress)) throw notFound();
  return result;
}

/** The kind of report that an address names; anything else is a page that does not exist. */
export function kindOfAddress(name: string | undefined): ReportKind {
  const kind = reportKindOf(name);
  if (!kind) throw notFound();
  return kind;
}

type Parsed = { ok: true; value: ReportInput; form: FormState } | { ok: false; form: FormState };

/** Reads a report of that kind as it was typed. */
export function parseReport(typed: FormData, kind: ReportKind, lang: Language): Parsed {
  switch (kind) {
    case "READINESS":
      return parseForm(typed, REPORT_SCHEMAS.READINESS, lang);
    case "ACT":
      return parseForm(typed, REPORT_SCHEMAS.ACT, lang);
    case "REVENUE":
      return parseForm(typed, REPORT_SCHEMAS.REVENUE, lang);
    case "LOCALISATION":
      return parseForm(typed, REPORT_SCHEMAS.LOCALISATION, lang);
    case "RIGHT":
      return parseForm(typed, REPORT_SCHEMAS.RIGHT, lang);
    default:
      return parseForm(typed, REPORT_SCHEMAS.RIGHT_EVENT, lang);
  }
}

/** How a result changes hands, as what it then is; what is developed together is no act yet. */
const ACT_OF: Partial<Record<CallNeed, ExploitationKind>> = {
  LICENCE: "LICENCE",
  SALE: "SALE",
  JOINT_VENTURE: "CAPITAL_CONTRIBUTION",
  PILOT: "DEPLOYMENT",
};

/**
 * What a report's form shows first: for an act, what an accepted interest in this result already says, and whose it is; for a
 * right, its host as the owner.
 */
export async function firstForm(
  actor: Actor,
  {
    result,
    kind,
    interest,
  }: { result: Pick<ResultRecord, "code" | "host">; kind: ReportKind; interest: string | null },
  lang: Language,
): Promise<{ form: FormState; from: string | null }> {
  const { code, host } = result;
  if (kind === "RIGHT")
    return { form: blankForm({ owner1: pickText(host.names, "vi")?.text ?? "", share1: "100" }), from: null };
  const found = kind === "ACT" && interest && isUuid(interest) ? await findInterest(actor, interest) : null;
  if (!found?.isCaller || found.state !== "ACCEPTED" || found.call.result !== code)
    return { form: blankForm(), from: null };
  const { id, from, endedAt, call } = found;
  const name = pickText(from.name, lang)?.text ?? from.code;
  return {
    from: name,
    form: blankForm({
      interest: id,
      act: call.needs.flatMap((need) => ACT_OF[need] ?? [])[0] ?? "",
      counterparty: pickText(from.name, "vi")?.text ?? name,
      onDate: endedAt ? typedDay(dayInVietnam(new Date(endedAt))) : "",
    }),
  };
}
