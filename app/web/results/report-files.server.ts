import type { Actor } from "#app/domain/accounts/actor.ts";
import { holdFiles } from "#app/domain/results/reports/hold-files.server.ts";
import type { Attached } from "#app/domain/results/reports/report.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { readUploads } from "#app/web/files/uploads.server.ts";
import { withRefusal } from "#app/web/form.server.ts";
import type { FormRequest } from "#app/web/guard.server.ts";

/** Files that were chosen, and those that are held since the form came back and are still ticked. */
type Sent = {
  form: FormData;
  attached: Attached;
  /** puts into a form that goes back what became of its files, and holds those that are fit */
  back: (answer: FormState) => Promise<FormState>;
  /** why the form goes back for its files alone; null where they are fit */
  status: 413 | 422 | null;
};

/** Reads the form of a report with the documents that come with it. */
export async function readReportFiles(
  { readForm, actor, lang }: Pick<FormRequest<Actor>, "readForm" | "actor" | "lang">,
  code: string,
): Promise<Sent> {
  const { form, uploads, refusals } = await readUploads(readForm);
  const earlier = form.getAll("held").flatMap((text) => (/^[0-9a-f]{64}$/.test(String(text)) ? [String(text)] : []));
  const files = [...earlier.map((sha256) => ({ sha256 })), ...uploads];
  const tooLarge = refusals.some((one) => one.code === "FILE_TOO_LARGE");
  return {
    form,
    attached: { files, isPublic: form.get("filesPublic") === "on" },
    status: refusals.length === 0 ? null : tooLarge ? 413 : 422,
    async back(answer) {
      if (uploads.length > 0) await holdFiles(actor, code, uploads);
      const held = { ...answer, values: { ...answer.values, held: files.map(({ sha256 }) => sha256) } };
      return refusals.reduce<FormState>((so, refusal) => withRefusal(so, { ...refusal, field: "files" }, lang), held);
    },
  };
}
