import { Lucia, TimeSpan } from "lucia";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { adapter, type UserAttributes } from "#app/domain/accounts/sessions/adapter.server.ts";

let lucia: Lucia<Record<never, never>, UserAttributes> | undefined;

/**
 * Chooses the cookie for the portal's address: `__Host-` and Secure on https and on localhost, plain where the portal
 * is served over http on another host. The process start calls it once.
 */
export function chooseSessionCookie(baseUrl: string): void {
  const { protocol, hostname } = new URL(baseUrl);
  const secure = protocol === "https:" || hostname === "localhost";
  lucia = new Lucia(adapter, {
    sessionExpiresIn: new TimeSpan(12, "h"),
    sessionCookie: {
      name: secure ? "__Host-session" : "session",
      expires: true,
      attributes: { secure, sameSite: "lax" },
    },
    getUserAttributes: (attributes) => attributes,
  });
}

/** Who asks; null without a valid session. */
export async function readActor(request: Request): Promise<Actor | null> {
  const id = sessionId(request);
  if (id === null || id.length > 100) return null;
  const { user } = await instance().validateSession(id);
  if (!user) return null;
  const { id: personId, ...attributes } = user;
  return { personId, ...attributes };
}

/** Opens a session with a new id; the answer goes out as `Set-Cookie`. */
export async function openSession(personId: string): Promise<string> {
  const session = await instance().createSession(personId, {});
  return instance().createSessionCookie(session.id).serialize();
}

/** Ends the session of the request; the answer empties the cookie. Throws when the database cannot be reached. */
export async function closeSession(request: Request): Promise<string> {
  const id = sessionId(request);
  if (id !== null) await instance().invalidateSession(id);
  return instance().createBlankSessionCookie().serialize();
}

function sessionId(request: Request): string | null {
  return instance().readSessionCookie(request.headers.get("Cookie") ?? "");
}

function instance(): NonNullable<typeof lucia> {
  if (!lucia) throw new Error("The process start has not chosen the session cookie.");
  return lucia;
}
