import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { preferredLanguage } from "#app/web/language.server.ts";

/** `/` leads to the home page in the reader's language, `/dev/mail` to the mails of a trial portal. */
export function loader({ request }: LoaderFunctionArgs) {
  const lang = preferredLanguage(request.headers.get("Accept-Language"));
  const page = new URL(request.url).pathname.startsWith("/dev/mail") ? "/dev/mail" : "";
  return redirect(`/${lang}${page}`, { headers: { Vary: "Accept-Language", "Cache-Control": "public, max-age=300" } });
}
