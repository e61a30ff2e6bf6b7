/** The page that an address asks for with `?page=`, from 1; anything else is the first. */
export function pageNumber(url: URL): number {
  const text = url.searchParams.get("page") ?? "1";
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 1;
}
