import type { Actor } from "#app/domain/accounts/actor.ts";
import { listTemplates } from "#app/domain/monitoring/templates/queries.server.ts";
import type { FoundTemplate } from "#app/domain/monitoring/templates/template.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { blankForm } from "#app/web/form.server.ts";

/** The templates with which somebody can plan, newest versions alone: value is id and number. */
export async function templateOptions(actor: Actor, lang: Language, t: Translate) {
  return (await listTemplates(actor)).map(({ id, number, name, owner }) => ({
    value: `${id} ${number}`,
    label: [
      pickText(name, lang)?.text ?? id,
      t("monitoring:templates.version", { number: String(number) }),
      pickText(owner, lang)?.text ?? "",
    ].join(", "),
  }));
}

/** A template as its form shows it again, for a new version or a copy. */
export function templateForm({ name, reach, ownerId, content }: FoundTemplate): FormState {
  const names = LANGUAGES.map((language) => [`name_${language}`, name[language] ?? ""]);
  const rows = content.findings.flatMap(({ title, article, criteria }, index) => [
    [`findings[${index}].title`, title],
    [`findings[${index}].article`, article],
    [`findings[${index}].criteria`, criteria],
  ]);
  return blankForm({
    ...Object.fromEntries([...names, ...rows]),
    ...{ reach, ownerId, guidance: content.guidance },
    ...{ questions: content.questions.join("\n"), checklist: content.checklist.join("\n") },
  });
}
