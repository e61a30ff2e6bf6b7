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
