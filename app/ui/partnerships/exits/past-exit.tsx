import type { FormState } from "#app/platform/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { ExitDetail, type ExitFacts } from "#app/ui/partnerships/exits/exit-detail.tsx";
import { HandOverForm, TransferForm } from "#app/ui/partnerships/exits/exit-forms.tsx";
import { HandedOver, type Settlement, SettlementDetail } from "#app/ui/partnerships/exits/settlement-detail.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";

/** An exit that is over: what was signed, and what was paid since. */
export function PastExit(props: {
  exit: ExitFacts & { settlements: readonly Settlement[] };
  isOpen: boolean;
  form: FormState;
}) {
  const { lang, t, format } = useLanguage();
  const { exit } = props;
  const signed = exit.settlements.find(({ state }) => state === "SIGNED");
  const handovers = signed?.handovers ?? [];
  const label = ({ party, product }: Settlement["handovers"][number]) =>
    `${party ? nameOf(party.names, lang) : ""}, ${product}`;
  const options = handovers
    .filter(({ mayHandOver }) => mayHandOver)
    .map((one) => ({ value: one.id, label: label(one) }));
  const transfers = handovers.flatMap((one) =>
    one.transfer && one.mayDecline ? [{ value: one.transfer, label: label(one), mayConfirm: one.mayConfirm }] : [],
  );
  return (
    <details className="data" open={props.isOpen}>
      <summary>
        {exit.leaver ? nameOf(exit.leaver.names, lang) : null}, {format.date(exit.effectiveOn)},{" "}
        {t(`exits:state.${exit.state}`).toLocaleLowerCase(lang)}
      </summary>
      <ExitDetail exit={exit} />
      {signed ? <SettlementDetail settlement={signed} /> : null}
      {signed && signed.handovers.length > 0 ? (
        <>
          <h3>{t("exits:handedOver")}</h3>
          <HandedOver handovers={signed.handovers} />
        </>
      ) : null}
      {options.length > 0 ? <HandOverForm handovers={options} form={props.form} /> : null}
      {transfers.length > 0 ? <TransferForm transfers={transfers} form={props.form} /> : null}
    </details>
  );
}
