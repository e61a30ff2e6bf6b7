import fc from "fast-check";
import { expect, test } from "vitest";
import { tellTogether } from "#app/demo/chronicle.ts";

test("stories are told in one order of time, each in its own order, one act at a time", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }), { maxLength: 8 }),
      async (lengths) => {
        const told: number[] = [];
        let acting = 0;
        const stories = lengths.map((steps) => {
          let at = 0;
          const dates = steps.map((step) => (at += step));
          return async (until: (at: Date) => Promise<void>) => {
            for (const date of dates) {
              await until(new Date(date));
              acting += 1;
              await Promise.resolve();
              expect(acting).toBe(1);
              told.push(date);
              acting -= 1;
            }
          };
        });
        await tellTogether(stories);
        expect(told).toEqual([...told].sort((a, b) => a - b));
        expect(told).toHaveLength(lengths.flat().length);
      },
    ),
  );
});

test("a story that fails fails the telling", async () => {
  const failing = async () => {
    throw new Error("refused");
  };
  await expect(tellTogether([failing, async (until) => until(new Date(1))])).rejects.toThrow("refused");
});
