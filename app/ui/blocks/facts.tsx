import type { ReactNode } from "react";

/** A term and what it is; facts without a value are left out. */
export type Fact = { term: string; value: ReactNode };

export function Facts(props: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {props.facts
        .filter((fact) => fact.value !== null && fact.value !== undefined && fact.value !== "")
        .map((fact) => (
          <div key={fact.term}>
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
