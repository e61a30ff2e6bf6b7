import { readColumn, shareKey } from "#app/domain/partnerships/agreements/share-cells.ts";
import { remainingPpm, SHARE_DIMENSIONS, WHOLE_PPM } from "#app/domain/partnerships/share-schedule.ts";
import type { TextAt } from "#app/domain/partnerships/workbench/read-variant.ts";
import { capKey } from "#app/domain/partnerships/workbench/variant.ts";
import type { Weighed } from "#app/domain/partnerships/workbench/weigh.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { errorsOf, fieldId, textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";
import { remainderSentence } from "#app/ui/partnerships/share-sentences.ts";
import { letterOf, variantField, type WorkbenchParty } from "#app/ui/partnerships/workbench/variant-form.ts";

const LABELS = { CAPITAL: "capital", RISK: "risk", PROFIT: "profit" } as const;

type SharesProps = {
  place: number;
  parties: readonly WorkbenchParty[];
  /** first values, and the errors that stand now */
  form: FormState;
  textAt: TextAt;
  /** null where it cannot be weighed now */
  weighed: Weighed | null;
};

/** The parties' shares and caps, and beside them what each may expect and the worst that may happen to it. */
export function VariantShares(props: SharesProps) {
  const { t } = useLanguage();
  return (
    <fieldset className="field">
      <legend>{t("workbench:shares.title")}</legend>
      <p className="hint">{t("workbench:shares.hint")}</p>
      <section
        className="scroll"
        aria-label={`${t("workbench:variant", { letter: letterOf(props.place) })}: ${t("workbench:shares.title")}`}
        tabIndex={0}
      >
        <table className="stack entry" role="table">
          <caption className="vh">{t("workbench:shares.title")}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <HeadCell label={t("share:table.party")} />
              {SHARE_DIMENSIONS.map((dimension) => (
                <HeadCell key={dimension} label={`${t(`share:${LABELS[dimension]}`)}, %`} />
              ))}
              <HeadCell label={t("workbench:field.cap")} />
              <HeadCell label={t("workbench:measure.payoff.short")} numeric />
              <HeadCell label={t("workbench:measure.worst.short")} numeric />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {props.parties.map((party) => (
              <PartyRow key={party.id} party={party} {...props} />
            ))}
          </tbody>
        </table>
      </section>
      {SHARE_DIMENSIONS.map((dimension) => (
        <ColumnSum key={dimension} dimension={dimension} {...props} />
      ))}
    </fieldset>
  );
}

function HeadCell(props: { label: string; numeric?: boolean }) {
  return (
    <th role="columnheader" scope="col" className={props.numeric ? "n" : undefined}>
      {props.label}
    </th>
  );
}

function PartyRow(props: SharesProps & { party: WorkbenchParty }) {
  const { t, format } = useLanguage();
  const { party, place, form, weighed } = props;
  const expected = weighed?.parties.find((line) => line.party === party.id)?.expected ?? null;
  const money = (vnd: bigint | undefined) => (vnd === undefined ? "–" : format.moneyShort(vnd));
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <PartyBadge house={party.house} name={`${party.key} ${party.name}`} />
      </th>
      {SHARE_DIMENSIONS.map((dimension) => {
        const label = t(`share:${LABELS[dimension]}`);
        const name = variantField(place, shareKey(dimension, party.id));
        return (
          <td key={dimension} role="cell" data-l={`${label}, %`}>
            <EntryCell name={name} label={`${label}, ${party.name}`} size={8} form={form} />
          </td>
        );
      })}
      <td role="cell" data-l={t("workbench:field.cap")}>
        <EntryCell
          name={variantField(place, capKey(party.id))}
          label={`${t("workbench:field.cap")}, ${party.name}`}
          size={12}
          form={form}
        />
      </td>
      <td role="cell" className="n" data-l={t("workbench:measure.payoff.short")}>
        {money(expected?.payoffVnd)}
      </td>
      <td role="cell" className="n" data-l={t("workbench:measure.worst.short")}>
        {money(expected?.worstVnd)}
      </td>
    </tr>
  );
}

/** What one column makes; where it is not exactly 100 %, what is left. Errors of the column lead here. */
function ColumnSum(props: SharesProps & { dimension: keyof typeof LABELS }) {
  const { t, format } = useLanguage();
  const { dimension, place, parties, textAt, form } = props;
  const field = variantField(place, shareKey(dimension));
  const texts = parties.map(({ id }) => ({ partyId: id, text: textAt(shareKey(dimension, id)) }));
  const { lines, unreadable } = readColumn(texts);
  const remainderPpm = remainingPpm(lines);
  const open = remainderSentence({ totalPpm: WHOLE_PPM - remainderPpm, remainderPpm }, t, format);
  const said = unreadable.length > 0 ? t("partnerships:shares.unreadable") : open;
  return (
    <p className={errorsOf(form, field).length > 0 ? "rest err" : "rest s"} id={fieldId(field)} tabIndex={-1}>
      <strong>{t(`share:${LABELS[dimension]}`)}</strong>:{" "}
      {said ?? (
        <>
          <Icon name="yes" /> {t("partnerships:shares.whole")}
        </>
      )}
    </p>
  );
}

/** A field that is a cell of a table, with its error above it. */
export function EntryCell(props: {
  name: string;
  label: string;
  size: number;
  form: FormState;
  /** words rather than numbers */
  words?: boolean;
}) {
  const { name, form } = props;
  const errors = errorsOf(form, name);
  const id = fieldId(name);
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
        name={name}
        size={props.size}
        inputMode={props.words ? undefined : "decimal"}
        autoComplete="off"
        defaultValue={textOf(form, name)}
        aria-label={props.label}
        aria-describedby={errors.length > 0 ? `${id}-error` : undefined}
        aria-invalid={errors.length > 0 ? true : undefined}
      />
    </span>
  );
}
