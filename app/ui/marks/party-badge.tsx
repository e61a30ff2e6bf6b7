import type { ReactNode } from "react";
import { type House, HouseMark } from "#app/ui/marks/house.tsx";

/** Who: the house and the name, with a small line for the role. */
export function PartyBadge(props: { house: House; name: ReactNode; role?: ReactNode }) {
  return (
    <span className="party">
      <HouseMark house={props.house} alone />
      <span>
        {props.name}
        {props.role ? <small>{props.role}</small> : null}
      </span>
    </span>
  );
}
