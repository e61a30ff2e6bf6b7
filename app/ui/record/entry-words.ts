import type { Translate } from "#app/platform/languages/translate.ts";

type Entry = { kind: string; subjectType: string; subjectCode: string; organisation: string | null; post: string };

/** What an entry says happened; a kind without a sentence shows its code. */
export function entryKind(t: Translate, kind: string): string {
  const key = `record:kind.${kind}`;
  return t.has(key) ? t(key) : kind;
}

/** Kind and code of what the entry is about; bodies are known by their number, which says nothing to people. */
export function entrySubject(t: Translate, entry: Entry): string {
  const key = `obligations:subject.${entry.subjectType}`;
  const name = t.has(key) ? t(key) : entry.subjectType;
  return /^[A-Z]{2}-\d/.test(entry.subjectCode) ? `${name} ${entry.subjectCode}` : name;
}

/** The body and the post that acted; never a person. */
export function entryWho(t: Translate, entry: Entry): string {
  const key = `obligations:debtor.${entry.post}`;
  const post = t.has(key) ? t(key) : entry.post;
  return entry.organisation ? `${entry.organisation} · ${post}` : post;
}
