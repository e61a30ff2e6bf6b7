import type { FormState } from "#app/platform/form-state.ts";
import { Select } from "#app/ui/form/choices.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { type PriceFacts, PriceTable } from "#app/ui/partnerships/exits/price-table.tsx";

type Option = { value: string; label: string };
export type PricedAgreement = PriceFacts & { productCode: string; product: string };

/** What the rule of each agreement would give a leaver, as the ledger stands. */
export function PricesNow({ agreements }: { agreements: readonly PricedAgreement[] }) {
  const { t } = useLanguage();
  if (agreements.length === 0) return null;
  return (
    <div className="flow">
      <p className="s">{t("exits:now")}</p>
      {agreements.map((one) => (
        <div key={one.productCode}>
          <h3>
            {one.product} ({one.productCode})
          </h3>
          <PriceTable price={one} />
        </div>
      ))}
    </div>
  );
}

/** A party says that it leaves. */
export function NoticeForm(props: { leavers: readonly Option[]; form: FormState }) {
  const { t } = useLanguage();
  const { leavers, form } = props;
  const [only] = leavers;
  return (
    <div className="read">
      <Form>
        <input type="hidden" name="intent" value="notice" />
        {leavers.length > 1 ? (
          <Select name="memberId" label={t("exits:who")} options={leavers} form={form} />
        ) : (
          <>
            <input type="hidden" name="memberId" value={only?.value ?? ""} />
            <p>
              {t("exits:who")}: <strong>{only?.label}</strong>
            </p>
          </>
        )}
        <DateField name="effectiveOn" label={t("exits:from")} hint={t("exits:fromHint")} form={form} />
        <TextArea
          name="reason"
          label={t("exits:reason")}
          hint={t("exits:reasonHint")}
          max={2_000}
          rows={5}
          form={form}
        />
        <Field
          name="password"
          type="password"
          label={t("partnerships:sign.password")}
          hint={t("partnerships:sign.passwordHint")}
          autoComplete="current-password"
          form={form}
        />
        <Actions>
          <Submit>{t("exits:give")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** Who takes the shares over in each agreement, and what is paid by its rule. */
export function SettleForm(props: {
  number: number;
  agreements: readonly PricedAgreement[];
  takers: readonly Option[];
  /** where the lead leaves */
  successors: readonly Option[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { agreements, form } = props;
  return (
    <Form>
      <input type="hidden" name="intent" value="settle" />
      <input type="hidden" name="number" value={props.number} />
      {agreements.length === 0 ? <p>{t("exits:noAgreements")}</p> : null}
      {agreements.map((one, place) => (
        <AgreementTerms key={one.productCode} agreement={one} place={place} takers={props.takers} form={form} />
      ))}
      {props.successors.length > 0 ? (
        <div className="read">
          <Select
            name="successor"
            label={t("exits:successor")}
            hint={t("exits:successorHint")}
            empty={t("exits:choose")}
            options={props.successors}
            form={form}
          />
        </div>
      ) : null}
      <Actions>
        <Submit>{t("exits:propose")}</Submit>
      </Actions>
    </Form>
  );
}

/** Who takes the shares of one agreement over, and what is agreed about its price. */
function AgreementTerms(props: {
  agreement: PricedAgreement;
  place: number;
  takers: readonly Option[];
  form: FormState;
}) {
  const { t } = useLanguage();
  const { agreement: one, place, takers, form } = props;
  return (
    <fieldset className="flow">
      <legend>
        {one.product} ({one.productCode})
      </legend>
      <input type="hidden" name={`terms[${place}].productCode`} value={one.productCode} />
      <div className="cols">
        <div>
          <Select
            name={`terms[${place}].takeover`}
            label={t("exits:takeover")}
            hint={t("exits:takeoverHint")}
            empty={t("exits:proRata")}
            options={takers}
            form={form}
          />
          {one.rule === "AGREED_THEN" ? (
            <Field name={`terms[${place}].agreed`} label={t("exits:agreed")} hint={t("exits:agreedHint")} form={form} />
          ) : (
            <Field
              name={`terms[${place}].penalty`}
              label={t("exits:penalty")}
              hint={t("exits:penaltyHint")}
              inputMode="decimal"
              form={form}
            />
          )}
        </div>
        <PriceTable price={one} />
      </div>
    </fieldset>
  );
}

/** Takes a notice back, or a settlement off the table. */
export function EndExitForm(props: { number: number; mayWithdraw: boolean; mayDecline: boolean; form: FormState }) {
  const { t } = useLanguage();
  const { form } = props;
  return (
    <div className="read">
      <Form>
        <input type="hidden" name="number" value={props.number} />
        <TextArea name="reason" label={t("exits:endReason")} max={1_000} rows={3} form={form} />
        <Actions>
          {props.mayDecline ? (
            <Submit look="alt" name="intent" value="decline">
              {t("exits:decline")}
            </Submit>
          ) : null}
          {props.mayWithdraw ? (
            <Submit look="alt" name="intent" value="withdraw">
              {t("exits:withdraw")}
            </Submit>
          ) : null}
        </Actions>
      </Form>
    </div>
  );
}

/** The leaver says that one part was paid, and hands over what the other takes. */
export function HandOverForm(props: { handovers: readonly Option[]; form: FormState }) {
  const { t } = useLanguage();
  const { handovers, form } = props;
  return (
    <div className="read">
      <Form>
        <input type="hidden" name="intent" value="handOver" />
        <Select name="handoverId" label={t("exits:taker")} options={handovers} form={form} />
        <Field name="reference" label={t("exits:reference")} hint={t("exits:referenceHint")} form={form} />
        <Actions>
          <Submit>{t("exits:handOver")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** The party that takes over confirms what was recorded, or declines it; the leaver takes it back. */
export function TransferForm(props: { transfers: readonly (Option & { mayConfirm: boolean })[]; form: FormState }) {
  const { t } = useLanguage();
  const { transfers, form } = props;
  return (
    <div className="read">
      <Form>
        <Select name="transfer" label={t("exits:transfer")} options={transfers} form={form} />
        <TextArea name="why" label={t("exits:why")} hint={t("exits:whyHint")} max={1_000} rows={2} form={form} />
        <Actions>
          {transfers.some(({ mayConfirm }) => mayConfirm) ? (
            <Submit name="intent" value="confirmTransfer">
              {t("exits:confirmTransfer")}
            </Submit>
          ) : null}
          <Submit look="alt" name="intent" value="declineTransfer">
            {t("exits:declineTransfer")}
          </Submit>
        </Actions>
      </Form>
    </div>
  );
}
