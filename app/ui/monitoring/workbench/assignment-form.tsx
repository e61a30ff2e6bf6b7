import type { AssignedUnit } from "#app/domain/monitoring/assignments/assignment.ts";
import { workClock } from "#app/domain/monitoring/workbench/workbench.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Checkboxes, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

/** The fields by name, for the summary of errors. */
export function assignmentLabels(t: Translate): Record<string, string> {
  return {
    unitIds: t("monitoring:assign.units"),
    firstId: t("monitoring:assign.first"),
    secondId: t("monitoring:assign.second"),
    readOn: t("monitoring:assign.readOn"),
    assignmentReason: t("monitoring:assign.reason"),
  };
}

/** Who reads each subject, first and second, and by when. */
export function AssignedTable({ units, today }: { units: readonly AssignedUnit[]; today: string }) {
  const { lang, t } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:assign.title")}
      columns={[
        { label: t("monitoring:subject"), heads: true },
        { label: t("monitoring:assign.first") },
        { label: t("monitoring:assign.second") },
        { label: t("monitoring:standing") },
      ]}
      rows={units.map((unit) => ({
        key: unit.unitId,
        cells: [
          <>
            <a href={`/${lang}/monitoring/assessments/${unit.unitId}`}>{unit.key}</a>{" "}
            {unit.body ? (
              <small className="soft">
                <Text of={unit.body} badge={false} />
              </small>
            ) : null}
          </>,
          <Reader key="first" unit={unit} place={1} today={today} />,
          <Reader key="second" unit={unit} place={2} today={today} />,
          [t("monitoring:standingOf", { readings: unit.readings }), unit.settled ? t("monitoring:settledWord") : ""]
            .filter(Boolean)
            .join(", "),
        ],
      }))}
    />
  );
}

function Reader({ unit, place, today }: { unit: AssignedUnit; place: 1 | 2; today: string }) {
  const { t } = useLanguage();
  const reader = unit.readers.find((one) => one.place === place);
  if (!reader) return <span className="soft">{t("monitoring:assign.nobody")}</span>;
  const isOver = reader.hasRead || unit.readings > 1;
  return (
    <>
      {reader.name} {isOver ? <ClockChip state="met" /> : <ClockChip {...workClock(reader.dueOn, today)} />}
    </>
  );
}

/** Gives the chosen subjects to two people of the team. */
export function AssignmentForm(props: {
  units: readonly AssignedUnit[];
  team: readonly SelectOption[];
  form: FormState;
}) {
  const { lang, t } = useLanguage();
  const { units, team, form } = props;
  const empty = t("monitoring:assign.choose");
  return (
    <Form>
      <Checkboxes
        name="unitIds"
        label={t("monitoring:assign.units")}
        choices={units.map(({ unitId, key, body, readers }) => ({
          value: unitId,
          label: key,
          note: [
            body && pickText(body, lang)?.text,
            readers.length > 0 ? readers.map(({ name }) => name).join(", ") : t("monitoring:assign.nobody"),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
        form={form}
      />
      <Select name="firstId" label={t("monitoring:assign.first")} empty={empty} options={team} form={form} />
      <Select
        name="secondId"
        label={t("monitoring:assign.second")}
        hint={t("monitoring:assign.secondHint")}
        empty={empty}
        options={team}
        form={form}
      />
      <DateField name="readOn" label={t("monitoring:assign.readOn")} form={form} />
      <TextArea
        name="assignmentReason"
        label={t("monitoring:assign.reason")}
        hint={t("monitoring:assign.reasonHint")}
        rows={2}
        max={500}
        optional
        form={form}
      />
      <Actions>
        <Submit>{t("monitoring:assign.give")}</Submit>
      </Actions>
    </Form>
  );
}
