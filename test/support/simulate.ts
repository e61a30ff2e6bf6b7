import * as route from "#app/routes/api/simulations.ts";
import { simulations } from "#app/web/api/simulations.ts";
import { expectDeclared, post } from "#test/support/api-call.ts";

/** Asks for a calculation as a program would; an answer is what the description declares, whole. */
export async function simulate(kind: string, sent: unknown): Promise<{ status: number; body: unknown }> {
  const { response, body } = await post(route, `/simulations/${kind}`, sent, { params: { kind } });
  const operation = simulations.find((it) => it.path === `/simulations/${kind}`);
  if (response.status === 200 && operation) expectDeclared(operation, body);
  return { status: response.status, body };
}

/** The dotted places of what was refused. */
export function pathsOf(body: unknown): unknown[] {
  if (typeof body !== "object" || body === null || !("errors" in body) || !Array.isArray(body.errors)) return [];
  return body.errors.map((error: { path: string }) => error.path);
}
