import { redirect } from "@remix-run/node";
import { chooseBySecret, findSubscriber } from "#app/domain/notices/digest/unsubscribe.server.ts";
import { notFound, publicAction, publicLoader } from "#app/web/guard.server.ts";

/** A person who follows the address that mail programs post to sees the page with the button; nothing changes by that. */
export const loader = publicLoader(async ({ params }) => {
  const subscriber = await findSubscriber(params["token"]);
  if (!subscriber) throw notFound();
  throw redirect(`/${subscriber.language}/unsubscribe/${params["token"]}`);
});

/**
 * The one click of a mail program (RFC 8058): it is no browser of ours, carries no cookie and may come from anywhere;
 * the secret in the address is all it needs, and ending the digest all it can do.
 */
export const action = publicAction(async ({ params }) => {
  const outcome = await chooseBySecret(params["token"], "NEVER");
  if (!outcome.ok) throw notFound();
  return new Response("OK\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
});
