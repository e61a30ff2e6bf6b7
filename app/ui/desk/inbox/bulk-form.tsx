import type { BulkKind } from "#app/domain/initiatives/bulk/bulk.ts";
import { DECISION_KINDS } from "#app/domain/initiatives/decision/decision.schema.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { DecisionFields, decisionLabels } from "#app/ui/desk/decision-fields.tsx";
import { ReturnItems, returnLabels } from "#app/ui/desk/return-items.tsx";
import { Text } from "#app/ui/foreign.tsx";
import { Checkboxes, Select } from "#app/ui/form/choices.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Colleague = { personId: string; name: string; role: string };

/** The names of the fields to whoever corrects them. */
export function bulkLabels(t: Translate, kind: BulkKind): Record<string, string> {
  const own = { assign: { to: t("inbox:assign.to") }, return: returnLabels(t), decide: decisionLabels(t) }[kind];
  return { code: t("inbox:rows"), ...own };
}

/** The chosen initiatives, ticked until somebody takes one out. */
export function BulkRows(props: {
  rows: readonly { code: string; title: Texts | null }[];
  form: FormState;
  /** whether the form came back: then what was ticked in it counts */
  isReturned: boolean;
}) {
  const { t } = useLanguage();
  const all = props.rows.map(({ code }) => code);
  return (
    <Checkboxes
      name="code"
      label={t("inbox:rowsOf", { count: props.rows.length })}
      hint={t("inbox:rowsHint")}
      form={props.form}
      values={props.isReturned ? undefined : all}
      choices={props.rows.map(({ code, title }) => ({
        value: code,
        label: title ? <Text of={title} /> : <span className="soft">{t("inbox:notWaiting")}</span>,
        note: <span className="nw">{code}</span>,
      }))}
    />
  );
}

/** What the act needs to be told, once for all rows. */
export function BulkFields(props: { kind: BulkKind; form: FormState; colleagues: readonly Colleague[]; me: string }) {
  const { t } = useLanguage();
  const { kind, form } = props;
  if (kind === "return") return <ReturnItems form={form} />;
  if (kind === "decide") return <DecisionFields kinds={DECISION_KINDS} form={form} />;
  return (
    <Select
      name="to"
      label={t("inbox:assign.to")}
      hint={t("inbox:assign.toHint")}
      empty={t("inbox:assign.choose")}
      form={form}
      options={[{ value: "nobody", label: t("inbox:assign.nobody") }, ...people(t, props)]}
    />
  );
}

/** Each person once, with every post that they hold here. */
function people(t: Translate, { colleagues, me }: { colleagues: readonly Colleague[]; me: string }) {
  return [...new Set(colleagues.map(({ personId }) => personId))].map((personId) => {
    const own = colleagues.filter((one) => one.personId === personId);
    const posts = [...new Set(own.map(({ role }) => role))].map((role) => {
      const key = `accounts:role.${role}`;
      return t.has(key) ? t(key) : role;
    });
    const name = own[0]?.name ?? "";
    const params = { name, posts: posts.join(", ") };
    return { value: personId, label: t(personId === me ? "inbox:assign.self" : "inbox:assign.person", params) };
  });
}
