import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";
import { Icon } from "#app/ui/marks/icon.tsx";

/** `done`, `fix` (with what in `note`), or `todo`. */
export type Task = { label: string; href?: string; state: "done" | "fix" | "todo"; note?: ReactNode };

const ICONS = { done: "yes", fix: "fix", todo: "no" } as const;

/** How complete something is: a bar, "9 of 12 items", and each item with its state. */
export function TaskList(props: { title: string; tasks: readonly Task[] }) {
  const { t } = useLanguage();
  const done = props.tasks.filter((task) => task.state === "done").length;
  const total = props.tasks.length;
  return (
    <div className="panel">
      <h2 className="h-s">{props.title}</h2>
      <svg className="ch thin" role="img" aria-label={t("form:tasks.progress", { done, count: total })}>
        <rect className="p-rule" width="100%" height="100%" />
        <rect className="p-ink" width={`${total === 0 ? 0 : (done / total) * 100}%`} height="100%" />
      </svg>
      <p className="s soft">{t("form:tasks.progress", { done, count: total })}</p>
      <ul className="todo">
        {props.tasks.map((task) => (
          <li key={task.label} className={task.state === "todo" ? "no" : undefined}>
            <Icon name={ICONS[task.state]} />
            <span>
              {task.href ? <a href={task.href}>{task.label}</a> : task.label}
              <span className="vh">, {t(`form:tasks.${task.state}`)}</span>
              {task.note ? <small className="xs">{task.note}</small> : null}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
