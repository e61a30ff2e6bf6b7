import { beforeAll, describe, expect, test } from "vitest";
import { putCall, showInterest } from "#app/demo/partnerships/calls.server.ts";
import { findMatches, listFitting } from "#app/domain/partnerships/calls/matching/queries.server.ts";
import { propose } from "#app/domain/partnerships/propose.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { gather, published } from "../../results/cast.ts";
import { type Body, body, must, proposal } from "../people.ts";

withTestDatabase();

let caller: Body;
let school: Body;
let state: Body;
let partnership: string;
let call: string;
let closest: string;
let wider: string;
let alone: string;

beforeAll(async () => {
  caller = await body("ENTERPRISE", "Công ty Cảm biến Lam Giang");
  school = await body("SCHOOL", "Viện Đo lường Lam Giang");
  state = await body("STATE", "Quỹ Lam Giang");
  partnership = must(await propose(caller.actor, proposal(caller.organisationId))).code;
  call = await putCall(caller.actor, caller.organisationId, {
    ...{ partnership, needs: ["LABORATORY", "CAPITAL"], productCodes: "21-S17", provinceCodes: ["56", "01"] },
    ...{ trlFrom: "4", trlTo: "6" },
  });
  const offer = { kind: "OFFER", provinceCodes: "48" };
  closest = await putCall(school.actor, school.organisationId, {
    ...{ ...offer, productCodes: "21-S17", provinceCodes: "56", trlFrom: "6" },
  });
  wider = await putCall(state.actor, state.organisationId, { ...offer, needs: "CAPITAL" });
  const foreign = await body("ENTERPRISE", "Công ty nơi khác");
  alone = await putCall(foreign.actor, foreign.organisationId, { ...offer, needs: "LABORATORY" });
});

describe("what fits a call", () => {
  test("is of the other kind, stands with its reasons, the most reasons first, and needs two of them", async () => {
    const { matches } = await findMatches(call);
    expect(matches.map((one) => one.code)).toEqual([closest, wider]);
    expect(matches.map((one) => one.reasons)).toEqual([
      {
        ...{ products: ["21-S17"], related: [], needs: ["LABORATORY"], readiness: [6, 6], provinces: ["56"] },
        ...{ missingHouse: "SCHOOL", field: null, words: [] },
      },
      {
        ...{ products: [], related: [], needs: ["CAPITAL"], readiness: null, provinces: [], missingHouse: "STATE" },
        ...{ field: null, words: [] },
      },
    ]);
    const reverse = await findMatches(closest);
    expect(reverse.matches.map((one) => [one.code, one.reasons.missingHouse])).toEqual([[call, "SCHOOL"]]);
    expect((await findMatches(alone)).matches).toEqual([]);
  });

  test("corresponds over the two catalogues", async () => {
    const before = new Date("2026-05-04T03:00:00Z");
    const days = { opensOn: "2026-05-04", closesOn: "2027-12-01" };
    const partner = await body("SCHOOL", "Trường ngôn ngữ");
    const offer = { kind: "OFFER", needs: "TECHNOLOGY", productCodes: "1131-01-01", ...days };
    const old = await putCall(partner.actor, partner.organisationId, offer, before);
    const now = await putCall(caller.actor, caller.organisationId, { needs: "TECHNOLOGY", productCodes: "21-S01" });
    const { matches } = await findMatches(now);
    expect(matches).toMatchObject([
      { code: old, reasons: { products: [], related: ["1131-01-01"], needs: ["TECHNOLOGY"] } },
    ]);
  });

  test("is also an organisation with public results on its products", async () => {
    const own = await gather();
    await published(own);
    const { bodies } = await findMatches(call);
    expect(bodies).toMatchObject([{ results: 1, partnerships: 0, missingHouse: "SCHOOL" }]);
  });
});

describe("what fits an organisation", () => {
  test("is what its own offers answer, until it has expressed interest", async () => {
    const fitting = await listFitting(school.actor);
    expect(fitting.map((one) => [one.code, one.fits])).toContainEqual([call, closest]);
    await showInterest(school.actor, school.organisationId, { code: call });
    expect((await listFitting(school.actor)).map((one) => one.code)).not.toContain(call);
    expect((await listFitting(caller.actor)).map((one) => one.code)).not.toContain(call);
  });

  test("is also a partnership that lacks its house in its own province", async () => {
    const neighbour = await body("STATE", "Sở Khoa học nơi đó");
    const fitting = await listFitting(neighbour.actor);
    expect(fitting).toMatchObject([
      { code: call, fits: null, reasons: { missingHouse: "STATE", provinces: ["01"], needs: [] } },
    ]);
  });
});
