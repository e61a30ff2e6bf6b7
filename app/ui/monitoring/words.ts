import type { Translate } from "#app/platform/languages/translate.ts";

/** A post of the Front as people read it: a role's words, or what a profile calls it. */
export function postWord(t: Translate, post: string): string {
  const key = `record:post.${post}`;
  const word = /^[A-Z_]+$/.test(post) && t.has(key) ? t(key) : post;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Why a try was refused. */
export function reasonWord(t: Translate, reason: string): string {
  const key = `monitoring:reason.${reason}`;
  return t.has(key) ? t(key) : reason;
}
