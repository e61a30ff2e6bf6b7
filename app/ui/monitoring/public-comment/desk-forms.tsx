import type { FindingItem } from "#app/domain/monitoring/findings/finding.ts";
import {
  ANSWER_OUTCOMES,
  type DeskComment,
  MOST_QUESTIONS,
  PUBLIC_COMMENT_LENGTHS,
  WITHHOLDING_GROUNDS,
} from "#app/domain/monitoring/public-comment/public-comment.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { LANGUAGE_NAMES, LANGUAGES } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM, textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { ThreeLanguages } from "#app/ui/form/three-languages.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { DraftCommentItem } from "./comment-item.tsx";

const LENGTHS = PUBLIC_COMMENT_LENGTHS;
const PLACES = Array.from({ length: MOST_QUESTIONS }, (_, place) => place);

/** The fields of the desk by name, for the summary of errors. */
export function deskLabels(t: Translate): Record<string, string> {
  const questions = PLACES.map((place) => [
    `questions[${place}].question_vi`,
    t("consultation:question", { number: place + 1 }),
  ]);
  return {
    ...Object.fromEntries(questions),
    ...{ summary_vi: t("consultation:summary"), findings: t("consultation:choose") },
    ...{ ruling: t("consultation:ruling"), ground: t("consultation:ground"), reason: t("consultation:reason") },
    ...{
      comments: t("consultation:comments"),
      outcome: t("consultation:outcomeLabel"),
      text: t("consultation:answerText"),
    },
  };
}

/** A lead writes what will be laid open. */
export function PrepareForm({ findings, form }: { findings: readonly FindingItem[]; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <ThreeLanguages
        name="summary"
        label={t("consultation:summary")}
        hint={t("consultation:summaryHint")}
        max={LENGTHS.summary.most}
        long
        form={form}
      />
      {PLACES.map((place) => (
        <Question key={place} place={place} form={form} />
      ))}
      {findings.length > 0 ? (
        <Checkboxes
          name="findings"
          label={t("consultation:choose")}
          hint={t("consultation:chooseHint")}
          choices={findings.map(({ code, title, state }) => ({
            value: code,
            label: `${code}: ${title}`,
            note: t(`monitoring:findingState.${state}`),
          }))}
          optional
          form={form}
        />
      ) : null}
      <Actions>
        <Submit name="intent" value="prepare">
          {t("consultation:save")}
        </Submit>
      </Actions>
    </Form>
  );
}

function Question({ place, form }: { place: number; form: FormState }) {
  const { t } = useLanguage();
  return (
    <>
      {LANGUAGES.map((language) => (
        <Field
          key={language}
          name={`questions[${place}].question_${language}`}
          label={`${t("consultation:question", { number: place + 1 })} (${LANGUAGE_NAMES[language]})`}
          hint={place === 0 && language === "vi" ? t("consultation:questionHint") : undefined}
          maxLength={LENGTHS.question.most}
          optional={place > 0 || language !== "vi"}
          form={form}
        />
      ))}
    </>
  );
}

/** A comment with the decision on it: what was typed comes back to the comment that it was about. */
export function RulingItem({ comment, form }: { comment: DeskComment; form: FormState }) {
  const { t } = useLanguage();
  const own = textOf(form, "comment") === comment.code ? form : EMPTY_FORM;
  return (
    <DraftCommentItem comment={comment}>
      <Form>
        <input type="hidden" name="comment" value={comment.code} />
        <RadioGroup
          name="ruling"
          label={t("consultation:ruling")}
          choices={(["KEEP", "WITHHOLD"] as const).map((value) => ({ value, label: t(`consultation:${value}`) }))}
          small
          form={own}
        />
        <Select
          name="ground"
          label={t("consultation:ground")}
          hint={t("consultation:groundHint")}
          empty=""
          options={WITHHOLDING_GROUNDS.map((value) => ({ value, label: t(`consultation:grounds.${value}`) }))}
          optional
          form={own}
        />
        <TextArea
          name="reason"
          label={t("consultation:reason")}
          hint={t("consultation:reasonHint")}
          rows={2}
          max={LENGTHS.reason.max}
          optional
          form={own}
        />
        <Actions>
          <Submit name="intent" value="rule" look="alt">
            {t("consultation:rule")}
          </Submit>
        </Actions>
      </Form>
    </DraftCommentItem>
  );
}

/** One answer to the comments ticked. */
export function PublicAnswerForm({ comments, form }: { comments: readonly DeskComment[]; form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Checkboxes
        name="comments"
        label={t("consultation:comments")}
        choices={comments.map(({ code, text, finding }) => ({
          value: code,
          label: `${code} (${finding ?? t("consultation:whole")})`,
          note: text,
        }))}
        form={form}
      />
      <RadioGroup
        name="outcome"
        label={t("consultation:outcomeLabel")}
        choices={ANSWER_OUTCOMES.map((value) => ({ value, label: t(`consultation:outcome.${value}`) }))}
        form={form}
      />
      <TextArea
        name="text"
        label={t("consultation:answerText")}
        hint={t("consultation:answerHint")}
        max={LENGTHS.answer.max}
        form={form}
      />
      <Actions>
        <Submit name="intent" value="answer">
          {t("consultation:sendAnswer")}
        </Submit>
      </Actions>
    </Form>
  );
}
