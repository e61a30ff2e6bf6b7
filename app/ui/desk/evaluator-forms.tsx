import { CRITERIA, type Criterion } from "#app/domain/initiatives/criteria.ts";
import type { Track } from "#app/domain/initiatives/initiative.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { criterionWords } from "#app/ui/initiatives/decision-section.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

/** Who stands behind the file: by this alone a conflict of interest can be told. */
export function Applicant(props: {
  team: readonly { name: string; part: string }[];
  organisation: { names: Texts; house: House } | null;
}) {
  const { t } = useLanguage();
  const { team, organisation } = props;
  return (
    <Facts
      facts={[
        {
          term: t("initiatives:fact.team"),
          value: team.map(({ name, part }) => (part ? `${name}, ${part}` : name)).join("; "),
        },
        {
          term: t("initiatives:fact.organisation"),
          value: organisation ? (
            <PartyBadge house={organisation.house} name={<Text of={organisation.names} badge={false} />} />
          ) : null,
        },
      ]}
    />
  );
}

/** The names of the score form's fields, for the error summary. */
export function scoreLabels(asked: readonly Criterion[], t: Translate): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((code) => [
      [`value_${code}`, `${criterionWords(code, t)}, ${t("desk:evaluator.score.points")}`],
      [`comment_${code}`, `${criterionWords(code, t)}, ${t("desk:evaluator.score.comment")}`],
    ]),
  );
}

/** Points and a comment for each criterion of the round, with its weight. */
export function ScoreForm(props: { track: Track; asked: readonly Criterion[]; form: FormState }) {
  const { t, format } = useLanguage();
  return (
    <Form>
      <p className="read">{t("desk:evaluator.score.text")}</p>
      {CRITERIA[props.track]
        .filter(({ code }) => props.asked.includes(code))
        .map(({ code, weightPpm }) => (
          <div className="criterion" key={code}>
            <fieldset>
              <legend>
                {criterionWords(code, t)}{" "}
                <span className="soft">{t("desk:evaluator.score.weight", { weight: format.percent(weightPpm) })}</span>
              </legend>
              <p className="s soft read">{t(`desk:evaluator.ask.${code}`)}</p>
              <Field
                name={`value_${code}`}
                label={t("desk:evaluator.score.pointsLabel")}
                inputMode="numeric"
                size={4}
                unit="/ 100"
                autoComplete="off"
                form={props.form}
              />
              <TextArea
                name={`comment_${code}`}
                label={t("desk:evaluator.score.commentLabel")}
                rows={4}
                max={2_000}
                form={props.form}
              />
            </fieldset>
          </div>
        ))}
      <Actions>
        <input type="hidden" name="intent" value="score" />
        <Submit>{t("desk:evaluator.score.button")}</Submit>
        <span className="s soft">{t("desk:evaluator.score.once")}</span>
      </Actions>
    </Form>
  );
}

/** What one gave oneself. */
export function OwnScores(props: {
  asked: readonly Criterion[];
  scores: readonly { criterion: string; value: number; comment: string }[];
}) {
  const { t } = useLanguage();
  return (
    <table className="stack" role="table">
      <caption className="vh">{t("desk:evaluator.own")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("desk:evaluator.criterion")}
          </th>
          <th role="columnheader" scope="col" className="n">
            {t("desk:evaluator.score.pointsLabel")}
          </th>
          <th role="columnheader" scope="col">
            {t("desk:evaluator.score.commentLabel")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.asked.map((code) => {
          const own = props.scores.find(({ criterion }) => criterion === code);
          return (
            <tr role="row" key={code}>
              <th role="rowheader" scope="row">
                {criterionWords(code, t)}
              </th>
              <td role="cell" className="n" data-l={t("desk:evaluator.score.pointsLabel")}>
                {own ? own.value : ""}
              </td>
              <td role="cell">{own?.comment}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
