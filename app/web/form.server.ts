import {
  type FileUpload,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  parseFormData,
} from "@remix-run/form-data-parser";
import type { z } from "zod";
import type { FormState } from "#app/platform/form-state.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import type { MessageParams } from "#app/platform/languages/translate.ts";
import { namedIn, type Refusal, type RefusalParams } from "#app/platform/outcome.ts";
import { unpack } from "#app/platform/typed.ts";

const MAX_BODY_BYTES = 1_000_000;
const NAME = /^([A-Za-z][\w-]{0,60})(?:\[(\d{1,3})\](?:\.([A-Za-z][\w-]{0,60}))?)?$/;

/** The body could not be read as a form at all. */
export class UnreadableForm extends Error {
  readonly status: 400 | 413;
  constructor(status: 400 | 413) {
    super("unreadable form");
    this.status = status;
  }
}

/** What becomes of the files of a form: each goes to `store`, whose answer takes its place in the form. */
export type FileSink = { maxBytes: number; maxFiles: number; store: (file: FileUpload) => Promise<string | null> };

/** Reads a form body of at most 1 MB of text and the files that `sink` takes. Throws UnreadableForm. */
export async function readForm(request: Request, sink?: FileSink): Promise<FormData> {
  const { maxBytes = 1, maxFiles = 20 } = sink ?? {};
  const limits = {
    maxFiles,
    maxFileSize: maxBytes,
    maxParts: 1_000,
    maxTotalSize: MAX_BODY_BYTES + (sink ? maxBytes * maxFiles : 0),
  };
  try {
    return await parseFormData(request, limits, async (file) => (sink && file.name !== "" ? sink.store(file) : null));
  } catch (error) {
    const tooLarge = error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError;
    throw new UnreadableForm(tooLarge ? 413 : 400);
  }
}

/** A form without errors: what a page shows before anybody typed. */
export function blankForm(values: FormState["values"] = {}): FormState {
  return { values, errors: {} };
}

/** Everything typed, by field name, ready to be shown again. Passwords are left out. */
export function typedValues(form: FormData): FormState["values"] {
  const values: FormState["values"] = {};
  for (const name of new Set(form.keys())) {
    if (/password/i.test(name) || !NAME.test(name)) continue;
    const texts = form.getAll(name).filter((value) => typeof value === "string");
    const [first, ...rest] = texts;
    if (first !== undefined) values[name] = rest.length > 0 ? texts : first;
  }
  return values;
}

type Parsed<Value> = { ok: true; value: Value; form: FormState } | { ok: false; form: FormState };

/** Reads a form with a schema. `a[0].b` is a list of objects. Errors come back in the given language, at their fields. */
export function parseForm<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  lang: Language,
): Parsed<z.output<Schema>> {
  const state = blankForm(typedValues(form));
  const parsed = schema.safeParse(nest(form));
  if (parsed.success) return { ok: true, value: parsed.data, form: state };
  const t = translator(lang);
  for (const issue of parsed.error.issues) {
    const at = fieldName(issue.path);
    const said = unpack(issue.message);
    const sentence = said && t.has(said.key) ? t(said.key, said.params) : t("errors:invalid");
    state.errors[at] = [...(state.errors[at] ?? []), sentence];
  }
  return { ok: false, form: state };
}

/** Puts a refusal's sentence into the form, at its field if it names one. */
export function withRefusal(form: FormState, refusal: Refusal, lang: Language): FormState {
  const at = refusal.field ?? "";
  return { ...form, errors: { ...form.errors, [at]: [...(form.errors[at] ?? []), refusalSentence(refusal, lang)] } };
}

/** The sentence of a refusal, `refusals:{code}`. */
export function refusalSentence(refusal: Refusal, lang: Language): string {
  const t = translator(lang);
  const key = `refusals:${refusal.code}`;
  return t.has(key) ? t(key, inWords(refusal.params ?? {}, lang)) : t("refusals:UNKNOWN");
}

/** Days that a sentence names are told as people write them, bodies by their name in its language. */
function inWords(params: RefusalParams, lang: Language): MessageParams {
  const { date } = formatter(lang);
  return Object.fromEntries(
    Object.entries(namedIn(params, lang)).map(([name, value]) => {
      const isDay = typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
      return [name, isDay ? date(value) : value];
    }),
  );
}

function nest(form: FormData): Record<string, unknown> {
  const nested = new Map<string, unknown>();
  const lists = new Map<string, Map<number, Record<string, unknown>>>();
  for (const key of new Set(form.keys())) {
    const [, name, index, property] = NAME.exec(key) ?? [];
    if (name === undefined) continue;
    const all = form.getAll(key);
    const value = all.length > 1 ? all : all[0];
    if (index === undefined) nested.set(name, value);
    else if (property !== undefined) {
      const list = lists.get(name) ?? new Map<number, Record<string, unknown>>();
      lists.set(name, list.set(Number(index), { ...list.get(Number(index)), [property]: value }));
    }
  }
  for (const [name, list] of lists) {
    const last = Math.max(...list.keys());
    nested.set(
      name,
      Array.from({ length: last + 1 }, (_, index) => list.get(index) ?? {}),
    );
  }
  return Object.fromEntries(nested);
}

function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === "number") return `${name}[${part}]`;
    return name === "" ? String(part) : `${name}.${String(part)}`;
  }, "");
}
