import type { FoundAssessment, ReadReading } from "#app/domain/monitoring/assessments/assessment.ts";
import { ANSWERS, differingAnswers, LONGEST_NOTE } from "#app/domain/monitoring/assessments/template-answers.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice, Tag } from "#app/ui/marks/notice.tsx";

/** The fields of the answers by name, for the summary of errors. */
export function answerLabels(t: Translate, asked: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: asked }, (_, place) => {
      const label = t("monitoring:answers.question", { number: place + 1 });
      return [`answers[${place}].answer`, `answers[${place}].note`].map((name) => [name, label] as const);
    }).flat(),
  );
}

/** Every question of the template, each with an answer and why. */
export function AnswerFields(props: { form: FormState; questions: readonly string[]; language: Language }) {
  const { t } = useLanguage();
  const { form, questions, language } = props;
  if (questions.length === 0) return null;
  return (
    <>
      <h3>{t("monitoring:templates.questions")}</h3>
      {questions.map((question, place) => (
        <div key={question}>
          <RadioGroup
            name={`answers[${place}].answer`}
            label={
              <>
                {place + 1}. <Foreign lang={language}>{question}</Foreign>
              </>
            }
            columns
            choices={ANSWERS.map((value) => ({ value, label: t(`monitoring:answers.${value}`) }))}
            form={form}
          />
          <TextArea
            name={`answers[${place}].note`}
            label={t("monitoring:answers.note")}
            hint={t("monitoring:answers.noteHint")}
            rows={2}
            max={LONGEST_NOTE}
            optional
            form={form}
          />
        </div>
      ))}
    </>
  );
}

/** How the template says to rate, before the codes. */
export function Guidance({ text, language }: { text: string; language: Language }) {
  const { t } = useLanguage();
  if (text === "") return null;
  return (
    <>
      <h3>{t("monitoring:templates.guidance")}</h3>
      <p className="pre">
        <Foreign lang={language}>{text}</Foreign>
      </p>
    </>
  );
}

type Answered = Pick<FoundAssessment, "questions" | "questionsLanguage" | "readings">;

/** What the readers answered to each question of the template, beside each other, and where they differ. */
export function AnswersCompared({ assessment }: { assessment: Answered }) {
  const { t } = useLanguage();
  const { questions, questionsLanguage, readings } = assessment;
  const [one, two] = readings;
  if (!one || questions.length === 0) return null;
  const differ = two ? differingAnswers(one.answers, two.answers) : [];
  const on = differ.map((place) => place + 1).join(", ");
  return (
    <>
      {two ? (
        <Notice>{differ.length > 0 ? t("monitoring:answers.differ", { on }) : t("monitoring:answers.agree")}</Notice>
      ) : null}
      <ol className="flow">
        {questions.map((question, place) => (
          <li key={question}>
            <p>
              <strong>
                {place + 1}. <Foreign lang={questionsLanguage}>{question}</Foreign>
              </strong>{" "}
              {differ.includes(place) ? <Tag>{t("monitoring:answers.differTag")}</Tag> : null}
            </p>
            <div className="panes">
              {readings.map((reading) => (
                <Answer key={reading.place} reading={reading} place={place} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function Answer({ reading, place }: { reading: ReadReading; place: number }) {
  const { t } = useLanguage();
  const given = reading.answers[place];
  if (!given) return null;
  return (
    <div>
      <p className="s soft">{t("monitoring:reading", { place: reading.place })}</p>
      <p>{t(`monitoring:answers.${given.answer}`)}</p>
      {given.note ? (
        <p className="pre s">
          <Foreign lang={reading.language}>{given.note}</Foreign>
        </p>
      ) : null}
    </div>
  );
}
