import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { Actor } from "#app/domain/accounts/actor.ts";
import type { FormState } from "#app/platform/form-state.ts";

/** What came back: the data of a page, the form of a refused action, or where it leads. */
export type PageAnswer = { status: number; location: string | null; data: unknown; form: FormState };

type Call = { as?: Actor | null; params?: Record<string, string> };

const ORIGIN = "https://ba-nha.example";

/** Reads a page as somebody; the language is the first part of its path. */
export function readPage(
  loader: (args: LoaderFunctionArgs) => Promise<unknown>,
  path: string,
  call: Call = {},
): Promise<PageAnswer> {
  return answered(() => loader(args(new Request(ORIGIN + path), path, call)));
}

/** Sends a form as a browser does; a list sends its name several times. */
export function sendForm(
  action: (args: ActionFunctionArgs) => Promise<unknown>,
  path: string,
  fields: Record<string, string | string[]>,
  call: Call = {},
): Promise<PageAnswer> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  return answered(() => action(args(new Request(ORIGIN + path, { method: "POST", body }), path, call)));
}

function args(request: Request, path: string, { as = null, params = {} }: Call): LoaderFunctionArgs {
  const context = { requestId: "r", clientAddress: "2001:db8::1", nonce: "", actor: Promise.resolve(as) };
  return { request, params: { lang: path.slice(1, 3), ...params }, context };
}

async function answered(work: () => Promise<unknown>): Promise<PageAnswer> {
  const answer = await work().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  const blank = { values: {}, errors: {} };
  if (!(answer instanceof Response)) return { status: 200, location: null, data: answer, form: blank };
  const text = await answer.text();
  const data = text === "" ? null : JSON.parse(text);
  return { status: answer.status, location: answer.headers.get("Location"), data, form: data?.form ?? blank };
}
