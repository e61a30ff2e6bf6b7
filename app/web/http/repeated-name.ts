const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/**
 * The first name that an object of a JSON text has twice, or that means something to the language itself
 * (`__proto__`); null where there is none. JSON.parse takes the last of two in silence, and a party named twice would
 * lose its first share. The text is JSON: it was parsed before.
 */
export function repeatedName(text: string): { name: string; code: "REPEATED_FIELD" | "RESERVED_FIELD" } | null {
  const open: (Set<string> | null)[] = [];
  let lastText = "";
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{") open.push(new Set());
    else if (token === "[") open.push(null);
    else if (token === "}" || token === "]") open.pop();
    else if (token.startsWith('"')) lastText = token;
    else if (token === ":") {
      const name: string = JSON.parse(lastText);
      const names = open.at(-1);
      if (name === "__proto__") return { name, code: "RESERVED_FIELD" };
      if (names?.has(name)) return { name, code: "REPEATED_FIELD" };
      names?.add(name);
    }
  }
  return null;
}
