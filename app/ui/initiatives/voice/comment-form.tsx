import { ADDRESSEES, STANCES, VOICE_LENGTHS } from "#app/domain/initiatives/voice/comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import { RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What errors are named by, in the order of the form. */
export function commentLabels(t: ReturnType<typeof useLanguage>["t"]): Record<string, string> {
  return {
    stance: t("voice:form.stance.label"),
    addressee: t("voice:form.addressee.label"),
    text: t("voice:form.text.label"),
    language: t("voice:form.language"),
  };
}

/** Says something in one's own name, for or against once, or a question to somebody who then owes an answer. */
export function CommentForm(props: { code: string; name: string; hasSpoken: boolean; form: FormState }) {
  const { lang, t } = useLanguage();
  const { form } = props;
  return (
    <Form action={`/${lang}/initiatives/${props.code}/voice#write`}>
      <p className="s soft">{t("voice:form.asWho", { name: props.name })}</p>
      <RadioGroup
        name="stance"
        label={t("voice:form.stance.label")}
        hint={props.hasSpoken ? t("voice:form.stance.spoken") : t("voice:form.stance.hint")}
        choices={STANCES.map((value) => ({ value, label: t(`voice:stance.${value}`) }))}
        form={form}
      />
      <RadioGroup
        name="addressee"
        label={t("voice:form.addressee.label")}
        hint={t("voice:form.addressee.hint")}
        choices={ADDRESSEES.map((value) => ({ value, label: t(`voice:addressee.${value}`) }))}
        form={form}
        optional
      />
      <TextArea
        name="text"
        label={t("voice:form.text.label")}
        hint={t("voice:form.text.hint")}
        max={VOICE_LENGTHS.comment.max}
        rows={5}
        form={form}
      />
      <LanguageField form={form} />
      <Actions>
        <Submit name="intent" value="comment">
          {t("voice:form.send")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** In which language the text is written; the page's own unless said otherwise. */
export function LanguageField(props: { form: FormState }) {
  const { lang, t } = useLanguage();
  return (
    <Select
      name="language"
      label={t("voice:form.language")}
      options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      value={textOf(props.form, "language") || lang}
      form={props.form}
    />
  );
}
