import { json } from "@remix-run/node";
import type { FormState } from "#app/platform/form-state.ts";
import { log } from "#app/platform/log.server.ts";

// PostgreSQL classes: connection (08), insufficient resources (53), a lock that did not come free (55P03), operator
// intervention (57); and what sockets say.
const OUTAGE =
  /ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|Connection terminated|timeout exceeded when trying to connect|P1001|P1002|P1008|P1017|P2024|\b(08\d{3}|53\d{3}|55P03|57P0\d)\b/;

/**
 * The answer to a bug or an outage: logged once with the request's id, shown as a calm page that keeps what was typed.
 * 503 with Retry-After when the database is away, else 500.
 */
export function outageOf(error: unknown, requestId: string, typed: FormState["values"]): Response {
  const status = logOutage(error, requestId);
  const headers: HeadersInit = status === 503 ? { "Retry-After": "30" } : {};
  return json({ kind: "outage", requestId, typed }, { status, headers });
}

/** Logs a bug or an outage once and answers its status: 503 when the database is away, else 500. */
export function logOutage(error: unknown, requestId: string): 500 | 503 {
  const away = OUTAGE.test(describe(error));
  log.error({ requestId, err: error, away }, away ? "the database is away" : "a request failed");
  return away ? 503 : 500;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return `${code} ${error.message} ${error.cause ? describe(error.cause) : ""}`;
}
