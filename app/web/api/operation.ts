import type { z } from "zod";
import type { TokenScope } from "#app/domain/accounts/access-tokens/access-token.ts";

/**
 * One way in for programs, told once: what may be sent and what comes back. The route reads its input with the same
 * schemas, the tests hold its answers against `answer`, and /api/v1/openapi.json is generated from it.
 */
export type Operation = {
  method: "get" | "post";
  /** behind /api/v1, parameters as `{name}` */
  path: string;
  id: string;
  tag: string;
  summary: string;
  description?: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  answer: z.ZodType;
  /** what the token of a write must allow; without it nobody signs in */
  scope?: TokenScope;
  /** what may be refused beyond what every operation refuses: status and when */
  problems?: Readonly<Partial<Record<404 | 409 | 422, string>>>;
};

/** What a route of this operation answers with, before it becomes JSON. */
export type Answer<Of extends Operation> = z.input<Of["answer"]>;
