/** The first eight bytes of a hexadecimal hash in groups of four digits, as people compare them. */
export function shortHash(hash: string, digits = 16): string {
  return (hash.slice(0, digits).match(/.{1,4}/g) ?? []).join(" ");
}
