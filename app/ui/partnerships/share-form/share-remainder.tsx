import { shareField } from "#app/domain/partnerships/agreements/share-cells.ts";
import type { ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import { fieldId } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import type { ColumnState } from "#app/ui/partnerships/share-form/share-column.ts";
import { remainderSentence } from "#app/ui/partnerships/share-sentences.ts";

/** What one column makes; where it is not exactly 100 %, what is left, and a button for each party that could take it. */
export function ShareRemainder(props: {
  period: number;
  dimension: ShareDimension;
  label: string;
  state: ColumnState;
  errors: readonly string[];
  onGive: (field: string, text: string) => void;
}) {
  const { t, format } = useLanguage();
  const { period, dimension, label, state } = props;
  const { sums, takers } = state;
  const open = sums && remainderSentence(sums, t, format);
  // the sentence about the sum follows what is typed; anything else that is wrong stays as the server said it
  const said = props.errors.filter((error) => sums === null || !error.includes("100"));
  return (
    <div className="rest" id={fieldId(shareField(period, dimension))} tabIndex={-1}>
      <p role="status">
        <strong>{label}</strong>: {sums ? (open ?? whole()) : t("partnerships:shares.unreadable")}
      </p>
      {open && said.length > 0 && !said.includes(open) ? <p className="err">{said.join(" ")}</p> : null}
      {takers.length > 0 ? (
        <p className="row">
          {takers.map(({ party, ppm }) => (
            <button
              key={party.id}
              className="btn alt sm"
              type="submit"
              name="give"
              value={`${dimension}.${period}.${party.id}`}
              onClick={(event) => {
                event.preventDefault();
                props.onGive(shareField(period, dimension, party.id), format.percentDigits(ppm));
              }}
            >
              {t(sums && sums.remainderPpm < 0 ? "partnerships:shares.takeFrom" : "partnerships:shares.giveTo", {
                party: party.key,
              })}
              <span className="vh">
                {" "}
                {label}, {party.name}
              </span>
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );

  function whole() {
    return (
      <>
        <Icon name="yes" /> {t("partnerships:shares.whole")}
      </>
    );
  }
}
