import type { Actor } from "#app/domain/accounts/actor.ts";
import type { EvidenceInput } from "#app/domain/partnerships/performance/performance.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { blankForm, typedValues, withRefusal } from "#app/web/form.server.ts";
import type { FormRequest } from "#app/web/guard.server.ts";

const FIELD = "evidenceSha256";

type Sent =
  | { ok: true; form: FormData; evidence: EvidenceInput | null }
  | { ok: false; form: FormState; status: 413 | 422 };

/**
 * Reads a form with the document that shows what it says: its SHA-256 takes its place in the form. One that is held since
 * the form came back is named by its hash. It is for everybody where the form says so, and else for those inside.
 */
export async function readEvidence(readForm: FormRequest<Actor>["readForm"], lang: Language): Promise<Sent> {
  const { form, uploads, refusals } = await readUploads(readForm);
  const [refusal] = refusals;
  if (refusal) {
    const answer = withRefusal(blankForm(typedValues(form)), { ...refusal, field: FIELD }, lang);
    return { ok: false, form: answer, status: refusal.code === "FILE_TOO_LARGE" ? 413 : 422 };
  }
  const earlier = form.getAll(FIELD).findLast((text) => typeof text === "string" && /^[0-9a-f]{64}$/.test(text));
  const file = uploads.at(-1) ?? (typeof earlier === "string" ? { sha256: earlier } : null);
  if (!file) return { ok: true, form, evidence: null };
  form.set(FIELD, file.sha256);
  return { ok: true, form, evidence: { file, isPublic: form.get("readers") === "PUBLIC" } };
}
