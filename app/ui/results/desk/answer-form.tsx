import { ANSWER_LENGTH } from "#app/domain/results/complaints/complaint.schema.ts";
import { COMPLAINT_OUTCOMES, type ComplaintGround } from "#app/domain/results/complaints/complaint.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** `at`: RFC 3339 */
export type OpenComplaint = { ground: ComplaintGround; at: string; text: string };

/** What somebody reported, and the officer's public answer. */
export function AnswerForm({ complaint, form }: { complaint: OpenComplaint; form: FormState }) {
  const { t, format } = useLanguage();
  return (
    <Section id="complaint" title={t("results:complaint.one")}>
      <div className="read flow">
        <p>
          {t("results:complaint.received", {
            date: format.date(format.dayOf(complaint.at)),
            ground: t(`results:complaint.ground.${complaint.ground}`),
          })}
        </p>
        <blockquote className="lines">{complaint.text}</blockquote>
        <Form>
          <RadioGroup
            name="outcome"
            label={t("results:complaint.outcome")}
            choices={COMPLAINT_OUTCOMES.map((value) => ({
              value,
              label: t(`results:complaint.decide.${value}`),
              note: t(`results:complaint.decideNote.${value}`),
            }))}
            form={form}
          />
          <TextArea
            name="answer"
            label={t("results:complaint.answer")}
            hint={t("results:complaint.answerHint")}
            rows={5}
            max={ANSWER_LENGTH.max}
            form={form}
          />
          <Actions>
            <Submit name="intent" value="answer">
              {t("results:complaint.answerSend")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}
