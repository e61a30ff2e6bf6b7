import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { messagesFor } from "#app/platform/languages/messages.server.ts";
import { log } from "#app/platform/log.server.ts";
import { HasErrorsContext, ServerPageContext } from "#app/ui/server-page.tsx";
import { hasErrors } from "#app/web/has-errors.ts";
import { contentPolicy } from "#app/web/http/headers.server.ts";

/** Draws a whole page at once: reading pages are complete before the first byte leaves, so errors still have a status. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Response {
  const page = { messagesFor, nonce: context.nonce };
  const markup = renderToString(
    <ServerPageContext.Provider value={page}>
      <HasErrorsContext.Provider value={hasErrors(remix.staticHandlerContext.actionData)}>
        <RemixServer context={remix} url={request.url} />
      </HasErrorsContext.Provider>
    </ServerPageContext.Provider>,
  );
  headers.set("Content-Type", "text/html; charset=utf-8");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "private, no-cache");
  const wait = retryAfter(remix);
  if (wait !== null) headers.set("Retry-After", wait);
  const html = `<!doctype html>${markup}`;
  if (isInteractive(remix)) {
    headers.set("Content-Security-Policy", contentPolicy(context.nonce));
    headers.set("Cache-Control", "private, no-store");
  } else if (status === 200 && !headers.has("Set-Cookie")) {
    context.keepPage?.(html);
  }
  return new Response(html, { status, headers });
}

/** Whatever no guard caught, once, with the request's id. An aborted request is no failure. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (!request.signal.aborted) log.error({ requestId: context.requestId, err: error }, "a request failed");
}

/** What a loader or an action said about trying again: Remix passes no header of theirs on by itself. */
function retryAfter({ staticHandlerContext }: EntryContext): string | null {
  const { actionHeaders, loaderHeaders } = staticHandlerContext;
  const said = [actionHeaders, loaderHeaders].flatMap((byRoute) => Object.values(byRoute ?? {}));
  return said.map((headers) => headers.get("Retry-After")).find((value) => value !== null) ?? null;
}

function isInteractive(remix: EntryContext): boolean {
  return remix.staticHandlerContext.matches.some(({ route }) => {
    const handle: unknown = remix.routeModules[route.id]?.handle;
    return typeof handle === "object" && handle !== null && "interactive" in handle && handle.interactive === true;
  });
}
