import type { LoaderFunctionArgs } from "@remix-run/node";
import { readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { readFrame } from "#app/domain/notices/frame.server.ts";
import { subjectAt } from "#app/domain/notices/subject.ts";
import { log } from "#app/platform/log.server.ts";
import { isDemonstration } from "#app/platform/settings.server.ts";

/** What header and footer of every page need. Without a database they are drawn without what it would tell. */
export async function rootLoader({ request, context }: LoaderFunctionArgs) {
  const { origin, pathname } = new URL(request.url);
  try {
    context.actor ??= readActor(request);
    const actor = await context.actor;
    const [frame, demo] = await Promise.all([
      readFrame(actor?.personId ?? null, actor && subjectAt(pathname)),
      isDemonstration(),
    ]);
    const { newest, unread, follows } = frame;
    const person = actor && { name: actor.name ?? actor.email, unread, follows };
    return { origin, person, newest, demo, madeAt: new Date().toISOString() };
  } catch (error) {
    log.error({ requestId: context.requestId, err: error }, "the frame is drawn without the database");
    return { origin, person: null, newest: null, demo: false, madeAt: new Date().toISOString() };
  }
}
