import i18next, { type i18n } from "i18next";
import { formatter } from "#app/platform/languages/format.ts";
import type { MessageBundle, MessageKey, MessageTree } from "#app/platform/languages/keys.ts";
import type { Language } from "#app/platform/languages/languages.ts";

/** Numbers are printed with the grouping of the language; give a year or a code as a string. `count` picks the plural. */
export type MessageParams = Record<string, string | number>;

export type Translate = {
  (key: MessageKey, params?: MessageParams): string;
  /** Whether a key put together at run time (`refusals:{code}`) has a sentence. */
  has(key: string): key is MessageKey;
};

const MISSING = "\u0000";

const built = new WeakMap<MessageBundle, Map<Language, Translate>>();

/**
 * The translator of one language over the given sentences. The same bundle gives the same translator.
 * A missing key or parameter throws outside production, and shows the key in production.
 */
export function translatorFrom(lang: Language, messages: MessageBundle): Translate {
  const known = built.get(messages)?.get(lang);
  if (known) return known;
  const instance = createInstance(lang, messages);
  const { number } = formatter(lang);
  // A page asks for the same few hundred sentences every time; only a count chooses between several.
  const found = new Map<string, string>();
  function sentenceOf(key: MessageKey, count: number | null): string {
    if (count !== null) return instance.t(key, { count, skipInterpolation: true });
    const sentence = found.get(key) ?? instance.t(key, { skipInterpolation: true });
    if (sentence !== MISSING) found.set(key, sentence);
    return sentence;
  }
  function translate(key: MessageKey, params: MessageParams = {}): string {
    const count = params["count"];
    const sentence = sentenceOf(key, typeof count === "number" ? count : null);
    if (sentence === MISSING) return complain(key, `No sentence for "${key}" in ${lang}`);
    return sentence.includes("{{") ? fill(sentence, params, number) : sentence;
  }
  const translator = Object.assign(translate, {
    has: (key: string): key is MessageKey => instance.exists(key, { count: 1 }),
  });
  const byLanguage = built.get(messages) ?? new Map<Language, Translate>();
  built.set(messages, byLanguage.set(lang, translator));
  return translator;
}

function createInstance(lang: Language, messages: MessageBundle): i18n {
  const instance = i18next.createInstance({
    lng: lang,
    fallbackLng: false,
    ns: Object.keys(messages),
    defaultNS: false,
    resources: { [lang]: lang === "fr" ? mapValues(messages, asFrench) : messages },
    initAsync: false,
    parseMissingKeyHandler: () => MISSING,
  });
  void instance.init();
  return instance;
}

/** What people typed goes in as it is: nothing in it is read as a placeholder or a reference. */
function fill(sentence: string, params: MessageParams, number: (value: number) => string): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_placeholder, name: string) => {
    const value = params[name];
    if (value === undefined) return complain("", `No value for "${name}" in "${sentence}"`);
    return typeof value === "number" ? number(value) : value;
  });
}

/**
 * French counts whole millions as "many"; beside digits its words are those of "other". Its double punctuation and its
 * quotation marks stand off by a space at which no line breaks.
 */
function asFrench(tree: MessageTree | undefined): MessageTree {
  const result: MessageTree = {};
  for (const [key, value] of Object.entries(tree ?? {})) {
    result[key] = typeof value === "string" ? bound(value) : asFrench(value);
    if (key.endsWith("_other")) result[key.replace(/_other$/, "_many")] ??= result[key];
  }
  return result;
}

function bound(sentence: string): string {
  return sentence.replaceAll(/ (?=[;:!?»])/g, "\u00a0").replaceAll("« ", "«\u00a0");
}

function mapValues(messages: MessageBundle, map: (tree: MessageTree | undefined) => MessageTree) {
  return Object.fromEntries(Object.entries(messages).map(([name, tree]) => [name, map(tree)]));
}

function complain(shownInProduction: string, message: string): string {
  const strict = typeof process !== "undefined" && process.env["NODE_ENV"] !== "production";
  if (strict) throw new Error(message);
  return shownInProduction;
}
