import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { TokenScope } from "#app/domain/accounts/access-tokens/access-token.ts";
import type { Once } from "#app/domain/accounts/access-tokens/once.server.ts";
import { type Bearer, findBearer } from "#app/domain/accounts/access-tokens/queries.server.ts";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { canonicalJson } from "#app/platform/canonical.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { answering, apiRequest, count, jsonText, readJson } from "#app/web/api.server.ts";
import { invalidInput, Problem } from "#app/web/problem.server.ts";

/** The header by which a write that is sent again is known. */
export const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,100}$/)
  .meta({
    description: "names this write: sent again with the same body it is answered alike and nothing is done twice",
  });

type Written<Schema extends z.ZodType> = {
  scope: TokenScope;
  body: Schema;
  /** Throws for whoever may not write at all, whatever they send; `sent` is what could be read, or null. */
  first: (actor: Actor, sent: unknown) => Promise<void>;
  write: (input: z.output<Schema>, by: { actor: Actor; once: Once }) => Promise<unknown>;
};

/**
 * A write of a program for the person whose token it carries: 401 without a token in force, 403 beyond its scope, 400
 * without an Idempotency-Key, 422 with the places where the body does not fit. Never open to other origins, never kept.
 */
export function tokenAction<Schema extends z.ZodType>({ scope, body, first, write }: Written<Schema>) {
  return (args: ActionFunctionArgs): Promise<Response> =>
    answering(args, async () => {
      const { request } = args;
      if (request.method !== "POST") throw new Problem(405);
      await count("api-write", apiRequest(args));
      const { actor, scopes } = await bearerOf(request);
      const sent = await readJson(request).then(
        (value) => ({ value, unreadable: null }),
        (unreadable: unknown) => ({ value: null, unreadable }),
      );
      await first(actor, sent.value);
      if (!scopes.includes(scope))
        throw new Problem(403, { code: "SCOPE_MISSING", detail: `The token lacks ${scope}.` });
      if (sent.unreadable) throw sent.unreadable;
      const key = idempotencyKey.safeParse(request.headers.get("Idempotency-Key") ?? "");
      if (!key.success)
        throw new Problem(400, {
          code: "IDEMPOTENCY_KEY_MISSING",
          detail: "Send an Idempotency-Key of 8 to 100 signs.",
        });
      const parsed = body.safeParse(sent.value);
      if (!parsed.success) throw invalidInput(parsed.error);
      const requestSha256 = sha256(`${new URL(request.url).pathname}\n${canonicalJson(sent.value)}`);
      const answer = await write(parsed.data, { actor, once: { key: key.data, requestSha256 } });
      return new Response(jsonText(answer), {
        headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
      });
    });
}

async function bearerOf(request: Request): Promise<Bearer> {
  const [, secret] = /^Bearer ([\w-]{1,200})$/i.exec(request.headers.get("Authorization") ?? "") ?? [];
  const bearer = await findBearer(secret);
  if (!bearer)
    throw new Problem(401, { code: "TOKEN_MISSING", detail: "Send Authorization: Bearer and a token in force." });
  return bearer;
}
