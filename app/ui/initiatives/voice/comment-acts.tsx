import { VOICE_LENGTHS } from "#app/domain/initiatives/voice/comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkbox } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { LanguageField } from "#app/ui/initiatives/voice/comment-form.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Props = { code: string; form: FormState };

/** The one answer to a question, as the authors' or in the name of a body. */
export function AnswerForm(props: Props & { asAuthors: boolean }) {
  const { lang, t } = useLanguage();
  const { form } = props;
  return (
    <Section id="answer" title={t("voice:answer.title")}>
      <Form action={`/${lang}/comments/${props.code}`}>
        <p className="s soft">{t(props.asAuthors ? "voice:answer.asAuthors" : "voice:answer.asBody")}</p>
        <TextArea
          name="text"
          label={t("voice:answer.label")}
          hint={t("voice:answer.hint")}
          max={VOICE_LENGTHS.answer.max}
          rows={6}
          form={form}
        />
        <LanguageField form={form} />
        <Actions>
          <Submit name="intent" value="answer">
            {t("voice:answer.send")}
          </Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** Takes one's own comment back, after saying so twice. */
export function WithdrawForm(props: Props) {
  const { lang, t } = useLanguage();
  return (
    <Section id="withdraw" title={t("voice:withdraw.title")}>
      <p>{t("voice:withdraw.text")}</p>
      <Form action={`/${lang}/comments/${props.code}`}>
        <Checkbox name="sure" label={t("voice:withdraw.sure")} form={props.form} />
        <Actions>
          <Submit name="intent" value="withdraw" look="alt">
            {t("voice:withdraw.send")}
          </Submit>
        </Actions>
      </Form>
    </Section>
  );
}
