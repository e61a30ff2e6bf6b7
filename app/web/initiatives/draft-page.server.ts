import type { Actor } from "#app/domain/accounts/actor.ts";
import { checklistOf, type Lack } from "#app/domain/initiatives/completeness.ts";
import { answerDueIfSubmitted, type Draft, findDraft } from "#app/domain/initiatives/drafts/queries.server.ts";
import { stepOfField } from "#app/domain/initiatives/intake/intake.schema.ts";
import { isCode } from "#app/platform/codes.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { notFound } from "#app/web/guard.server.ts";

/** The actor's own file of that code; 404 for everybody else's and for none. */
export async function requireDraft(actor: Actor, code: string | undefined): Promise<Draft> {
  const draft = isCode("SK", code) ? await findDraft(actor, code) : null;
  if (!draft) throw notFound();
  return draft;
}

/** A lack in words, in the language of the page. */
export function lackWords(lack: Lack, t: Translate): string {
  return t.has(lack.key) ? t(lack.key, lack.params) : t("errors:invalid");
}

/** What is said of a field in which nothing stands yet. */
const NOT_BEGUN = ["errors:required", "errors:choose", "errors:choose_product", "errors:declare"];

/** What stands beside every page of the form: how complete the file is, and what intake asked for. */
export async function draftAside(draft: Draft, lang: Language, t: Translate) {
  const base = `/${lang}/submit/${draft.code}`;
  const tasks = checklistOf(draft.content.track).map(({ name, step, fields }) => {
    const lacks = draft.lacks.filter((lack) => fields.includes(lack.field));
    const isBegun = lacks.some((lack) => !NOT_BEGUN.includes(lack.key));
    return {
      name,
      href: `${base}/${step}`,
      state: lacks.length === 0 ? ("done" as const) : isBegun ? ("fix" as const) : ("todo" as const),
      note: isBegun && lacks[0] ? lackWords(lacks[0], t) : null,
    };
  });
  return {
    code: draft.code,
    track: draft.content.track,
    challenge: draft.challenge,
    tasks: [
      ...tasks,
      {
        name: "files",
        href: `${base}/files`,
        state: draft.attachments.length > 0 ? ("done" as const) : ("todo" as const),
        note:
          draft.attachments.length > 0 ? t("initiatives:form.filesCount", { count: draft.attachments.length }) : null,
      },
    ],
    asked: draft.asked.map((item) => ({
      ...item,
      href: `${base}/${stepOfField(item.field)}`,
      step: stepOfField(item.field),
    })),
    answerDueOn: await answerDueIfSubmitted(),
    savedAt: draft.updatedAt.toISOString(),
  };
}
