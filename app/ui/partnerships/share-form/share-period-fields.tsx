import { shareField } from "#app/domain/partnerships/agreements/share-cells.ts";
import { SHARE_DIMENSIONS, type ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { DateField } from "#app/ui/form/field.tsx";
import { errorsOf, fieldId, textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { columnState, type FormParty } from "#app/ui/partnerships/share-form/share-column.ts";
import { ShareRemainder } from "#app/ui/partnerships/share-form/share-remainder.tsx";

const LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

export type SharePeriodProps = {
  period: number;
  count: number;
  parties: readonly FormParty[];
  days: { from: string; lastOn: string | null };
  firstPeriod?: string | undefined;
  /** as it came from the server: first values, and the errors */
  form: FormState;
  /** what stands in a field now */
  textAt: (field: string) => string;
  onGive: (field: string, text: string) => void;
};

/** One period of the share form: its first day, a row for each party, and what each column makes. */
export function SharePeriodFields(props: SharePeriodProps) {
  const { t } = useLanguage();
  const { period, parties, form, textAt } = props;
  const columns = SHARE_DIMENSIONS.map((dimension) => ({
    dimension,
    label: t(`share:${LABELS[dimension]}`),
    state: columnState(textAt, period, dimension, parties),
  }));
  const legend = period === 0 ? firstLegend() : t("partnerships:shares.period", { number: String(period + 1) });
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      {period > 0 ? (
        <DateField name={`periods[${period}].from`} label={t("partnerships:shares.periodFrom")} form={form} />
      ) : (
        <p className="err" id={fieldId("periods[0].from")}>
          {errorsOf(form, "periods[0].from").join(" ")}
        </p>
      )}
      <ShareTable caption={legend} period={period} columns={columns} parties={parties} form={form} />
      {columns.map(({ dimension, label, state }) => (
        <ShareRemainder
          key={dimension}
          period={period}
          dimension={dimension}
          label={label}
          state={state}
          errors={errorsOf(form, shareField(period, dimension))}
          onGive={props.onGive}
        />
      ))}
    </fieldset>
  );

  function firstLegend(): string {
    const { from, lastOn } = props.days;
    if (props.firstPeriod) return props.firstPeriod;
    if (props.count > 1) return t("partnerships:period.from", { from });
    return lastOn ? t("partnerships:period.fromTo", { from, to: lastOn }) : t("partnerships:period.from", { from });
  }
}

function ShareTable(props: {
  caption: string;
  period: number;
  columns: readonly { dimension: ShareDimension; label: string }[];
  parties: readonly FormParty[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { period, columns, form } = props;
  return (
    <table className="stack entry" role="table">
      <caption className="vh">{props.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("share:table.party")}
          </th>
          {columns.map(({ dimension, label }) => (
            <th key={dimension} role="columnheader" scope="col">
              {label}, %
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.parties.map((party) => (
          <tr key={party.id} role="row">
            <th role="rowheader" scope="row">
              <PartyBadge house={party.house} name={`${party.key} ${party.name}`} />
            </th>
            {columns.map(({ dimension, label }) => (
              <td key={dimension} role="cell" data-l={label}>
                <ShareCell
                  field={shareField(period, dimension, party.id)}
                  label={`${label}, ${party.name}`}
                  form={form}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShareCell(props: { field: string; label: string; form: FormState }) {
  const { field, form } = props;
  const errors = errorsOf(form, field);
  const id = fieldId(field);
  return (
    <span className={errors.length > 0 ? "bad" : undefined}>
      {errors.length > 0 ? (
        <span className="err" id={`${id}-error`}>
          {errors.join(" ")}
        </span>
      ) : null}
      <input
        className="in sm"
        id={id}
        name={field}
        size={9}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={textOf(form, field)}
        aria-label={props.label}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        aria-invalid={errors.length > 0 ? true : undefined}
      />
    </span>
  );
}
