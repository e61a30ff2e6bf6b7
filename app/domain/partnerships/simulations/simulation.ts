import type { z } from "zod";
import { type Outcome, refuse } from "#app/platform/outcome.ts";

/** A body that fits no schema, with the places; or what became of one that does. */
export type Read = { success: true; outcome: Outcome<unknown> } | { success: false; error: z.ZodError };

/**
 * One kind of `POST /api/v1/simulations/{kind}`: what may be sent (unknown fields are refused), what comes back, and
 * the way from one to the other. A refusal's `field` is the place in the body that it is about.
 */
export type Simulation = { body: z.ZodType; answer: z.ZodType; read: (sent: unknown) => Read };

/**
 * Makes a kind of a schema and a pure function. `run` also gets the body as it was sent, because zod puts the fields of
 * an object in the order of the schema, and the order of parties is that of the first object that was sent.
 */
export function simulation<Body extends z.ZodType, Answer extends z.ZodType>(
  body: Body,
  answer: Answer,
  run: (input: z.output<Body>, sent: unknown) => Outcome<z.input<Answer>>,
): { body: Body; answer: Answer; read: (sent: unknown) => Read } {
  return {
    body,
    answer,
    read(sent) {
      const parsed = body.safeParse(sent);
      return parsed.success
        ? { success: true, outcome: run(parsed.data, sent) }
        : { success: false, error: parsed.error };
    },
  };
}

/** A refusal moved to a place in the body; what went well stays. */
export function at<Value>(outcome: Outcome<Value>, path: string): Outcome<Value> {
  return outcome.ok ? outcome : refuse(outcome.code, { field: path, params: outcome.params ?? {} });
}

/** The names of the parties in the order of the first of these fields as it was sent. */
export function partiesAsSent(sent: unknown, fields: readonly string[]): string[] {
  if (typeof sent !== "object" || sent === null) return [];
  const first = Object.entries(sent).find(([field]) => fields.includes(field))?.[1];
  return typeof first === "object" && first !== null ? Object.keys(first) : [];
}
