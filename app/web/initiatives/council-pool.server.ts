import type { Actor } from "#app/domain/accounts/actor.ts";
import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { MOST_EVALUATORS } from "#app/domain/initiatives/council/council.schema.ts";
import { SEATS_PARAMETER } from "#app/domain/initiatives/council/council.ts";
import { listPool } from "#app/domain/initiatives/council/pool/queries.server.ts";
import { isUuid } from "#app/platform/typed.ts";
import type { PageRequest } from "#app/web/guard.server.ts";
import type { openCase } from "#app/web/initiatives/desk-case.server.ts";

/** The pool as its page asks for it: searched by `q`, by `match` those who fit, and what was ticked on an earlier page. */
export async function openPool(page: PageRequest<Actor>, opened: Awaited<ReturnType<typeof openCase>>) {
  const { file, catalogue, today } = opened;
  const { searchParams } = page.url;
  const name = (searchParams.get("q") ?? "").replaceAll("\0", "").slice(0, 100).trim();
  const matchingOnly = searchParams.get("match") === "1";
  const { fordCode = null, productCodes = [] } = file.content ?? {};
  const found = await listPool({
    ...{ code: file.code, fordCode, productCodes, name, matchingOnly },
    chairId: page.actor.personId,
    seatedIds: file.seats.filter((seat) => seat.isOpen).map((seat) => seat.personId),
    after: searchParams.get("after"),
    picked: [...new Set(searchParams.getAll("evaluatorIds"))].filter(isUuid).slice(0, MOST_EVALUATORS),
  });
  const products = Object.fromEntries(
    catalogue.products.filter(({ code }) => productCodes.includes(code)).map((one) => [one.code, one.names[page.lang]]),
  );
  const least = Number(await parameterOn(SEATS_PARAMETER[file.facts.track], today));
  return { ...found, name, matchingOnly, products, least };
}
