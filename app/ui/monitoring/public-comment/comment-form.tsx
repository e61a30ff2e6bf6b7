import { type DraftFinding, PUBLIC_COMMENT_LENGTHS } from "#app/domain/monitoring/public-comment/public-comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { LanguageChoice } from "#app/ui/form/language-choice.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The fields of a comment on a draft by name, for the summary of errors. */
export function draftCommentLabels(t: Translate): Record<string, string> {
  return { about: t("consultation:about"), text: t("consultation:text"), language: t("consultation:language") };
}

/** A member comments once on the whole and once on each finding laid open. */
export function DraftCommentForm(props: { name: string; findings: readonly DraftFinding[]; form: FormState }) {
  const { lang, t } = useLanguage();
  const { name, findings, form } = props;
  return (
    <Form>
      <p className="s soft">{t("consultation:asWho", { name })}</p>
      <Select
        name="about"
        label={t("consultation:about")}
        hint={t("consultation:once")}
        empty={t("consultation:whole")}
        options={findings.map(({ code, title }) => ({ value: code, label: `${code}: ${title}` }))}
        form={form}
      />
      <TextArea
        name="text"
        label={t("consultation:text")}
        hint={t("consultation:textHint")}
        max={PUBLIC_COMMENT_LENGTHS.comment.max}
        form={form}
      />
      <LanguageChoice label={t("consultation:language")} value={textOf(form, "language") || lang} form={form} />
      <Actions>
        <Submit>{t("consultation:send")}</Submit>
      </Actions>
    </Form>
  );
}
