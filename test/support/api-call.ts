import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { expect } from "vitest";
import type { Operation } from "#app/web/api/operation.ts";

type Route = {
  loader: (args: LoaderFunctionArgs) => Promise<Response>;
  action: (args: ActionFunctionArgs) => Promise<Response>;
};

let calls = 0;

/** Asks a route of the API as HTTP would, from an address of its own unless `from` names one. */
export async function get(
  route: Pick<Route, "loader">,
  address: string,
  options: { params?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<{ response: Response; body: unknown }> {
  const request = new Request(`https://ba-nha.example/api/v1${address}`, { headers: options.headers ?? {} });
  const response = await route.loader(args(request, options.params));
  return { response, body: await bodyOf(response) };
}

/** Sends JSON, or a text as it is. */
export async function post(
  route: Pick<Route, "action">,
  address: string,
  sent: unknown,
  options: { params?: Record<string, string>; from?: string } = {},
): Promise<{ response: Response; body: unknown }> {
  const request = new Request(`https://ba-nha.example/api/v1${address}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: typeof sent === "string" ? sent : JSON.stringify(sent),
  });
  const response = await route.action(args(request, options.params, options.from));
  return { response, body: await bodyOf(response) };
}

/** The answer is what the operation declares, whole: nothing is missing and nothing is there that it does not name. */
export function expectDeclared(operation: Operation, body: unknown): void {
  expect(operation.answer.parse(body)).toEqual(body);
}

function args(request: Request, params: Record<string, string> = {}, from?: string): LoaderFunctionArgs {
  calls += 1;
  return { request, params, context: { requestId: "r-1", clientAddress: from ?? `2001:db8:${calls}::1`, nonce: "" } };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === "" ? null : JSON.parse(text);
}
