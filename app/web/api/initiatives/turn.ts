import { z } from "zod";
import type { PublicObligation } from "#app/domain/obligations/board.ts";
import { CLOCK_STATES } from "#app/domain/obligations/obligation.ts";
import { day, house, vietnameseName } from "#app/web/api/fields.ts";

export const turn = z
  .object({
    kind: z.string(),
    debtor: z.object({ role: z.string(), house, name: z.string().nullable() }),
    dueOn: day,
    state: z.enum(CLOCK_STATES),
    days: z.int().min(0),
  })
  .meta({ id: "Turn", description: "whose clock runs now" });

/** The clock that runs among the obligations of a subject; null where none does. */
export function turnOf(obligations: readonly PublicObligation[]): z.input<typeof turn> | null {
  const running = obligations.findLast(({ clock }) => ["run", "soon", "over"].includes(clock.state));
  if (!running) return null;
  const { kind, debtor, clock } = running;
  const { role, house: of, names } = debtor;
  return {
    kind,
    debtor: { role, house: of, name: vietnameseName(names) },
    dueOn: clock.dueOn,
    state: clock.state,
    days: clock.days,
  };
}
