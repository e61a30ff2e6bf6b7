import type { ReactNode } from "react";

export type HeadProps = {
  /** Kind, code and tags above the title: a `<span>` for each. */
  eyebrow?: ReactNode;
  title: ReactNode;
  /** One sentence. */
  lede?: ReactNode;
  /** Beneath the lede: tabs, or a search of the page's own. */
  children?: ReactNode;
};

/** The opening of a page with its only `h1`. */
export function Head(props: HeadProps) {
  return (
    <div className="head">
      {props.eyebrow ? <p className="eyebrow">{props.eyebrow}</p> : null}
      <h1>{props.title}</h1>
      {props.lede ? <p className="lede">{props.lede}</p> : null}
      {props.children}
    </div>
  );
}

export type SectionProps = {
  /** Address of the section on its page; its heading is `{id}-title`. */
  id: string;
  title: ReactNode;
  /** To the right of the heading: "as of", or a link. */
  aside?: ReactNode;
  children: ReactNode;
};

/** An ink rule, a heading at the left, what qualifies it at the right. */
export function Section(props: SectionProps) {
  const titleId = `${props.id}-title`;
  return (
    <section className="sec" id={props.id} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{props.title}</h2>
        {props.aside ? <p>{props.aside}</p> : null}
      </header>
      {props.children}
    </section>
  );
}
