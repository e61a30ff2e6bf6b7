import fc from "fast-check";
import { expect, test } from "vitest";
import { type Author, lacksOfAuthors, sumOfShares, WHOLE_PPM } from "#app/domain/initiatives/authors/author.ts";

const share = fc.integer({ min: 0, max: WHOLE_PPM });

function author(position: number, contributionPpm: number, confirmedPpm: number | null, declined = false): Author {
  return {
    id: `${position}`,
    position,
    name: "Tác giả",
    email: null,
    part: "",
    contributionPpm,
    confirmedPpm,
    declined,
  };
}

test("a proposer alone with the whole lacks nothing", () => {
  expect(lacksOfAuthors([author(1, WHOLE_PPM, null)])).toEqual([]);
});

test("shares are whole exactly at 1 000 000 ppm, whoever holds them", () => {
  fc.assert(
    fc.property(fc.array(share, { maxLength: 19 }), share, (others, own) => {
      const authors = [author(1, own, null), ...others.map((ppm, index) => author(index + 2, ppm, ppm))];
      const isWhole = sumOfShares(authors) === WHOLE_PPM;
      expect(lacksOfAuthors(authors).map(({ key }) => key)).toEqual(isWhole ? [] : ["errors:shares_not_100"]);
    }),
  );
});

test("a confirmation holds for the very share, and a refusal for none", () => {
  fc.assert(
    fc.property(share, share, fc.boolean(), (ppm, confirmed, declined) => {
      const authors = [author(1, WHOLE_PPM - ppm, null), author(2, ppm, confirmed, declined)];
      const lacking = declined ? ["errors:authors_declined"] : ppm === confirmed ? [] : ["errors:authors_waiting"];
      expect(lacksOfAuthors(authors).map(({ key }) => key)).toEqual(lacking);
    }),
  );
});
