const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** An object or a list that is open: the names it has so far (null in a list), and where in it the text is. */
type Open = { names: Set<string> | null; at: string | number };

/**
 * The first place at which an object of a JSON text names something twice, or names what means something to the
 * language itself (`__proto__`), as dotted names; null where there is none. JSON.parse takes the last of two in
 * silence, and a party named twice would lose its first share. The text is JSON: it was parsed before.
 */
export function repeatedName(text: string): { path: string; code: "REPEATED_FIELD" | "RESERVED_FIELD" } | null {
  const open: Open[] = [];
  let lastText = "";
  for (const [token] of text.matchAll(TOKENS)) {
    const inner = open.at(-1);
    if (token === "{") open.push({ names: new Set(), at: "" });
    else if (token === "[") open.push({ names: null, at: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && typeof inner?.at === "number") inner.at += 1;
    else if (token.startsWith('"')) lastText = token;
    else if (token === ":" && inner?.names) {
      const name: string = JSON.parse(lastText);
      const isRepeated = inner.names.has(name);
      inner.names.add(name);
      inner.at = name;
      if (name === "__proto__" || isRepeated)
        return { path: open.map(({ at }) => at).join("."), code: isRepeated ? "REPEATED_FIELD" : "RESERVED_FIELD" };
    }
  }
  return null;
}
