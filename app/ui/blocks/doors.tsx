import type { ReactNode } from "react";

export type Door = { title: string; text: ReactNode; href: string; action: string };

/** One roof over the ways in. `label` names the group. */
export function Doors(props: { label: string; doors: readonly Door[] }) {
  return (
    <section className="doors" aria-label={props.label}>
      <svg className="roof" aria-hidden="true" focusable="false">
        <path className="p-ink" d="M0 5C14 14 30 13 44 8 54 4.5 60 2.5 64 0h10v24H44C24 24 8 18 0 5Z" />
        <rect className="p-ink mid" x="72" y="0" height="24" />
        <svg x="100%" overflow="visible" aria-hidden="true">
          <path className="p-ink" d="M0 5C-14 14-30 13-44 8-54 4.5-60 2.5-64 0h-10v24h30C-24 24-8 18 0 5Z" />
        </svg>
      </svg>
      <div className="bays">
        {props.doors.map((door) => (
          <div className="bay" key={door.href}>
            <h2>{door.title}</h2>
            <p>{door.text}</p>
            <a className="btn" href={door.href}>
              {door.action}
            </a>
          </div>
        ))}
      </div>
    </section>
  );
}
