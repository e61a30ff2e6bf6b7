import type { MotionKind } from "#app/domain/partnerships/motions/motion.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { RadioGroup } from "#app/ui/form/choices.tsx";
import { DateField } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { SigningPassword } from "#app/ui/partnerships/manage/signing-password.tsx";

/** A motion of a member, or the order of a State authority. */
export function MoveForm(props: {
  kinds: readonly MotionKind[];
  isOrder: boolean;
  longestDays: number;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { kinds, form } = props;
  return (
    <div className="read flow">
      {props.isOrder ? null : <p>{t("motions:asMover")}</p>}
      <Form>
        <input type="hidden" name="intent" value="move" />
        <RadioGroup
          name="kind"
          label={t("motions:what")}
          choices={kinds.map((kind) => ({ value: kind, label: t(`motions:kind.${kind}`) }))}
          value={kinds.length === 1 ? kinds[0] : undefined}
          form={form}
        />
        {kinds.includes("SUSPEND") ? (
          <DateField
            name="untilOn"
            label={t("motions:until")}
            hint={t("motions:untilHint", { days: props.longestDays })}
            form={form}
          />
        ) : null}
        <TextArea
          name="reason"
          label={t("motions:reason")}
          hint={t("motions:reasonHint")}
          max={2_000}
          rows={5}
          form={form}
        />
        <SigningPassword form={form} />
        <Actions>
          <Submit>{t(props.isOrder ? "motions:order" : "motions:move")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** The vote of a member on the open motion. */
export function VoteForm({ number, form }: { number: number; form: FormState }) {
  const { t } = useLanguage();
  return (
    <div className="read">
      <Form>
        <input type="hidden" name="intent" value="vote" />
        <input type="hidden" name="number" value={number} />
        <RadioGroup
          name="vote"
          label={t("motions:vote")}
          choices={[
            { value: "yes", label: t("motions:yes") },
            { value: "no", label: t("motions:no") },
          ]}
          form={form}
        />
        <SigningPassword form={form} />
        <Actions>
          <Submit>{t("motions:sendVote")}</Submit>
        </Actions>
      </Form>
    </div>
  );
}

/** Takes the open motion back. */
export function WithdrawMotionForm({ number }: { number: number }) {
  const { t } = useLanguage();
  return (
    <Form>
      <input type="hidden" name="intent" value="withdraw" />
      <input type="hidden" name="number" value={number} />
      <p className="actions">
        <button className="btn alt" type="submit">
          {t("motions:withdraw")}
        </button>
      </p>
    </Form>
  );
}
