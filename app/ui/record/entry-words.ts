import type { Translate } from "#app/platform/languages/translate.ts";

type Entry = { kind: string; subjectType: string; subjectCode: string; organisation: string | null; post: string };

/** What an entry says happened; `initiative.under-evaluation` is a path in the sentences. An unknown kind shows its code. */
export function entryKind(t: Translate, kind: string): string {
  const key = `record:kind.${kind}`;
  return t.has(key) ? t(key) : kind;
}

/** Kind and code of what the entry is about; a role's number says nothing to people. */
export function entrySubject(t: Translate, entry: Entry): { name: string; code: string | null } {
  const key = `obligations:subject.${entry.subjectType}`;
  const name = t.has(key) ? t(key) : entry.subjectType;
  return { name, code: /^[A-Z]{2}-[\dA-Z]/.test(entry.subjectCode) ? entry.subjectCode : null };
}

/** A post in words: a role's code, or what a profile calls it. */
export function postName(t: Translate, post: string): string {
  const key = `record:post.${post}`;
  return /^[A-Z_]+$/.test(post) && t.has(key) ? t(key) : post;
}

/** The same at the beginning of a sentence. */
export function postWord(t: Translate, post: string): string {
  const word = postName(t, post);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** The body and the post that acted; never a person. */
export function entryWho(t: Translate, entry: Entry): string {
  return entry.organisation ? `${entry.organisation} · ${postName(t, entry.post)}` : postWord(t, entry.post);
}
