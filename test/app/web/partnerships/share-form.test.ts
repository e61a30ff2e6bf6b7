import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormState } from "#app/platform/form-state.ts";
import {
  addPeriod,
  giveRemainder,
  readShareForm,
  recordedShares,
  removePeriod,
} from "#app/web/partnerships/agreements/share-form.server.ts";

const parties = ["a", "b", "c"].map((id) => ({ id, from: "2026-01-01", to: null }));
const facts = { agreement: { from: "2027-01-01", to: "2029-01-01" }, parties };

/** A form of one period with three columns of three cells. */
function typed(capital: string[], risk = ["100"], profit = ["100"]): FormState {
  const cells = Object.entries({ capital, risk, profit }).flatMap(([name, texts]) =>
    parties.map(({ id }, place) => [`periods[0].${name}-${id}`, texts[place] ?? ""]),
  );
  return { values: Object.fromEntries(cells), errors: {} };
}

function read(form: FormState) {
  const cells = Object.entries(form.values).map(([name, text]) => [name.replace("periods[0].", ""), text]);
  return readShareForm([Object.fromEntries(cells)], facts, form, "vi");
}

describe("the share form", () => {
  test("reads comma and point as the decimal mark and an empty cell as nothing", () => {
    const { periods, form } = read(typed(["33,3333", "66.6667", ""]));
    expect(form.errors).toEqual({});
    expect(periods[0]?.shares.CAPITAL.map(({ ppm }) => ppm)).toEqual([333_333, 666_667, 0]);
  });

  test("says at its column what is left, to the last ten-thousandth of a point", () => {
    const { form } = read(typed(["33,3333", "33,3333", "33,3333"]));
    const said = form.errors["periods[0].capital"]?.[0]?.replaceAll("\u00a0", " ");
    expect(said).toBe("Tỷ lệ cộng lại là 99,9999 %. Còn thiếu 0,0001 điểm: giao cho bên nào?");
  });

  test("says at the cell what cannot be read, and leaves what was typed", () => {
    for (const text of ["1/3", "33,33333", "-1", "101", "1e2", "١٠", "NaN"]) {
      const { form } = read(typed([text, "", ""]));
      expect(form.errors["periods[0].capital-a"]).toHaveLength(1);
      expect(form.values["periods[0].capital-a"]).toBe(text);
    }
  });

  test("gives what is left to a party, and takes away what is too much, until the column is whole", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 3, maxLength: 3 }), (ppm) => {
        const texts = ppm.map((one) => (one / 10_000).toFixed(4));
        const total = ppm.reduce((sum, one) => sum + one, 0);
        const given = giveRemainder("CAPITAL.0.b", typed(texts), facts, "vi");
        const whole = read(given).form.errors["periods[0].capital"] === undefined;
        expect(whole).toBe((ppm[1] ?? 0) + 1_000_000 - total >= 0);
      }),
    );
  });

  test("ignores gifts to strangers, of other columns and of hostile places", () => {
    const form = typed(["10", "", ""]);
    for (const give of [
      "CAPITAL.0.z",
      "CAPITAL.9.a.b",
      "DEBT.0.a",
      "CAPITAL.-1.a",
      "CAPITAL.99.a",
      "CAPITAL",
      "__proto__.0.a",
    ])
      expect(giveRemainder(give, form, facts, "vi").values["periods[0].capital-a"]).toBe("10");
  });

  test("adds a period with the shares of the last one, and takes it back", () => {
    const form = typed(["50", "50", ""]);
    const two = addPeriod(form, facts);
    expect(two.values["periods[1].from"]).toBe("");
    expect(two.values["periods[1].capital-b"]).toBe("50");
    expect(removePeriod(two)).toEqual(form);
    expect(removePeriod(form)).toEqual(form);
  });

  test("shows again what is recorded, and reads it back unchanged", () => {
    const lines = [333_334, 333_333, 333_333].map((ppm, place) => ({ memberId: parties[place]?.id ?? "", ppm }));
    const schedules = (["CAPITAL", "RISK", "PROFIT"] as const).map((dimension) => ({
      dimension,
      from: "2027-01-01",
      to: "2029-01-01",
      lines,
    }));
    for (const lang of ["vi", "en", "fr"] as const) {
      const { periods, form } = read(recordedShares(schedules, "2027-01-01", lang));
      expect(form.errors).toEqual({});
      expect(periods[0]?.shares.RISK.map(({ ppm }) => ppm)).toEqual([333_334, 333_333, 333_333]);
    }
  });
});
