import type { Actor } from "#app/domain/accounts/actor.ts";
import { signSchema } from "#app/domain/partnerships/agreements/agreement.schema.ts";
import { confirmCapital } from "#app/domain/partnerships/capital/confirm.server.ts";
import { declineCapital } from "#app/domain/partnerships/capital/decline.server.ts";
import {
  type AnswerTransferInput,
  answerTransferSchema,
  endExitSchema,
  handOverSchema,
  noticeSchema,
  settleSchema,
} from "#app/domain/partnerships/exits/exit.schema.ts";
import { handOver } from "#app/domain/partnerships/exits/hand-over.server.ts";
import { giveNotice, withdrawNotice } from "#app/domain/partnerships/exits/notice.server.ts";
import { declineSettlement, proposeSettlement } from "#app/domain/partnerships/exits/settle.server.ts";
import { signSettlement } from "#app/domain/partnerships/exits/sign.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Outcome } from "#app/platform/outcome.ts";
import { parseForm } from "#app/web/form.server.ts";
import { notFound } from "#app/web/guard.server.ts";

type Sent = { ok: true; outcome: Outcome<unknown>; form: FormState } | { ok: false; form: FormState };

/** Does what a form of the page of exits asks for. Throws what shows that there is no such form. */
export async function actOnExit(
  actor: Actor,
  code: string,
  { intent, form, lang }: { intent: string; form: FormData; lang: Language },
): Promise<Sent> {
  if (intent === "notice") {
    const parsed = parseForm(form, noticeSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await giveNotice(actor, code, parsed.value) } : parsed;
  }
  if (intent === "settle") {
    const parsed = parseForm(form, settleSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await proposeSettlement(actor, code, parsed.value) } : parsed;
  }
  if (intent === "sign") {
    const parsed = parseForm(form, signSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await signSettlement(actor, code, parsed.value) } : parsed;
  }
  if (intent === "handOver") {
    const parsed = parseForm(form, handOverSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await handOver(actor, code, parsed.value) } : parsed;
  }
  if (intent === "confirmTransfer" || intent === "declineTransfer") {
    const parsed = parseForm(form, answerTransferSchema, lang);
    return parsed.ok ? { ...parsed, outcome: await answerTransfer(actor, code, intent, parsed.value) } : parsed;
  }
  if (intent !== "withdraw" && intent !== "decline") throw notFound();
  const parsed = parseForm(form, endExitSchema, lang);
  if (!parsed.ok) return parsed;
  const end = intent === "withdraw" ? withdrawNotice : declineSettlement;
  return { ...parsed, outcome: await end(actor, code, parsed.value) };
}

async function answerTransfer(
  actor: Actor,
  code: string,
  intent: "confirmTransfer" | "declineTransfer",
  { transfer: { productCode, event }, why }: AnswerTransferInput,
): Promise<Outcome<unknown>> {
  const address = { code, productCode };
  if (intent === "confirmTransfer") return confirmCapital(actor, address, event);
  const declined = await declineCapital(actor, address, { event, reason: why });
  return declined.ok || declined.field !== "reason" ? declined : { ...declined, field: "why" };
}
