import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { preferredLanguage } from "#app/web/language.server.ts";

/** `/` leads to the home page in the reader's language. */
export function loader({ request }: LoaderFunctionArgs) {
  const lang = preferredLanguage(request.headers.get("Accept-Language"));
  return redirect(`/${lang}`, { headers: { Vary: "Accept-Language", "Cache-Control": "public, max-age=300" } });
}
