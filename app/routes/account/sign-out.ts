import { redirect } from "@remix-run/node";
import { closeSession } from "#app/domain/accounts/sessions/sessions.server.ts";
import { publicAction, publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ lang }) => {
  throw redirect(`/${lang}/me`);
});

/** Where the session cannot be ended, the answer is an error: nobody is told that they are signed out while they are not. */
export const action = publicAction(async ({ request, lang }) => {
  const cookie = await closeSession(request);
  return redirect(`/${lang}/sign-in?out`, {
    headers: { "Set-Cookie": cookie, "Clear-Site-Data": '"storage"', "Cache-Control": "no-store" },
  });
});
