import type { CallStanding } from "#app/domain/partnerships/calls/call.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { DateField } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { EMPTY_FORM } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/**
 * What its organisation can do with a call: publish a draft, put off its last day where what it seeks is still sought,
 * end it before, take it back.
 */
export function CallOwnerForms(props: { form: FormState; code: string; standing: CallStanding; isSought: boolean }) {
  const { lang, t } = useLanguage();
  const { form, standing } = props;
  if (standing === "CLOSED" || standing === "WITHDRAWN") return null;
  const sent = form.values["intent"];
  return (
    <div className="flow">
      {standing === "DRAFT" ? (
        <>
          <p>
            <a href={`/${lang}/partnerships/calls/${props.code}/edit`}>{t("calls:edit")}</a>
          </p>
          <Form>
            <p className="read">{t("calls:act.publish")}</p>
            <Actions>
              <Submit name="intent" value="publish">
                {t("calls:act.publishButton")}
              </Submit>
            </Actions>
          </Form>
        </>
      ) : (
        <>
          {props.isSought ? (
            <RenewForm form={sent === "renew" ? form : EMPTY_FORM} open={sent === "renew" || standing === "EXPIRED"} />
          ) : null}
          <EndForm act="close" hint={t("calls:hint.closing")} form={sent === "close" ? form : EMPTY_FORM} />
        </>
      )}
      <EndForm act="withdraw" hint={t("calls:hint.reason")} form={sent === "withdraw" ? form : EMPTY_FORM} />
    </div>
  );
}

/** Puts off the last day; stands open where that day has passed. */
function RenewForm(props: { form: FormState; open: boolean }) {
  const { t } = useLanguage();
  return (
    <details className="data" open={props.open}>
      <summary>{t("calls:act.renew")}</summary>
      <Form>
        <DateField
          name="renewedUntil"
          label={t("calls:field.renewedUntil")}
          hint={t("calls:hint.renewedUntil")}
          form={props.form}
        />
        <Actions>
          <Submit name="intent" value="renew" look="alt">
            {t("calls:act.renewButton")}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}

/** Each of the two ends folds away until it is wanted, and stays open with what was typed. */
function EndForm(props: { act: "close" | "withdraw"; hint: string; form: FormState }) {
  const { t } = useLanguage();
  const { act, hint, form } = props;
  return (
    <details className="data" open={form.values["intent"] === act}>
      <summary>{t(`calls:act.${act}`)}</summary>
      <Form>
        <TextArea
          name={`${act}Reason`}
          label={t("calls:field.reason")}
          hint={hint}
          rows={3}
          max={1_000}
          optional={act === "close"}
          form={form}
        />
        <Actions>
          <Submit name="intent" value={act} look="alt">
            {t(`calls:act.${act}Button`)}
          </Submit>
        </Actions>
      </Form>
    </details>
  );
}
