import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type EvaluatorChoice = {
  id: string;
  name: string | null;
  bodyName: string | null;
  conflict: "NOT_INDEPENDENT" | "SAME_ORGANISATION" | null;
};

/** Whom the chair asks, and who cannot be asked and why. */
export function NameEvaluators(props: {
  intent: "open" | "name";
  choices: readonly EvaluatorChoice[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const free = props.choices.filter(({ conflict }) => conflict === null);
  const barred = props.choices.filter(({ conflict }) => conflict !== null);
  return (
    <Form>
      <h3>{t(`desk:chair.${props.intent}.title`)}</h3>
      <p className="read">{t(`desk:chair.${props.intent}.text`)}</p>
      <Checkboxes
        name="evaluatorIds"
        label={t("desk:chair.evaluators")}
        hint={t(free.length > 0 ? "desk:chair.evaluatorsHint" : "desk:chair.nobody")}
        form={props.form}
        choices={free.map(({ id, name, bodyName }) => ({
          value: id,
          label: name ?? t("desk:seat.unnamed"),
          note: bodyName,
        }))}
      />
      {barred.length > 0 ? (
        <div className="field">
          <p className="lab">{t("desk:chair.barred")}</p>
          <ul className="flow tight s">
            {barred.map(({ id, name, conflict }) => (
              <li key={id}>
                {name ?? t("desk:seat.unnamed")}
                <span className="soft">: {conflict ? t(`desk:chair.conflict.${conflict}`) : null}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Actions>
        <input type="hidden" name="intent" value={props.intent} />
        <Submit {...(props.intent === "name" ? { look: "alt" } : {})}>{t(`desk:chair.${props.intent}.button`)}</Submit>
      </Actions>
    </Form>
  );
}

/** How far the round is, and the button that ends it; what is missing is said after the press. */
export function CloseRound(props: { seats: readonly { recused: boolean; scored: boolean }[] }) {
  const { t } = useLanguage();
  const expected = props.seats.filter(({ recused }) => !recused);
  const scored = expected.filter((seat) => seat.scored).length;
  return (
    <Form>
      <h3>{t("desk:chair.close.title")}</h3>
      <p className="read">{t("desk:chair.close.text", { scored, count: expected.length })}</p>
      <Actions>
        <input type="hidden" name="intent" value="close" />
        <Submit>{t("desk:chair.close.button")}</Submit>
      </Actions>
    </Form>
  );
}
