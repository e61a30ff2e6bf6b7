import type { FormState } from "#app/platform/form-state.ts";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Waiting = { number: number; mayConfirm: boolean; isOwn: boolean };

/** What the reader may confirm, decline or take back; the table beneath says what it is. */
export function AnswerForms(props: { waiting: readonly Waiting[]; form: FormState }) {
  const { t } = useLanguage();
  const { waiting, form } = props;
  if (waiting.length === 0) return null;
  return (
    <Section id="answer" title={t("money:own.answer")}>
      {waiting.map(({ number, mayConfirm, isOwn }) => {
        const isSent = textOf(form, "event") === String(number) && textOf(form, "intent") === "decline";
        return (
          <div key={number} className="flow">
            {mayConfirm ? (
              <Form>
                <input type="hidden" name="event" value={number} />
                <p className="row">
                  <a href={`#capital-${number}`}>
                    {t("money:commitment.no")} {number}
                  </a>
                  <Submit small name="intent" value="confirm">
                    {t("money:own.confirm", { number: String(number) })}
                  </Submit>
                </p>
              </Form>
            ) : null}
            <details className="data" open={isSent}>
              <summary>{t(isOwn ? "money:own.withdraw" : "money:own.decline", { number: String(number) })}</summary>
              <Form>
                <input type="hidden" name="event" value={number} />
                <TextArea
                  name="reason"
                  label={t("money:own.reason")}
                  hint={t("money:own.reasonHint")}
                  max={1_000}
                  rows={3}
                  form={isSent ? form : undefined}
                  apart={isSent ? undefined : `decline-${number}`}
                />
                <Actions>
                  <Submit look="alt" name="intent" value="decline">
                    {t(isOwn ? "money:own.withdraw" : "money:own.decline", { number: String(number) })}
                  </Submit>
                </Actions>
              </Form>
            </details>
          </div>
        );
      })}
    </Section>
  );
}
