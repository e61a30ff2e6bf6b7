import type { ReactNode } from "react";

/** A thing among others. Only its title is a link. */
export function Card(props: {
  eyebrow?: ReactNode;
  href: string;
  title: ReactNode;
  text?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article className="card">
      {props.eyebrow ? <p className="eyebrow">{props.eyebrow}</p> : null}
      <h3>
        <a href={props.href}>{props.title}</a>
      </h3>
      {props.text ? <p>{props.text}</p> : null}
      {props.children}
    </article>
  );
}

export function Cards(props: { children: ReactNode }) {
  return <div className="cards">{props.children}</div>;
}
