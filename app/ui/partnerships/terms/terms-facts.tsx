import type { AgreementTerms } from "#app/domain/partnerships/terms/terms.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { termsWords } from "#app/ui/partnerships/terms/terms-words.ts";

/** The terms of an agreement in words. `names` by the places of the parties. */
export function TermsFacts(props: { terms: AgreementTerms; names: Readonly<Record<number, string>> }) {
  return <Facts facts={termsWords(props.terms, props.names, useLanguage())} />;
}
