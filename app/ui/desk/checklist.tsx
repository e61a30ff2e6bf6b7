import { TaskList } from "#app/ui/form/task-list.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type CheckedGroup = { name: string; notes: readonly string[] };

/** How complete the submitted version is, question by question; a note says what is wrong with an answer. */
export function Checklist(props: { groups: readonly CheckedGroup[] }) {
  const { t } = useLanguage();
  return (
    <TaskList
      title={t("desk:checklist.title")}
      tasks={props.groups.map(({ name, notes }) => {
        const key = `desk:checklist.${name}`;
        return {
          label: t.has(key) ? t(key) : name,
          state: notes.length === 0 ? ("done" as const) : ("fix" as const),
          ...(notes.length > 0 ? { note: notes.join(" ") } : {}),
        };
      })}
    />
  );
}

/** What intake asked for before, round by round. */
export function AskedBefore(props: { missing: readonly { round: number; field: string; message: string }[] }) {
  const { t } = useLanguage();
  const rounds = [...new Set(props.missing.map(({ round }) => round))].sort((a, b) => b - a);
  return (
    <div className="flow read">
      {rounds.map((round) => (
        <div key={round}>
          <h3>{t("desk:asked.round", { round: String(round) })}</h3>
          <dl className="answers">
            {props.missing
              .filter((item) => item.round === round)
              .map((item) => (
                <div key={`${item.field} ${item.message}`}>
                  <dt>{fieldWords(item.field)}</dt>
                  <dd>{item.message}</dd>
                </div>
              ))}
          </dl>
        </div>
      ))}
    </div>
  );

  function fieldWords(field: string): string {
    const key = `desk:field.${field}`;
    return t.has(key) ? t(key) : field;
  }
}
