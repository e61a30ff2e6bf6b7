import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { SearchHit } from "#app/ui/lists/search-hit.tsx";
import type { House } from "#app/ui/marks/house.tsx";
import { PartyBadge } from "#app/ui/marks/party-badge.tsx";

export type PartnershipHitProps = {
  code: string;
  form: string;
  state: string;
  title: Texts;
  description: Texts;
  /** names in the page's language */
  products: readonly string[];
  members: readonly { house: House; names: Texts }[];
};

const LONGEST_SNIPPET = 220;

/** One partnership in a list: what it is, who takes part, on which product. */
export function PartnershipHit(props: PartnershipHitProps) {
  const { lang, t } = useLanguage();
  const title = pickText(props.title, lang);
  const description = pickText(props.description, lang);
  return (
    <SearchHit
      tag={t(`partnerships:form.${known(props.form)}`)}
      code={props.code}
      href={`/${lang}/partnerships/${props.code}`}
      title={title?.text ?? props.code}
      titleLang={title?.lang}
      snippet={description ? shorten(description.text) : undefined}
      snippetLang={description?.lang}
    >
      {props.members.map((member) => (
        <PartyBadge key={nameOf(member.names, lang)} house={member.house} name={nameOf(member.names, lang)} />
      ))}
      {props.products.map((product) => (
        <span key={product}>{product}</span>
      ))}
    </SearchHit>
  );
}

type Form = "CONTRACT_CONSORTIUM" | "JV_COMPANY" | "PPP" | "PUBLIC_ASSET_ASSOCIATION" | "TASK_ORDER";

function known(form: string): Form {
  const forms: readonly Form[] = ["CONTRACT_CONSORTIUM", "JV_COMPANY", "PPP", "PUBLIC_ASSET_ASSOCIATION", "TASK_ORDER"];
  return forms.find((one) => one === form) ?? "CONTRACT_CONSORTIUM";
}

/** The name of an organisation in the page's language, else in Vietnamese. */
export function nameOf(names: Texts, lang: Language): string {
  return pickText(names, lang)?.text ?? "";
}

/** The first words of a text, cut between two of them. */
function shorten(text: string): string {
  if (text.length <= LONGEST_SNIPPET) return text;
  return `${text.slice(0, text.lastIndexOf(" ", LONGEST_SNIPPET))}…`;
}
