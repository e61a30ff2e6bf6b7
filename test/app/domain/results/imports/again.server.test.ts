import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { importResults } from "#app/domain/results/imports/import.server.ts";
import { findResult } from "#app/domain/results/queries.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { type Cast, gather } from "../cast.ts";
import { HEAD, row } from "./rows.ts";

withTestDatabase();

let cast: Cast;
let host: Actor;
beforeAll(async () => {
  cast = await gather();
  host = cast.representative;
});

async function run(text: string, { apply = false } = {}) {
  const outcome = await importResults(host, { organisationId: cast.school, text, apply });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

describe("an import of what was imported before", () => {
  test("leaves what a file has no column for, and clears what it has an empty cell for", async () => {
    const head = `${HEAD},description,needs,market_areas,title_en`;
    const whole = `${row("h-1")},Đo độ mặn bằng sóng âm,LICENCE;PILOT,VIETNAM,Sound salinity meter`;
    const code = (await run(`${head}\n${whole}`, { apply: true })).rows[0]?.code ?? "";
    const said = { description: "Đo độ mặn bằng sóng âm", needs: ["LICENCE", "PILOT"], marketAreas: ["VIETNAM"] };
    expect((await findResult(code))?.content).toMatchObject({ ...said, readiness: [{ level: 6 }] });
    const short = "key,type,title_vi,keywords\nh-1,PRODUCT,Bộ đo độ mặn có tên khác,";
    expect(await run(short, { apply: true })).toMatchObject({ counts: { CHANGED: 1 } });
    expect((await findResult(code))?.content).toMatchObject({
      ...{ ...said, keywords: [], fordCode: "2.2", provinceCode: "01", productCodes: ["21-S13"] },
      title: { vi: "Bộ đo độ mặn có tên khác", en: "Sound salinity meter" },
      teaser: { vi: 'Đo mặn, tự rửa; "bền" trong nước lợ.' },
      readiness: [{ level: 6 }],
    });
    const clear =
      "key,type,title_vi,title_en,description,needs,ford_code,trl_on,trl_evidence\nh-1,PRODUCT,Bộ đo độ mặn có tên khác,,,,,,";
    await run(clear, { apply: true });
    const cleared = (await findResult(code))?.content;
    expect(cleared).toMatchObject({
      description: "",
      needs: [],
      marketAreas: ["VIETNAM"],
      fordCode: null,
      readiness: [],
    });
    expect(cleared?.title).toEqual({ vi: "Bộ đo độ mặn có tên khác" });
    expect(await run(clear, { apply: true })).toMatchObject({ counts: { SAME: 1, CHANGED: 0 } });
    const json = `[{"key":"h-1","resultType":"PRODUCT","title":{"vi":"Bộ đo độ mặn có tên khác"},"authors":[{"name":"Người Một","contributionPpm":1000000}]}]`;
    await run(json, { apply: true });
    expect((await findResult(code))?.content).toMatchObject({
      authors: [{ name: "Người Một" }],
      marketAreas: ["VIETNAM"],
    });
  });

  test("asks for the origins of all rows at once, and says at the column which one nobody can read", async () => {
    const head = `${HEAD},origin_initiative`;
    const many = Array.from({ length: 40 }, (_, index) => `${row(`f-${index}`)},SK-2020-${String(index + 1000)}`);
    const { queries: few } = await countQueries(() => run(`${head}\n${many[0]}`));
    const { queries, value } = await countQueries(() => run(`${head}\n${many.join("\n")}`));
    expect(queries.length).toBe(few.length);
    expect(value.rows[39]?.faults).toMatchObject([{ column: "origin_initiative", say: "refusals:UNKNOWN_ORIGIN" }]);
  });

  test("gives codes of the year in Vietnam, also in the hours in which it is another year elsewhere", async () => {
    const at = new Date("2027-12-31T17:30:00Z");
    const outcome = await importResults(
      host,
      { organisationId: cast.school, text: `${HEAD}\n${row("g-1")}`, apply: true },
      at,
    );
    expect(outcome.ok && outcome.value.rows[0]?.code).toMatch(/^KQ-2028-/);
    const first = {
      organisationId: cast.school,
      resultType: "PRODUCT",
      title: "Bộ đo đêm giao thừa",
      language: "vi",
    } as const;
    const drafted = await recordDraft(cast.author, first, at);
    expect(drafted.ok && drafted.value.code).toMatch(/^KQ-2028-/);
  });
});
