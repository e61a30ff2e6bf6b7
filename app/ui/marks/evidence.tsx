import type { ReactNode } from "react";
import { Icon } from "#app/ui/marks/icon.tsx";

/** A document to open: title, then type, size, grade, date and the first digits of its hash as far as known. */
export function Evidence(props: { href: string; title: ReactNode; meta?: ReactNode }) {
  return (
    <span className="ev">
      <Icon name="doc" />
      <span>
        <a href={props.href}>{props.title}</a>
        {props.meta ? <small>{props.meta}</small> : null}
      </span>
    </span>
  );
}
