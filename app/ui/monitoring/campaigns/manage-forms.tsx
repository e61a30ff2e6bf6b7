import { HOUSES } from "#app/domain/accounts/actor.ts";
import type { UnitStanding } from "#app/domain/monitoring/assessments/assessment.ts";
import type {
  CampaignSampleItem,
  CampaignState,
  FoundCampaign,
  MonitoredType,
} from "#app/domain/monitoring/campaigns/campaign.ts";
import { MARGINS, SAMPLE_METHODS, STRATA, sampleSize } from "#app/domain/monitoring/sampling/sample.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

const FIELDS = [
  ...["email", "post", "declaration", "subjectType", "fromOn", "toOn", "provinceCode", "house"],
  ...["stratumBy", "size", "approvalNumber", "approvedOn", "note"],
] as const;

/** The fields of the work on a campaign by name, for the summary of errors. */
export function manageLabels(t: Translate): Record<string, string> {
  const named = FIELDS.map((name) => [name, t(`monitoring:field.${name}`)] as const);
  const others = { method: t("monitoring:field.sampleMethod"), bodyId: t("monitoring:bodies.invite") };
  return { ...Object.fromEntries(named), ...others };
}

/** The next step of the table, for a lead. */
export function MoveForm({ to, form }: { to: CampaignState; form: FormState }) {
  const { t } = useLanguage();
  if (to === "PLANNED") return null;
  return (
    <Form>
      <input type="hidden" name="to" value={to} />
      {to === "APPROVED" ? (
        <>
          <Field name="approvalNumber" label={t("monitoring:field.approvalNumber")} size={20} form={form} />
          <DateField name="approvedOn" label={t("monitoring:field.approvedOn")} form={form} />
        </>
      ) : null}
      <TextArea name="note" label={t("monitoring:field.note")} rows={2} optional form={form} />
      <Actions>
        <Submit name="intent" value="move">
          {t(`monitoring:moveTo.${to}`)}
        </Submit>
      </Actions>
    </Form>
  );
}

/** Who works in the campaign; they are named to their own body alone. */
export function TeamTable({ team, mayLeave }: Pick<FoundCampaign, "team"> & { mayLeave: boolean }) {
  const { t, format } = useLanguage();
  if (team.length === 0) return <p className="soft">{t("monitoring:teamNone")}</p>;
  return (
    <StackTable
      caption={t("monitoring:team")}
      columns={[
        { label: t("monitoring:member"), heads: true },
        { label: t("monitoring:field.declaration") },
        { label: t("monitoring:declared") },
        { label: t("monitoring:leave") },
      ]}
      rows={team.map((member) => ({
        key: member.personId,
        cells: [
          <>
            {member.name ?? member.post}
            <small className="soft"> {member.post}</small>
          </>,
          member.declaration,
          format.date(format.dayOf(member.declaredAt)),
          member.leftAt !== null ? (
            t("monitoring:left")
          ) : mayLeave ? (
            <Form key="leave">
              <input type="hidden" name="person" value={member.personId} />
              <Submit name="intent" value="leave" look="alt" small>
                {t("monitoring:leave")}
              </Submit>
            </Form>
          ) : null,
        ],
      }))}
    />
  );
}

export function TeamForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Field
        name="email"
        label={t("monitoring:field.email")}
        hint={t("monitoring:hint.email")}
        inputMode="email"
        form={form}
      />
      <Field name="post" label={t("monitoring:field.post")} form={form} />
      <TextArea
        name="declaration"
        label={t("monitoring:field.declaration")}
        hint={t("monitoring:hint.declaration")}
        rows={4}
        max={2_000}
        form={form}
      />
      <Actions>
        <Submit name="intent" value="team">
          {t("monitoring:join")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** What population is frozen next. */
export function PopulationForm(props: {
  types: readonly MonitoredType[];
  provinces: readonly SelectOption[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { form } = props;
  const types = props.types.map((value) => ({ value, label: t(`monitoring:type.${value}`) }));
  const houses = HOUSES.map((value) => ({ value, label: t(`house:${value}`) }));
  const all = t("monitoring:all");
  return (
    <Form>
      <Select name="subjectType" label={t("monitoring:field.subjectType")} options={types} form={form} />
      <DateField
        name="fromOn"
        label={t("monitoring:field.fromOn")}
        hint={t("monitoring:hint.days")}
        optional
        form={form}
      />
      <DateField name="toOn" label={t("monitoring:field.toOn")} optional form={form} />
      <Select
        name="provinceCode"
        label={t("monitoring:field.provinceCode")}
        empty={all}
        options={props.provinces}
        optional
        form={form}
      />
      <Select name="house" label={t("monitoring:field.house")} empty={all} options={houses} optional form={form} />
      <Actions>
        <Submit name="intent" value="population">
          {t("monitoring:freeze")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** How the sample of one population is drawn, with the sizes that usual margins ask for. */
export function DrawForm({ sample, form }: { sample: CampaignSampleItem; form: FormState }) {
  const { t, format } = useLanguage();
  const mine = form.values["number"] === String(sample.number) ? form : { values: {}, errors: {} };
  const sizes = MARGINS.map((margin) =>
    t("monitoring:suggestion", { size: format.number(sampleSize(sample.populationSize, margin)), margin }),
  ).join("; ");
  return (
    <Form>
      <h3>
        {t("monitoring:populationTitle", {
          type: t(`monitoring:type.${sample.subjectType}`),
          population: format.number(sample.populationSize),
        })}
      </h3>
      <p>{t("monitoring:suggested", { sizes })}</p>
      <input type="hidden" name="number" value={sample.number} />
      <RadioGroup
        name="method"
        label={t("monitoring:field.sampleMethod")}
        choices={SAMPLE_METHODS.map((value) => ({ value, label: t(`monitoring:sampleMethod.${value}`) }))}
        form={mine}
      />
      <Select
        name="stratumBy"
        label={t("monitoring:field.stratumBy")}
        empty={t("monitoring:any")}
        options={STRATA.map((value) => ({ value, label: t(`monitoring:stratum.${value}`) }))}
        optional
        form={mine}
      />
      <Field
        name="size"
        label={t("monitoring:field.size")}
        hint={t("monitoring:hint.size")}
        inputMode="numeric"
        size={6}
        form={mine}
      />
      <Actions>
        <Submit name="intent" value="draw">
          {t("monitoring:draw")}
        </Submit>
      </Actions>
    </Form>
  );
}

/** Where each sampled subject stands, for its readers. */
export function StandingTable({ standings }: { standings: readonly UnitStanding[] }) {
  const { lang, t } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:assessments")}
      columns={[
        { label: t("monitoring:subject"), heads: true },
        { label: t("monitoring:body") },
        { label: t("monitoring:standing") },
      ]}
      rows={standings.map((one) => ({
        key: one.unitId,
        cells: [
          <a key="subject" href={`/${lang}/monitoring/assessments/${one.unitId}`}>
            {one.key}
          </a>,
          one.body ? <Text key="body" of={one.body} badge={false} /> : null,
          [t("monitoring:standingOf", { readings: one.readings }), one.settled ? t("monitoring:settledWord") : ""]
            .filter(Boolean)
            .join(", "),
        ],
      }))}
    />
  );
}
