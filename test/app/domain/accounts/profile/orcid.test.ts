import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkCharacter, readOrcid } from "#app/domain/accounts/profile/orcid.ts";

const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 15, maxLength: 15 }).map((all) => all.join(""));

describe("an ORCID iD", () => {
  it.each([
    ["0000-0002-1825-0097", "0000-0002-1825-0097"],
    ["0000-0001-5109-3700", "0000-0001-5109-3700"],
    ["0000-0002-1694-233X", "0000-0002-1694-233X"],
    ["https://orcid.org/0000-0002-1694-233x", "0000-0002-1694-233X"],
    ["orcid.org/0000 0002 1825 0097", "0000-0002-1825-0097"],
    [" 0000000218250097 ", "0000-0002-1825-0097"],
    ["0000‑0002‑1825‑0097", "0000-0002-1825-0097"],
  ])("is read from %s", (typed, orcid) => {
    expect(readOrcid(typed)).toBe(orcid);
  });

  it.each(["0000-0002-1825-0098", "0000-0002-1825-009", "X000-0002-1825-0097", "0000-0002-1825-00977", "", "xin chào"])(
    "is not read from %s",
    (typed) => {
      expect(readOrcid(typed)).toBeNull();
    },
  );

  it("shows one wrong digit, and two neighbours that changed places", () => {
    fc.assert(
      fc.property(digits, fc.nat(14), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
        const right = first + checkCharacter(first);
        expect(readOrcid(right)).not.toBeNull();
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(readOrcid(wrong)).toBeNull();
        const swapped = right.slice(0, at) + (right[at + 1] ?? "") + (right[at] ?? "") + right.slice(at + 2);
        if (swapped !== right) expect(readOrcid(swapped)).toBeNull();
      }),
    );
  });
});
