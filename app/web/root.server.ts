import type { LoaderFunctionArgs } from "@remix-run/node";
import { readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { newestEntry } from "#app/domain/record/queries.server.ts";
import { log } from "#app/platform/log.server.ts";
import { isDemonstration } from "#app/platform/settings.server.ts";

/** What header and footer of every page need. Without a database they are drawn without what it would tell. */
export async function rootLoader({ request, context }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url);
  try {
    context.actor ??= readActor(request);
    const [actor, newest, demo] = await Promise.all([context.actor, newestEntry(), isDemonstration()]);
    const person = actor && { name: actor.name ?? actor.email };
    return { origin, person, newest, demo, madeAt: new Date().toISOString() };
  } catch (error) {
    log.error({ requestId: context.requestId, err: error }, "the frame is drawn without the database");
    return { origin, person: null, newest: null, demo: false, madeAt: new Date().toISOString() };
  }
}
