import { RETURNABLE_FIELDS } from "#app/domain/initiatives/intake/intake.schema.ts";
import { answersOf } from "#app/ui/desk/answers.ts";
import type { SentContent } from "#app/ui/initiatives/content.tsx";
import type { ListNames } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";

type SentText = { content: SentContent; files: readonly { name: string }[] };

/** A return as it comes through a loader. */
export type SentCompletion = {
  round: number;
  items: readonly { id: string; field: string; message: string; answer: string | null; isChanged: boolean }[];
  before: SentText;
  after: SentText | null;
};

/** What intake asked for before, round by round: item, answer, and what stood at the field before and after. */
export function AskedBefore(props: { completions: readonly SentCompletion[]; names: ListNames }) {
  const { t } = useLanguage();
  return (
    <div className="flow read">
      {props.completions.map((completion) => (
        <div key={completion.round}>
          <h3>{t("desk:asked.round", { round: String(completion.round) })}</h3>
          <dl className="answers">
            {completion.items.map((item) => (
              <Item key={item.id} item={item} completion={completion} names={props.names} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function Item(props: { item: SentCompletion["items"][number]; completion: SentCompletion; names: ListNames }) {
  const { t, format } = useLanguage();
  const { item, completion, names } = props;
  const key = `desk:field.${item.field}`;
  const textOf = (text: SentText | null) => {
    const field = RETURNABLE_FIELDS.find((one) => one === item.field);
    return text && field ? answersOf(text.content, text.files, names, { t, format })[field] : "";
  };
  return (
    <div>
      <dt>{t.has(key) ? t(key) : item.field}</dt>
      <dd className="flow tight">
        <p>{item.message}</p>
        {item.answer ? (
          <p>
            <strong>{t("desk:asked.answer")}</strong> {item.answer}
          </p>
        ) : null}
        {completion.after === null ? <p className="s soft">{t("desk:asked.waiting")}</p> : null}
        {completion.after !== null && !item.isChanged ? <p className="s soft">{t("desk:asked.same")}</p> : null}
        {item.isChanged ? (
          <details className="data">
            <summary>{t("desk:asked.changed")}</summary>
            <p className="lab">{t("desk:asked.before")}</p>
            <p className="pre">{textOf(completion.before) || t("desk:asked.nothing")}</p>
            <p className="lab">{t("desk:asked.after")}</p>
            <p className="pre">{textOf(completion.after) || t("desk:asked.nothing")}</p>
          </details>
        ) : null}
      </dd>
    </div>
  );
}
