const OWN_PAGE = /^\/(vi|en|fr)(?=[/?]|$)/;

/**
 * Where to go after signing in: the page that was asked for, if it is one of the portal's own, else `fallback`.
 * Only printable ASCII in a path below a language is taken; anything that a browser might read as another host, or
 * that only becomes a path once decoded, is not. Source: OWASP ASVS 5.0, 3.7.2.
 */
export function safeRedirect(next: string | null, fallback: string): string {
  if (next === null || next.length > 1_000 || !OWN_PAGE.test(next) || /[^\x21-\x7e]|\\/.test(next)) return fallback;
  const [path = ""] = next.split(/[?#]/);
  if (path.includes("//") || /%(2f|5c|2e|25|[01][0-9a-f]|7f)/i.test(path)) return fallback;
  const { origin, pathname, search } = new URL(next, "http://portal.invalid");
  const same = origin === "http://portal.invalid" && OWN_PAGE.test(pathname);
  return same ? pathname + search : fallback;
}
