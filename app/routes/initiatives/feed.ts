import { Feed } from "feed";
import { listDecided } from "#app/domain/initiatives/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import { LANGUAGES } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const NEWEST = 50;

function portalUrl(path: string): string {
  return environment().baseUrl + path;
}

/** The newest decisions on initiatives as an Atom feed, in the language of the address. */
export const loader = publicLoader(async ({ lang, t }) => {
  const items = await listDecided(NEWEST);
  const updated = items[0]?.decidedOn ? new Date(`${items[0].decidedOn}T00:00:00Z`) : new Date(0);
  const feed = new Feed({
    id: portalUrl(`/${lang}/initiatives`),
    link: portalUrl(`/${lang}/initiatives`),
    title: `${t("frame:name")}: ${t("initiatives:list.title")}`,
    description: t("initiatives:list.lede"),
    language: lang,
    copyright: "CC BY 4.0",
    updated,
    feedLinks: Object.fromEntries(LANGUAGES.map((one) => [one, portalUrl(`/${one}/initiatives.atom`)])),
  });
  for (const item of items) {
    const link = portalUrl(`/${lang}/initiatives/${item.code}`);
    const state = t(item.state === "REJECTED" ? "initiatives:state.REJECTED" : "initiatives:state.ACCEPTED");
    feed.addItem({
      id: link,
      link,
      title: `${state}: ${item.title ? (pickText(item.title, lang)?.text ?? item.code) : item.code}`,
      description: item.abstract ? (pickText(item.abstract, lang)?.text ?? "") : "",
      date: new Date(`${item.decidedOn ?? item.submittedOn}T00:00:00Z`),
    });
  }
  return new Response(feed.atom1(), {
    headers: { "Content-Type": "application/atom+xml; charset=utf-8", "Cache-Control": "public, max-age=300" },
  });
});
