import { beforeAll, describe, expect, test } from "vitest";
import {
  type BodyIndicators,
  type Counts,
  indicatorsOf,
  ranked,
} from "#app/domain/monitoring/indicators/indicators.ts";
import { readIndicators } from "#app/domain/monitoring/indicators/queries.server.ts";
import { followUp } from "#app/domain/monitoring/recommendations/follow-up.server.ts";
import { respond } from "#app/domain/monitoring/recommendations/respond.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import {
  aFront,
  confirmed,
  EVIDENCE,
  type Front,
  inField,
  must,
  publishedCampaign,
} from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
}, 60_000);

const NONE: Counts = {
  ...{ assessed: 0, verifiedHigh: 0, reported: 0, selfHigh: 0, selfComplete: 0 },
  ...{ reportedVerifiedHigh: 0, reportedVerifiedComplete: 0 },
  ...{ issued: 0, implemented: 0, closed: 0, overdue: 0, answered: 0, medianDays: null, ages: [0, 0, 0, 0] },
};
const DAY_MS = 86_400_000;

describe("the indicators of monitoring", () => {
  test("are those of the worked case: completion 100 % and 70 %, a gap of 30 points, 4 and 5 of 12 recommendations", () => {
    const worked: Counts = {
      ...NONE,
      ...{ assessed: 10, verifiedHigh: 7, reported: 10, selfHigh: 10, selfComplete: 8 },
      ...{ reportedVerifiedHigh: 7, reportedVerifiedComplete: 5, issued: 12, implemented: 4, closed: 5 },
    };
    const { selfHigh, verifiedHigh, gap, implemented, closed } = indicatorsOf(worked);
    expect([selfHigh.ppm, verifiedHigh.ppm, gap, implemented, closed]).toEqual([
      1_000_000,
      700_000,
      { of: 10, ppm: 300_000 },
      { count: 4, of: 12, ppm: 333_333 },
      { count: 5, of: 12, ppm: 416_667 },
    ]);
  });

  test("are not defined of nothing", () => {
    expect(indicatorsOf(NONE)).toMatchObject({ selfHigh: { of: 0, ppm: null }, gap: { of: 0, ppm: null } });
  });

  test("rank no body of which fewer than five cases are counted", () => {
    const body = (code: string, implemented: number, issued: number): BodyIndicators => ({
      body: { code, name: { vi: code }, house: "STATE" },
      indicators: indicatorsOf({ ...NONE, implemented, issued }),
    });
    const all = [body("A", 0, 0), body("B", 4, 4), body("C", 1, 5), body("D", 5, 6), body("E", 0, 1)];
    const { enough, few } = ranked(all, ({ implemented }) => implemented, "vi");
    expect([enough, few].map((part) => part.map((one) => one.body.code))).toEqual([
      ["D", "C"],
      ["B", "E"],
    ]);
  });

  test("count what is published alone, of all and of each body, and grow old", async () => {
    const draft = await inField(front, 1);
    await confirmed(front, draft, cast.school);
    expect((await readIndicators(new Date())).all).toEqual(indicatorsOf(NONE));
    const { recommendation } = await publishedCampaign(front, cast.school, { completion: "LIMITED" });
    const second = await publishedCampaign(front, cast.school);
    const post = {
      organisationId: cast.school,
      names: {},
      house: "SCHOOL",
      verified: true,
      post: "Hiệu trưởng",
    } as const;
    const director = { ...cast.representative, affiliations: [post] };
    const answer = {
      acceptance: "ACCEPTED",
      reason: "",
      plan: "Ban hành mẫu trả lời.",
      targetOn: "2027-03-31",
    } as const;
    must(await respond(director, recommendation, { ...answer, plan: "Ban hành mẫu trả lời có mục lý do." }, later(9)));
    const seen = { onDay: "2026-11-20", note: "Đã xem hai mươi câu trả lời mới.", evidence: EVIDENCE } as const;
    must(await followUp(front.monitor, second.recommendation, { ...seen, verdict: "CLOSED_IMPLEMENTED" }));

    const { all, bodies } = await readIndicators(later(100));
    expect(all).toMatchObject({
      selfHigh: { count: 2, of: 2 },
      verifiedHigh: { count: 1, of: 2 },
      gap: { of: 2, ppm: 500_000 },
      implemented: { count: 1, of: 2 },
      answered: { count: 1, of: 2 },
      overdue: { count: 0, of: 1 },
      ...{ medianDays: 9, ages: [0, 1, 0, 0] },
    });
    expect((await readIndicators(later(400))).all).toMatchObject({ overdue: { count: 1, of: 1 }, ages: [0, 0, 0, 1] });
    const school = bodies.find(({ body }) => body.house === "SCHOOL");
    expect(school?.indicators.implemented).toEqual({ count: 1, of: 2, ppm: 500_000 });
  });
});

function later(days: number): Date {
  return new Date(Date.now() + days * DAY_MS);
}
