import { RESULT_PARTS } from "#app/domain/results/result.schema.ts";
import type { ResultState } from "#app/domain/results/result.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";
import { AnswerForm, type OpenComplaint } from "#app/ui/results/desk/answer-form.tsx";
import type { ResultView } from "#app/ui/results/view.ts";

type Props = {
  state: ResultState;
  revision: number;
  acts: ResultView["acts"];
  embargoUntil: string | null;
  complaint: OpenComplaint | null;
  form: FormState;
};

/** What an officer can do with a result in its state: verify or return it, publish it, answer a complaint, or wait. */
export function CaseForms(props: Props) {
  const { t } = useLanguage();
  if (props.state === "SUBMITTED") {
    return (
      <>
        <VerifyForm {...props} />
        <ReturnForm {...props} />
      </>
    );
  }
  if (props.complaint) return <AnswerForm complaint={props.complaint} form={props.form} />;
  if (props.state === "VERIFIED") return <PublishForm {...props} />;
  if (props.state !== "RETURNED") return null;
  return (
    <Notice>
      <p>{t("results:desk.withHost")}</p>
    </Notice>
  );
}

function VerifyForm({ revision, acts, embargoUntil, form }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section id="verify" title={t("results:desk.verify")}>
      <div className="read">
        <Form>
          <input type="hidden" name="revision" value={revision} />
          {acts.length > 0 ? (
            <Checkboxes
              name="actIds"
              label={t("results:desk.acts")}
              hint={t("results:desk.verifyLede")}
              choices={acts.map((act) => ({
                value: act.id,
                label: `${t(`results:act.${act.kind}`)}, ${format.date(act.onDate)}`,
                note: [act.counterparty, act.revenueVnd ? format.money(BigInt(act.revenueVnd)) : "", act.evidence]
                  .filter(Boolean)
                  .join(" · "),
              }))}
              form={form}
            />
          ) : null}
          <TextArea
            name="note"
            label={t("results:desk.note")}
            hint={t("results:desk.noteHint")}
            rows={5}
            max={4000}
            form={form}
          />
          {embargoUntil ? <p>{t("results:desk.waits", { date: format.date(embargoUntil) })}</p> : null}
          <Actions>
            {embargoUntil ? null : (
              <Submit name="intent" value="verify-publish">
                {t("results:desk.verifyPublish")}
              </Submit>
            )}
            <Submit name="intent" value="verify" look="alt">
              {t("results:desk.verifyOnly")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

function ReturnForm({ revision, form }: Props) {
  const { t } = useLanguage();
  return (
    <Section id="return" title={t("results:desk.return")}>
      <div className="read">
        <p>{t("results:desk.returnLede")}</p>
        <Form>
          <input type="hidden" name="revision" value={revision} />
          {RESULT_PARTS.map((part, index) => (
            <div key={part}>
              <input type="hidden" name={`missing[${index}].part`} value={part} />
              <Field name={`missing[${index}].message`} label={t(`results:part.${part}`)} optional form={form} />
            </div>
          ))}
          <Actions>
            <Submit name="intent" value="return" look="alt">
              {t("results:desk.returnSubmit")}
            </Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}

function PublishForm({ embargoUntil, form }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section id="publish" title={t("results:desk.publish")}>
      <div className="read flow">
        <p>
          {embargoUntil ? t("results:desk.waits", { date: format.date(embargoUntil) }) : t("results:desk.publishLede")}
        </p>
        <Form>
          <input type="hidden" name="intent" value="publish" />
          {(form.errors[""] ?? []).map((error) => (
            <p className="err" key={error}>
              {error}
            </p>
          ))}
          <Actions>
            <Submit>{t("results:desk.publish")}</Submit>
          </Actions>
        </Form>
      </div>
    </Section>
  );
}
