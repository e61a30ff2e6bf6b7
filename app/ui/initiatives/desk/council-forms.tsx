import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes, RadioGroup } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { criterionWords } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";

type Props = { action: string; form: FormState };

export type Choice = { id: string; name: string | null; bodyName: string | null };

/** The chair names evaluators: to open a round, or further ones in an open round. */
export function EvaluatorsForm(props: Props & { choices: readonly Choice[]; intent: "open" | "more" }) {
  const { t } = useLanguage();
  const { intent, choices, form } = props;
  return (
    <Section id={intent} title={t(`initiatives:desk.${intent}.title`)}>
      <ErrorSummary form={form} />
      {choices.length === 0 ? (
        <EmptyState title={t("initiatives:desk.open.none")} />
      ) : (
        <Form action={props.action}>
          <input type="hidden" name="intent" value={intent} />
          <Checkboxes
            name="evaluatorIds"
            label={t("initiatives:desk.open.label")}
            hint={t("initiatives:desk.open.hint")}
            choices={choices.map(({ id, name, bodyName }) => ({ value: id, label: name ?? id, note: bodyName }))}
            form={form}
          />
          <Actions>
            <Submit {...(intent === "more" ? { look: "alt" as const } : {})}>
              {t(`initiatives:desk.${intent}.button`)}
            </Submit>
          </Actions>
        </Form>
      )}
    </Section>
  );
}

/** One button with what it does: close the round, lay before the steering body. */
export function PlainAct(props: Props & { intent: "close" | "steering" }) {
  const { t } = useLanguage();
  const { intent } = props;
  return (
    <Section id={intent} title={t(`initiatives:desk.${intent}.title`)}>
      <ErrorSummary form={props.form} />
      <p className="read">{t(`initiatives:desk.${intent}.text`)}</p>
      <Form action={props.action}>
        <input type="hidden" name="intent" value={intent} />
        <Actions>
          <Submit>{t(`initiatives:desk.${intent}.button`)}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

export type SeatLine = {
  id: string;
  round: number;
  name: string | null;
  bodyName: string | null;
  declared: boolean;
  recused: boolean;
  scored: boolean;
};

/** Who sits, and how far each is; never what anybody gave. */
export function SeatList(props: { seats: readonly SeatLine[] }) {
  const { t } = useLanguage();
  if (props.seats.length === 0) return null;
  return (
    <Section id="seats" title={t("initiatives:desk.seats.title")}>
      <ul className="flow tight read">
        {props.seats.map((seat) => (
          <li key={seat.id}>
            <strong>{seat.name}</strong>
            <span className="soft">
              {seat.bodyName ? `, ${seat.bodyName}` : ""} · {t("initiatives:desk.seats.round", { number: seat.round })}{" "}
              · {t(`initiatives:desk.seats.${stageOf(seat)}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function stageOf(seat: SeatLine): "recused" | "scored" | "declared" | "invited" {
  if (seat.recused) return "recused";
  if (seat.scored) return "scored";
  return seat.declared ? "declared" : "invited";
}

/** Before the file opens: does anything stand between the evaluator and it? */
export function ConflictForm(props: Props) {
  const { t } = useLanguage();
  return (
    <Section id="conflict" title={t("initiatives:desk.conflict.title")}>
      <ErrorSummary form={props.form} labels={{ conflict: t("initiatives:desk.conflict.label") }} />
      <p className="read">{t("initiatives:desk.conflict.text")}</p>
      <Form action={props.action}>
        <input type="hidden" name="intent" value="conflict" />
        <RadioGroup
          name="conflict"
          label={t("initiatives:desk.conflict.label")}
          choices={(["NONE", "CONFLICT"] as const).map((value) => ({
            value,
            label: t(`initiatives:desk.conflict.${value}`),
          }))}
          form={props.form}
        />
        <Actions>
          <Submit>{t("initiatives:desk.conflict.button")}</Submit>
        </Actions>
      </Form>
    </Section>
  );
}

/** Points and a comment for every criterion of the track; sent once. */
export function ScoreForm(props: Props & { track: "ORDINARY" | "BREAKTHROUGH" }) {
  const { t } = useLanguage();
  const labels = Object.fromEntries(
    CRITERIA[props.track].flatMap(({ code }) => {
      const name = criterionWords(code, t);
      return [
        [`value_${code}`, `${name}, ${t("initiatives:desk.scoring.value")}`],
        [`comment_${code}`, `${name}, ${t("initiatives:desk.scoring.comment")}`],
      ];
    }),
  );
  return (
    <Section id="score" title={t("initiatives:desk.scoring.title")}>
      <p className="hint">{t("initiatives:desk.scoring.hint")}</p>
      <ErrorSummary form={props.form} labels={labels} />
      <Form action={props.action}>
        <input type="hidden" name="intent" value="score" />
        {CRITERIA[props.track].map(({ code }) => (
          <fieldset className="field" key={code}>
            <legend>{criterionWords(code, t)}</legend>
            <Field
              name={`value_${code}`}
              label={t("initiatives:desk.scoring.value")}
              unit="/ 100"
              size={4}
              inputMode="numeric"
              autoComplete="off"
              form={props.form}
            />
            <TextArea
              name={`comment_${code}`}
              label={t("initiatives:desk.scoring.comment")}
              rows={3}
              form={props.form}
            />
          </fieldset>
        ))}
        <Actions>
          <Submit>{t("initiatives:desk.scoring.button")}</Submit>
        </Actions>
      </Form>
      <Form action={props.action}>
        <input type="hidden" name="intent" value="recuse" />
        <Actions>
          <Submit look="alt" small>
            {t("initiatives:desk.conflict.recuse")}
          </Submit>
        </Actions>
      </Form>
    </Section>
  );
}
