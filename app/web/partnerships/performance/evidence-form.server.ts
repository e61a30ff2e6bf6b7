import type { Actor } from "#app/domain/accounts/actor.ts";
import { keepEvidence } from "#app/domain/partnerships/performance/keep-evidence.server.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { blankForm, typedValues, withRefusal } from "#app/web/form.server.ts";
import type { FormRequest } from "#app/web/guard.server.ts";

const FIELD = "evidenceSha256";

type Sent = { ok: true; form: FormData } | { ok: false; form: FormState; status: 409 | 413 | 422 };

/**
 * Reads a form whose document is kept: its SHA-256 takes its place in the form. A document that was kept before, when the
 * form came back, is named by its hash, and may change its readers.
 */
export async function readEvidence(
  readForm: FormRequest<Actor>["readForm"],
  { actor, code, lang }: { actor: Actor; code: string; lang: Language },
): Promise<Sent> {
  const { form, uploads, refusals } = await readUploads(readForm);
  const [refusal] = refusals;
  if (refusal) {
    const answer = withRefusal(blankForm(typedValues(form)), { ...refusal, field: FIELD }, lang);
    return { ok: false, form: answer, status: refusal.code === "FILE_TOO_LARGE" ? 413 : 422 };
  }
  const earlier = form.getAll(FIELD).findLast((text) => typeof text === "string" && /^[0-9a-f]{64}$/.test(text));
  const file = uploads.at(-1) ?? (typeof earlier === "string" ? { sha256: earlier } : null);
  if (!file) return { ok: true, form };
  const kept = await keepEvidence(actor, code, { file, isPublic: form.get("readers") !== "MEMBERS" });
  form.set(FIELD, file.sha256);
  if (!kept.ok) return { ok: false, form: withRefusal(blankForm(typedValues(form)), kept, lang), status: 409 };
  return { ok: true, form };
}
