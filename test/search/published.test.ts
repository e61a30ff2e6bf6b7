import fc from "fast-check";
import { expect, test } from "vitest";
import { momentsOf, monthInVietnam, monthsAndDays } from "#search/published.ts";

const day = fc
  .date({ min: new Date("2019-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test("whole months and the days besides hold exactly the moments of the range, each once", () => {
  fc.assert(
    fc.property(
      fc.option(day),
      fc.option(day),
      fc.date({ min: new Date("2019-01-01T00:00:00Z"), max: new Date("2030-12-31T00:00:00Z"), noInvalidDate: true }),
      (from, to, moment) => {
        fc.pre(from === null || to === null || from <= to);
        const { from: since, before } = momentsOf({ from, to });
        const { first, end, days } = monthsAndDays({ from, to });
        const month = monthInVietnam(moment.toISOString());
        const inMonths = month >= first && month < end ? 1 : 0;
        const inDays = days.filter(
          (stretch) => moment >= new Date(stretch.from) && moment < new Date(stretch.before),
        ).length;
        expect(inMonths + inDays).toBe(moment.getTime() >= since && moment.getTime() < before ? 1 : 0);
        expect(days.length).toBeLessThanOrEqual(2);
      },
    ),
    { numRuns: 2_000 },
  );
});
