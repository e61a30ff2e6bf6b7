import type { ReactNode } from "react";
import { useLanguage } from "#app/ui/language.tsx";

export type ConfirmationProps = {
  /** What happened: the page's `h1`. */
  title: ReactNode;
  code?: string;
  /** The clock panel with the next duty and its date. */
  clock?: ReactNode;
  children?: ReactNode;
  next?: readonly { href: string; label: string }[];
};

/** After something was done: what happened, who owes what now, and what can be done next. */
export function Confirmation(props: ConfirmationProps) {
  const { t } = useLanguage();
  return (
    <div className="read flow formpage">
      <h1>{props.title}</h1>
      {props.code ? (
        <p className="big">
          <span className="nw">{props.code}</span>
        </p>
      ) : null}
      {props.children}
      {props.clock}
      {props.next && props.next.length > 0 ? (
        <div>
          <h2 className="h-s">{t("common:whatNow")}</h2>
          <ul className="flow tight">
            {props.next.map((link) => (
              <li key={link.href}>
                <a href={link.href}>{link.label}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}
