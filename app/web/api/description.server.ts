import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from "zod-openapi";
import type { Operation } from "#app/web/api/operation.ts";
import { OPERATIONS } from "#app/web/api/operations.ts";
import { idempotencyKey } from "#app/web/api/writes/token.server.ts";

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.string().optional().meta({ description: "names the refusal" }),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: "Problem", description: "RFC 9457" });

const DESCRIPTION = `Public data and calculations of Ba Nhà, without an account; writes take a personal access token. Money is a decimal string of đồng, shares are
whole parts per million, days are YYYY-MM-DD in Vietnam, instants RFC 3339 in UTC. Lists answer { items, next }: send
next as the cursor for the page that follows. Reads carry an ETag and are open to any origin.`;

let described: { origin: string; document: ReturnType<typeof createDocument> } | undefined;

/** The OpenAPI 3.1 description of the API at an origin, generated from the schemas that read and check. */
export function describeApi(origin: string): ReturnType<typeof createDocument> {
  if (described?.origin === origin) return described.document;
  const document = createDocument({
    openapi: "3.1.1",
    info: { title: "Ba Nhà", version: "1", description: DESCRIPTION.replaceAll("\n", " ") },
    servers: [{ url: `${origin}/api/v1` }],
    paths: pathsOf(OPERATIONS),
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  });
  described = { origin, document };
  return document;
}

function pathsOf(operations: readonly Operation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of operations) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  }
  return paths;
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { id, tag, summary, description, params, query, body, answer, scope } = operation;
  const asked = {
    ...(params ? { path: params } : {}),
    ...(query ? { query } : {}),
    ...(scope ? { header: z.object({ "Idempotency-Key": idempotencyKey }) } : {}),
  };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description ? { description } : {}),
    ...(Object.keys(asked).length > 0 ? { requestParams: asked } : {}),
    ...(scope ? { security: [{ token: [scope] }] } : {}),
    ...(body ? { requestBody: { required: true, content: { "application/json": { schema: body } } } } : {}),
    responses: {
      "200": { description: "the answer", content: { "application/json": { schema: answer } } },
      ...refusals(operation),
    },
  };
}

function refusals({ method, params, query, problems, scope }: Operation): ZodOpenApiOperationObject["responses"] {
  const told: Record<string, string | undefined> = {
    ...(method === "get" ? { "304": "nothing changed since the ETag sent" } : {}),
    ...(params ? { "404": "there is no such thing, or it is not public" } : {}),
    ...(scope ? { "401": "no token in force", "403": "the token, or its owner, may not" } : {}),
    ...(query || method === "post" ? { "422": "invalid input, place by place" } : {}),
    ...(method === "post" ? { "400": "no JSON", "413": "too large", "415": "not JSON by its type" } : {}),
    ...(method === "post" ? { "429": "too many requests: Retry-After says when to come back" } : {}),
    ...problems,
    "503": "away for a moment: Retry-After says when to come back",
  };
  return Object.fromEntries(
    Object.entries(told).map(([status, description = ""]) => [
      status,
      status === "304"
        ? { description }
        : { description, content: { "application/problem+json": { schema: problem } } },
    ]),
  );
}
