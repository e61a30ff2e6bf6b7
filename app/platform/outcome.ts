import type { Language } from "#app/platform/languages/languages.ts";
import { pickText, type Texts } from "#app/platform/languages/texts.ts";
import type { MessageParams } from "#app/platform/languages/translate.ts";

/** What a command that people can be refused returns: done with a value, or a refusal that a page can show. */
export type Outcome<Value, Code extends string = string> = Done<Value> | Refusal<Code>;

export type Done<Value> = { ok: true; value: Value };

/** What fills the sentence of a refusal: figures, days, words, and names that the page says in its own language. */
export type RefusalParams = Record<string, string | number | Texts>;

/** `code` names the rule; `field` is the form field it stands at; `params` fill the sentence `refusals:{code}`. */
export type Refusal<Code extends string = string> = {
  ok: false;
  code: Code;
  field?: string;
  params?: RefusalParams;
};

export function done<Value>(value: Value): Done<Value> {
  return { ok: true, value };
}

export function refuse<Code extends string>(
  code: Code,
  at: { field?: string; params?: RefusalParams } = {},
): Refusal<Code> {
  return { ok: false, code, ...at };
}

/** What fills a sentence in one language, each name in that language. */
export function namedIn(params: RefusalParams, lang: Language): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === "object" ? (pickText(value, lang)?.text ?? "") : value,
    ]),
  );
}
