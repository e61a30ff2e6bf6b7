import { type PublicHand, type PublicObligation, subjectPath } from "#app/domain/obligations/board.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

/** What must be done, in words. */
export function dutyWords(t: Translate, kind: string): string {
  return worded(t, `obligations:kind.${kind}`) ?? kind;
}

type Hand = Pick<PublicHand, "names"> & { role: string | null };

/** Whose turn it is, in words: the body by its name in the page's language, else the role. */
export function handWords(t: Translate, lang: Language, { role, names }: Hand): string {
  const name = names && pickText(names, lang)?.text;
  return name ?? worded(t, `obligations:debtor.${role}`) ?? worded(t, `record:post.${role}`) ?? role ?? "";
}

/** Why a clock stands, in words. */
export function pauseWords(t: Translate, reason: string): string {
  return worded(t, `obligations:pause.${reason}`) ?? reason;
}

/** Which record it is about: its kind, and its code where people know it by one. */
export function subjectWords(t: Translate, item: Pick<PublicObligation, "subjectType" | "subjectCode">): string {
  const kind = t(`obligations:subject.${item.subjectType}`);
  return item.subjectType === "ORGANISATION" ? kind : `${kind} ${item.subjectCode}`;
}

/** Where the record is read, behind the language. */
export function subjectHref(lang: string, item: Pick<PublicObligation, "subjectType" | "subjectCode">): string | null {
  const path = subjectPath(item.subjectType, item.subjectCode);
  return path && `/${lang}${path}`;
}

/** What a day was agreed in, in words; the code of a record stays as it is. */
export function basisWords(t: Translate, basis: string): string {
  return worded(t, `obligations:basis.${basis}`) ?? basis;
}

function worded(t: Translate, key: string): string | null {
  return t.has(key) ? t(key) : null;
}
