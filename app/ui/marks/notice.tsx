import type { ReactNode } from "react";

/** Kind, track or form of a thing: never a state that has a clock. */
export function Tag(props: { children: ReactNode }) {
  return <span className="tag">{props.children}</span>;
}

/** A fact about this page; `warn` in the colours of what is due soon. Not for success, which has a page of its own. */
export function Notice(props: { warn?: boolean; children: ReactNode }) {
  return <div className={props.warn ? "note warn" : "note"}>{props.children}</div>;
}

/** What would be here, why it is not, and one thing to do. */
export function EmptyState(props: {
  title: ReactNode;
  children?: ReactNode;
  action?: { href: string; label: string };
}) {
  return (
    <div className="empty flow">
      <p>
        <strong>{props.title}</strong>
      </p>
      {props.children ? <p>{props.children}</p> : null}
      {props.action ? (
        <p>
          <a className="btn alt" href={props.action.href}>
            {props.action.label}
          </a>
        </p>
      ) : null}
    </div>
  );
}
