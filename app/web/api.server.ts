import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import { take } from "#app/platform/limits/limits.server.ts";
import { addressBucket, type LimitName } from "#app/platform/limits/limits.ts";
import { repeatedName } from "#app/web/http/repeated-name.ts";
import { etagOf, tagged } from "#app/web/http/tagged.server.ts";
import { logOutage } from "#app/web/outage.server.ts";
import { invalidAt, invalidInput, Problem, problemBody } from "#app/web/problem.server.ts";
import { answersKept } from "#prisma/kept.server.ts";

/** What an API handler gets. Nobody is signed in: reads and calculations are anonymous and show public fields alone. */
export type ApiRequest = {
  request: Request;
  url: URL;
  params: Record<string, string | undefined>;
  clientAddress: string;
};

export type ApiRead = {
  /** how long anybody may keep the answer; 30 s unless said otherwise */
  maxAgeSeconds?: number | ((api: ApiRequest) => number);
  /** the answer follows from the address alone and is dear: it is made once a second at most */
  kept?: boolean;
};

const MAX_BODY_BYTES = 1_000_000;

/**
 * An anonymous read (docs/api.md): JSON with ETag, Cache-Control and CORS for any origin, 304 where nothing changed,
 * `application/problem+json` for a thrown Problem. `bigint` goes out as decimal text, a Date as RFC 3339.
 */
export function apiLoader(handler: (api: ApiRequest) => Promise<unknown>, { maxAgeSeconds = 30, kept }: ApiRead = {}) {
  const maxAge = typeof maxAgeSeconds === "number" ? () => maxAgeSeconds : maxAgeSeconds;
  const keep = kept ? answersKept<{ body: string; etag: string }>() : null;
  const make = async (api: ApiRequest) => {
    const body = jsonText(await handler(api));
    return { body, etag: etagOf(body) };
  };
  return (args: LoaderFunctionArgs): Promise<Response> =>
    answering(args, async () => {
      if (args.request.method === "OPTIONS") return preflight();
      const api = apiRequest(args);
      const { body, etag } = await (keep ? keep(api.url.href, () => make(api)) : make(api));
      const headers = {
        ...OPEN,
        "Cache-Control": `public, max-age=${maxAge(api)}`,
        "Content-Type": "application/json; charset=utf-8",
      };
      return tagged(args.request, etag, headers, () => body);
    });
}

export type ApiWrite = {
  /** counted by the sender's address; beyond it 429 says when to come back */
  limit?: LimitName;
};

/** A calculation or a write: the JSON body goes through `schema` (422 with the places), the answer is never kept. */
export function apiAction<Schema extends z.ZodType>(
  schema: Schema | ((api: ApiRequest) => Schema),
  handler: (input: z.output<Schema>, api: ApiRequest) => Promise<unknown>,
  { limit }: ApiWrite = {},
) {
  return (args: ActionFunctionArgs): Promise<Response> =>
    answering(args, async () => {
      if (args.request.method !== "POST") throw new Problem(405);
      const api = apiRequest(args);
      if (limit) await count(limit, api);
      const parsed = (typeof schema === "function" ? schema(api) : schema).safeParse(await readJson(args.request));
      if (!parsed.success) throw invalidInput(parsed.error);
      const answer = await handler(parsed.data, api);
      if (answer instanceof Response) return answer;
      return new Response(jsonText(answer), {
        headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
      });
    });
}

/** The action of a route that can only be read, the loader of one that can only be sent to: 405 that says so. */
export function onlyBy(method: "GET" | "POST") {
  return (args: ActionFunctionArgs | LoaderFunctionArgs): Promise<Response> =>
    answering(args, async () => {
      const refused = problemResponse(new Problem(405), args);
      refused.headers.set("Allow", method === "GET" ? "GET, HEAD, OPTIONS" : "POST");
      return refused;
    });
}

/** Reads the query with a schema; a key given several times is a list. Throws the 422 with the places. */
export function parseQuery<Schema extends z.ZodType>(url: URL, schema: Schema): z.output<Schema> {
  const keys = [...new Set(url.searchParams.keys())];
  const given = Object.fromEntries(
    keys.map((key) => {
      const all = url.searchParams.getAll(key);
      return [key, all.length > 1 ? all : all[0]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

const OPEN = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };

function preflight(): Response {
  const headers = {
    ...OPEN,
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
  };
  return new Response(null, { status: 204, headers });
}

/** Counts one act of the sender's address; throws the 429 that says when to come back. */
export async function count(limit: LimitName, { clientAddress }: ApiRequest): Promise<void> {
  const taken = await take(limit, addressBucket(clientAddress));
  if (!taken.ok) throw new Problem(429, { code: "TOO_MANY_REQUESTS", retryAfter: taken.retryAfterS });
}

export function apiRequest(args: LoaderFunctionArgs | ActionFunctionArgs): ApiRequest {
  const { request, params, context } = args;
  return { request, url: new URL(request.url), params, clientAddress: context.clientAddress };
}

/** Runs a handler: a thrown Problem, and what else goes wrong, becomes the body of an answer. */
export async function answering(
  args: LoaderFunctionArgs | ActionFunctionArgs,
  work: () => Promise<Response>,
): Promise<Response> {
  const { requestId } = args.context;
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) return error;
    if (error instanceof Problem) return problemResponse(error, args);
    const away = logOutage(error, requestId) === 503;
    return problemResponse(away ? new Problem(503, { retryAfter: 30 }) : new Problem(500), args);
  }
}

function problemResponse(problem: Problem, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): Response {
  const { retryAfter } = problem.options;
  return new Response(jsonText(problemBody(problem, context.requestId)), {
    status: problem.status,
    headers: {
      // Reads are open to any origin, and so are their problems; nothing else is.
      ...(request.method === "POST" ? {} : OPEN),
      "Content-Type": "application/problem+json; charset=utf-8",
      "Cache-Control": "no-store",
      ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
      ...(problem.status === 401 ? { "WWW-Authenticate": "Bearer" } : {}),
    },
  });
}

/** The JSON of a body; throws the 400, 413, 415 or 422 of one that cannot be read. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type") ?? "";
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new Problem(415, { detail: "Send application/json." });
  if (Number(request.headers.get("Content-Length") ?? 0) > MAX_BODY_BYTES) throw new Problem(413);
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > MAX_BODY_BYTES) throw new Problem(413);
  const { text, value } = parseJson(bytes);
  // JSON.parse rounds what a double cannot hold: 0.99999999999999999 would pass for 1.
  if (/\d[.eE]/.test(text.replace(STRINGS, '""'))) {
    throw invalidAt("", "NUMBER_NOT_WHOLE", "Numbers are whole and written without point or exponent.");
  }
  const repeated = repeatedName(text);
  if (repeated?.code === "RESERVED_FIELD")
    throw invalidAt(repeated.path, "unrecognized_keys", "There is no such field.");
  if (repeated) throw invalidAt(repeated.path, repeated.code, "An object names this field twice.");
  return value;
}

const STRINGS = /"(?:[^"\\]|\\.)*"/g;

function parseJson(bytes: ArrayBuffer): { text: string; value: unknown } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, value: JSON.parse(text) };
  } catch {
    throw new Problem(400, { code: "NOT_JSON", detail: "The body is not JSON in UTF-8." });
  }
}

export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (typeof member === "bigint" ? member.toString() : member));
}
