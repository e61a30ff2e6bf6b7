import type { Actor } from "#app/domain/accounts/actor.ts";

/** What a loader is called with when this person opens that address. */
export function pageArgs(path: string, actor: Actor | null, params: Record<string, string> = {}) {
  return {
    request: new Request(`https://ba-nha.example${path}`),
    params: { lang: path.slice(1, 3), ...params },
    context: { requestId: "r", clientAddress: "", nonce: "", actor: Promise.resolve(actor) },
  };
}

/** What an action is called with when this person sends a form to that address. */
export function formArgs(
  path: string,
  actor: Actor | null,
  fields: Record<string, string | readonly string[]>,
  params: Record<string, string> = {},
) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
  const request = new Request(`https://ba-nha.example${path}`, { method: "POST", body });
  return { ...pageArgs(path, actor, params), request };
}

/** The status that a loader or an action answers with, whether it returns, throws, or gives data. */
export async function statusOf(work: () => Promise<unknown>): Promise<number> {
  const answer = await work().catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  return answer instanceof Response ? answer.status : 200;
}
