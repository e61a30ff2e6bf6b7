import { type ReactNode, useEffect, useRef, useState } from "react";
import type { FormState } from "#app/platform/form-state.ts";
import { textOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import type { FormParty } from "#app/ui/partnerships/share-form/share-column.ts";
import { SharePeriodFields } from "#app/ui/partnerships/share-form/share-period-fields.tsx";

export type ShareFormProps = {
  parties: readonly FormParty[];
  periods: number;
  mostPeriods: number;
  /** the agreement's own days in words */
  days: { from: string; lastOn: string | null };
  form: FormState;
  /** what the first period is called, where the agreement's own days do not say it */
  firstPeriod?: string;
  /** fields above the shares */
  children?: ReactNode;
  submit?: string;
};

/**
 * The shares of an agreement, typed as per cent. Where scripts run, sums and remainders follow each key, and "give to"
 * fills the cell at once; without them the same buttons do the same on the server.
 */
export function ShareForm(props: ShareFormProps) {
  const { t } = useLanguage();
  const submit = props.submit ?? t("partnerships:shares.save");
  const element = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<FormState>(props.form);
  const follow = () => {
    if (element.current) setTyped({ values: textsIn(element.current), errors: {} });
  };
  // somebody may have typed before the page came alive
  useEffect(follow, []);
  return (
    <form method="post" noValidate ref={element} onInput={follow}>
      {/* Enter in a field presses the first button of a form */}
      <button className="vh" type="submit" name="intent" value="save" tabIndex={-1} aria-hidden="true">
        {submit}
      </button>
      {props.children}
      {Array.from({ length: props.periods }, (_none, period) => (
        <SharePeriodFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a period is its place
          key={period}
          period={period}
          count={props.periods}
          parties={props.parties}
          days={props.days}
          firstPeriod={props.firstPeriod}
          form={props.form}
          textAt={(field) => textOf(typed, field)}
          onGive={fill}
        />
      ))}
      <p className="actions row">
        <button className="btn" type="submit" name="intent" value="save">
          {submit}
        </button>
        {props.periods < props.mostPeriods ? (
          <button className="btn alt" type="submit" name="intent" value="add-period">
            {t("partnerships:shares.addPeriod")}
          </button>
        ) : null}
        {props.periods > 1 ? (
          <button className="btn alt" type="submit" name="intent" value="remove-period">
            {t("partnerships:shares.removePeriod")}
          </button>
        ) : null}
      </p>
    </form>
  );

  function fill(field: string, text: string): void {
    const input = element.current?.elements.namedItem(field);
    if (!(input instanceof HTMLInputElement)) return;
    input.value = text;
    input.focus();
    follow();
  }
}

function textsIn(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
