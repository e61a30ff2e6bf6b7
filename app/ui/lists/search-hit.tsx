import type { ReactNode } from "react";
import type { Language } from "#app/platform/languages/languages.ts";
import { Foreign } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Highlight } from "#app/ui/lists/highlight.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

export type SearchHitProps = {
  /** Kind of thing, in words. */
  tag: string;
  code?: string | undefined;
  href: string;
  /** Plain text, matches between U+0002 and U+0003. */
  title: string;
  titleLang?: Language | undefined;
  snippet?: string | undefined;
  snippetLang?: Language | undefined;
  /** A picture of 112 by 84 pixels beside the words; without one they have the whole width. */
  picture?: ReactNode;
  /** Badge, chip, readiness, mini share bar: one element each. */
  children?: ReactNode;
};

/** One result of a search or a list. */
export function SearchHit(props: SearchHitProps) {
  const { lang } = useLanguage();
  return (
    <li className={props.picture ? "hit pictured" : "hit"}>
      <p className="eyebrow">
        <Tag>{props.tag}</Tag>
        {props.code ? <span className="nw">{props.code}</span> : null}
      </p>
      <h3>
        <a href={props.href}>
          <Foreign lang={props.titleLang ?? lang}>
            <Highlight text={props.title} />
          </Foreign>
        </a>
      </h3>
      {props.snippet ? (
        <p>
          <Foreign lang={props.snippetLang ?? lang}>
            <Highlight text={props.snippet} />
          </Foreign>
        </p>
      ) : null}
      {props.children ? <div className="meta">{props.children}</div> : null}
      {props.picture}
    </li>
  );
}

/** The list around the hits. */
export function HitList(props: { children: ReactNode }) {
  return <ol className="list">{props.children}</ol>;
}
