import type { Actor } from "#app/domain/accounts/actor.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { type FoundStatement, findStatement } from "#app/domain/partnerships/distributions/queries.server.ts";
import { entriesOf } from "#app/domain/record/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import { type PartyView, partiesView } from "../partnership-view.server.ts";

/** A statement with the names of its parties, its product and its entry of the public record. */
export type StatementView = FoundStatement & {
  parties: PartyView[];
  product: string;
  /** whose it is, as people call it */
  name: string;
  entry: { entryNo: number; hash: string } | null;
  /** of its page, without and with the portal's own address */
  here: string;
  address: string;
};

/** Finds the statement that an address names, for whoever may read it. */
export async function statementView(
  actor: Actor,
  params: Record<string, string | undefined>,
  lang: Language,
): Promise<StatementView | null> {
  const { code, product: productCode = "", run, whose } = params;
  const found = isCode("DA", code) ? await findStatement(actor, { code, productCode, run, whose }) : null;
  if (!found) return null;
  const [catalogue, entries] = await Promise.all([loadCatalogue(), entriesOf("PARTNERSHIP", found.code)]);
  const joined = found.members.filter((member) => member.joined);
  const here = `/${lang}/partnerships/${found.code}/agreements/${productCode}/distributions/${found.run.number}/statements/${whose}`;
  return {
    ...found,
    parties: partiesView(joined, joined.map(({ from }) => from).sort()[0] ?? ""),
    product: catalogue.products.find((one) => one.code === productCode)?.names[lang] ?? productCode,
    name: nameIn(found, lang),
    entry: entries.find((entry) => isLockingOf(entry, found)) ?? null,
    here,
    address: `${environment().baseUrl}${here}`,
  };
}

function nameIn({ inputs, members, whose }: FoundStatement, lang: Language): string {
  if (whose.kind === "AUTHOR")
    return (inputs.kind === "DISTRIBUTION" && inputs.authors[whose.place - 1]?.name) || String(whose.place);
  const member = members.find(({ position }) => position === whose.place);
  return (member && pickText(member.names, lang)?.text) ?? String(whose.place);
}

function isLockingOf(entry: { kind: string; payload: string }, { productCode, run }: FoundStatement): boolean {
  if (entry.kind !== "distribution.locked") return false;
  const said: { productCode?: string; number?: number } = JSON.parse(entry.payload);
  return said.productCode === productCode && said.number === run.number;
}
