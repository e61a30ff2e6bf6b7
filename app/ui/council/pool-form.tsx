import type { PoolCandidate } from "#app/domain/initiatives/council/pool/pool.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Select } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { fieldParts, GroupFrame } from "#app/ui/form/field-frame.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { listOf } from "#app/ui/form/form-state.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

export type Pool = {
  picked: readonly PoolCandidate[];
  items: readonly PoolCandidate[];
  next: string | null;
  name: string;
  matchingOnly: boolean;
};

type Names = Readonly<Record<string, string>>;

/**
 * Whom the chair asks. The list is searched and paged with the same form by GET, so that what is ticked on one page is
 * still there on the next, with or without scripts.
 */
export function PoolForm(props: {
  intent: "open" | "name" | "panel";
  /** the least number of seats when a council opens */
  least: number;
  pool: Pool;
  /** seats that somebody left and nobody fills yet */
  vacant: readonly { id: string; name: string | null }[];
  products: Names;
  form: FormState;
}) {
  const { t } = useLanguage();
  const { intent, least, pool, vacant, form } = props;
  const field = {
    name: "evaluatorIds",
    label: t("desk:chair.evaluators"),
    hint: t(pool.items.length + pool.picked.length > 0 ? "council:pool.hint" : "council:pool.nobody"),
    form,
  };
  const chosen = [...listOf(form, "evaluatorIds"), ...pool.picked.map(({ id }) => id)];
  return (
    <Form>
      <h3>{t(`desk:chair.${intent}.title`)}</h3>
      <p className="read">{t(`council:pool.text.${intent}`, { count: least })}</p>
      <PoolFilter pool={pool} />
      <GroupFrame field={field} parts={fieldParts(field)}>
        {[...pool.picked, ...pool.items].map((one, index) => (
          <Candidate
            key={one.id}
            one={one}
            id={index === 0 ? "f-evaluatorIds" : `f-evaluatorIds-${index + 1}`}
            checked={chosen.includes(one.id)}
            products={props.products}
          />
        ))}
      </GroupFrame>
      {pool.next ? (
        <p className="row s">
          <button className="as-link" type="submit" formMethod="get" name="after" value={pool.next}>
            {t("council:pool.more")}
          </button>
        </p>
      ) : null}
      {vacant.length > 0 ? (
        <Select
          name="replacesSeatId"
          label={t("council:pool.replaces")}
          hint={t("council:pool.replacesHint")}
          empty={t("council:pool.nobodyReplaced")}
          options={vacant.map(({ id, name }) => ({ value: id, label: name ?? t("desk:seat.unnamed") }))}
          form={form}
        />
      ) : null}
      <Actions>
        <button className={intent === "name" ? "btn alt" : "btn"} type="submit" name="intent" value={intent}>
          {t(`desk:chair.${intent}.button`)}
        </button>
      </Actions>
    </Form>
  );
}

function PoolFilter({ pool }: { pool: Pool }) {
  const { t } = useLanguage();
  return (
    <fieldset className="field">
      <legend>{t("council:pool.filter")}</legend>
      <Field name="q" label={t("council:pool.name")} value={pool.name} size={24} autoComplete="off" />
      <label className="pick">
        <input type="checkbox" name="match" value="1" defaultChecked={pool.matchingOnly} />
        <span>{t("council:pool.matchingOnly")}</span>
      </label>
      <button className="btn alt sm" type="submit" formMethod="get">
        {t("council:pool.filterButton")}
      </button>
    </fieldset>
  );
}

function Candidate(props: { one: PoolCandidate; id: string; checked: boolean; products: Names }) {
  const { t } = useLanguage();
  const { one } = props;
  const words = (
    <>
      {one.name ?? t("desk:seat.unnamed")}
      {one.bodyNames ? (
        <small className="soft">
          <Text of={one.bodyNames} badge={false} />
        </small>
      ) : null}
      <small>
        {one.match.field ? t(`council:pool.match.${one.match.field}`) : t("council:pool.match.none")}
        {one.match.products.map((code) => ` · ${props.products[code] ?? code}`)}
      </small>
      <small className="soft">{t("council:pool.load", { open: one.openSeats, year: one.seatsInYear })}</small>
    </>
  );
  if (one.conflicts.length > 0)
    return (
      <div className="pick" id={props.id}>
        <Icon name="no" />
        <span>
          {words}
          <small>
            <strong>{t("council:pool.barred")}</strong>{" "}
            {one.conflicts.map((ground) => t(`council:ground.${ground}`)).join("; ")}
          </small>
        </span>
      </div>
    );
  return (
    <label className="pick">
      <input type="checkbox" name="evaluatorIds" id={props.id} value={one.id} defaultChecked={props.checked} />
      <span>{words}</span>
    </label>
  );
}

/** How far the round is, and the button that ends it; what is missing is said after the press. */
export function CloseRound(props: { seats: readonly { recused: boolean; scored: boolean }[] }) {
  const { t } = useLanguage();
  const expected = props.seats.filter(({ recused }) => !recused);
  const scored = expected.filter((seat) => seat.scored).length;
  return (
    <Form>
      <h3>{t("desk:chair.close.title")}</h3>
      <p className="read">{t("desk:chair.close.text", { scored, count: expected.length })}</p>
      <Actions>
        <input type="hidden" name="intent" value="close" />
        <Submit>{t("desk:chair.close.button")}</Submit>
      </Actions>
    </Form>
  );
}
