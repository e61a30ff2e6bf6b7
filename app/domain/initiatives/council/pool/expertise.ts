/** What a person knows of, and what a file is about: codes of fields of science (`2.7`) and of strategic products. */
export type Expertise = { fordCodes: readonly string[]; productCodes: readonly string[] };

/** How the knowledge of somebody meets a file. */
export type Match = { field: "SAME" | "BROAD" | null; products: string[] };

/** The same narrow field, else the same broad one; and the products of the file that the person knows. */
export function matchOf(person: Expertise, file: { fordCode: string | null; productCodes: readonly string[] }): Match {
  const { fordCode } = file;
  const isSame = fordCode !== null && person.fordCodes.includes(fordCode);
  const isBroad = fordCode !== null && person.fordCodes.some((code) => broad(code) === broad(fordCode));
  return {
    field: isSame ? "SAME" : isBroad ? "BROAD" : null,
    products: file.productCodes.filter((code) => person.productCodes.includes(code)),
  };
}

function broad(code: string): string {
  return code.split(".")[0] ?? code;
}
