import type { FormState } from "#app/platform/form-state.ts";
import { textOf } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import type { DraftAsideData } from "#app/ui/initiatives/form/draft-aside.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What intake asked for, each item with room for its answer and the way to its field. */
export function ItemAnswers(props: { items: DraftAsideData["asked"]; form: FormState }) {
  const { t } = useLanguage();
  const { items, form } = props;
  if (items.length === 0) return null;
  return (
    <section id="answers" className="flow" aria-labelledby="answers-title">
      <h2 id="answers-title">{t("initiatives:form.asked", { count: items.length })}</h2>
      <p className="read">{t("authorship:answers.lede")}</p>
      {items.map((item, index) => {
        const key = `desk:field.${item.field}`;
        const name = t.has(key) ? t(key) : item.field;
        const field = `answers[${index}].text`;
        return (
          <div key={item.id}>
            <input type="hidden" name={`answers[${index}].id`} value={item.id} />
            <TextArea
              name={field}
              label={`${name}: ${item.message}`}
              hint={
                <>
                  {t(`authorship:answers.${item.isEdited ? "edited" : item.answer ? "answered" : "open"}`)}.{" "}
                  <a href={item.href}>
                    {t("authorship:answers.toField")}
                    <span className="vh">: {name}</span>
                  </a>
                </>
              }
              value={form.values[field] === undefined ? (item.answer ?? "") : textOf(form, field)}
              rows={3}
              max={2_000}
              form={form}
            />
          </div>
        );
      })}
    </section>
  );
}
