import { beforeAll, describe, expect, test } from "vitest";
import { CAMPAIGN_STEPS } from "#app/domain/monitoring/campaigns/campaign.ts";
import { changePlan, planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { findCampaign, listCampaigns } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { listRefusedTries } from "#app/domain/monitoring/refusals/queries.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import { freezePopulation } from "#app/domain/monitoring/sampling/freeze.server.ts";
import { findSample } from "#app/domain/monitoring/sampling/queries.server.ts";
import { populationHash, redraw } from "#app/domain/monitoring/sampling/redraw.server.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import {
  aFront,
  aPlan,
  everything,
  type Front,
  inField,
  join,
  move,
  must,
  planned,
} from "#test/support/monitoring/front.ts";
import { databasePairs, tablePairs } from "#test/support/state-table.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  for (let made = 0; made < 4; made += 1) await published(cast);
}, 60_000);

test("the database lets a campaign move as the table does, and no other way", () => {
  expect(databasePairs("monitoring_campaign")).toEqual(tablePairs(CAMPAIGN_STEPS));
  expect(CAMPAIGN_STEPS.flatMap(({ by }) => by).every((hand) => hand === "MONITOR_LEAD")).toBe(true);
});

describe("a plan", () => {
  test("exists for its own body of the Front alone until it is approved", async () => {
    const code = await planned(front);
    const other = await aFront();
    expect(await findCampaign(null, code)).toBeNull();
    expect(await findCampaign(other.lead, code)).toBeNull();
    expect((await listCampaigns(null)).map((one) => one.code)).not.toContain(code);
    expect(await findCampaign(front.second, code)).toMatchObject({ code, state: "PLANNED" });
    must(await move(front.lead, code, "APPROVED"));
    expect(await findCampaign(null, code)).toMatchObject({ code, approvalNumber: "12/QĐ-MTTQ" });
    const entry = await db().recordEntry.findFirstOrThrow({ where: { subjectCode: code, kind: "campaign.approved" } });
    expect(JSON.parse(entry.payload)).toMatchObject({ populations: [{ number: 1, subjectType: "RESULT" }] });
  });

  test("is approved by a lead who did not plan it, with a population and a team of two", async () => {
    const { code } = must(await planCampaign(front.lead, aPlan(front.body)));
    expect(await move(front.lead, code, "APPROVED")).toMatchObject({ code: "PLANNED_BY_YOU" });
    const second = await anActor("Trưởng đoàn thứ hai", ["MONITOR_LEAD"], front.body);
    expect(await move(second, code, "APPROVED")).toMatchObject({ code: "NO_POPULATION" });
    must(await freezePopulation(front.monitor, code, everything("RESULT")));
    must(await join(front, code, front.monitor));
    expect(await move(second, code, "APPROVED")).toMatchObject({ code: "TEAM_TOO_SMALL" });
    expect(await move(front.monitor, code, "APPROVED")).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    must(await join(front, code, front.second));
    must(await move(second, code, "APPROVED"));
    expect(await changePlan(front.monitor, code, aPlan(front.body))).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
  });

  test("skips no step, and nobody changes its text in the database either once it is approved", async () => {
    const code = await planned(front);
    expect(await move(front.lead, code, "PUBLISHED")).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    must(await move(front.lead, code, "APPROVED"));
    expect(await move(front.lead, code, "FIELDWORK")).toMatchObject({ code: "SAMPLE_NOT_DRAWN" });
    const change = db().monitoringCampaign.update({ where: { code }, data: { legalBasis: "Không có" } });
    await expect(change).rejects.toThrow(/FROZEN/);
    const jump = db().monitoringCampaign.update({ where: { code }, data: { state: "FIELDWORK" } });
    await expect(jump).rejects.toThrow(/NO_STEP/);
  });
});

describe("the team", () => {
  test("refuses who has a post in a monitored body, and names that body", async () => {
    const code = await planned(front);
    const twofold = await anActor("Người có hai nơi", ["MONITOR"], front.body);
    await db().affiliation.create({ data: { personId: twofold.personId, organisationId: cast.school } });
    const refused = await join(front, code, twofold);
    expect(refused).toMatchObject({ code: "MEMBER_NOT_INDEPENDENT", field: "email" });
    const { nameVi } = await db().organisation.findUniqueOrThrow({ where: { id: cast.school } });
    expect(refused.ok ? null : refused.params?.["body"]).toMatchObject({ vi: nameVi });
    expect(await move(twofold, code, "APPROVED")).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    expect(await freezePopulation(twofold, code, everything("RESULT"))).toMatchObject({
      code: "MONITOR_NOT_INDEPENDENT",
    });
  });

  test("refuses who left a monitored body less than three years ago, and takes who left it before", async () => {
    const code = await planned(front);
    const person = await anActor("Người từng làm ở nơi khác", ["MONITOR"], front.body);
    const past = await db().affiliation.create({
      data: {
        personId: person.personId,
        organisationId: cast.school,
        fromOn: new Date("2015-01-01"),
        toOn: yearsAgo(2),
      },
    });
    expect(await join(front, code, person)).toMatchObject({ code: "MEMBER_NOT_INDEPENDENT" });
    await db().affiliation.update({ where: { id: past.id }, data: { toOn: yearsAgo(4) } });
    must(await join(front, code, person));
  });

  test("keeps a population out of a campaign to whose bodies one of it belongs", async () => {
    const { code } = must(await planCampaign(front.monitor, aPlan(front.body)));
    const twofold = await anActor("Người có hai nơi", ["MONITOR"], front.body);
    await db().affiliation.create({ data: { personId: twofold.personId, organisationId: cast.school } });
    must(await join(front, code, twofold));
    const refused = await freezePopulation(front.monitor, code, everything("RESULT"));
    expect(refused).toMatchObject({ code: "TEAM_NOT_INDEPENDENT" });
    expect(await db().campaignSample.count({ where: { campaign: { code } } })).toBe(0);
  });
});

describe("a sample", () => {
  test("is drawn once from the frozen population, and anybody draws the same one again", async () => {
    const code = await inField(front, 2);
    const found = await findSample(code, 1);
    const all = found?.units ?? [];
    expect(populationHash(all)).toBe(found?.populationSha256);
    const again = redraw(all, { method: "SIMPLE", stratumBy: null, size: 2, seed: found?.seed ?? "" });
    expect(all.filter(({ drawn }) => drawn !== null).map(({ key }) => key)).toEqual(again);
    const entry = await db().recordEntry.findFirstOrThrow({
      where: { subjectCode: code, kind: "campaign.sample-drawn" },
    });
    expect(JSON.parse(entry.payload)).toMatchObject({ seed: found?.seed, sample: again });
  });

  test("takes in nobody after it was frozen, nor after it was drawn, in the database either", async () => {
    const code = await planned(front);
    const { id } = await db().campaignSample.findFirstOrThrow({ where: { campaign: { code } } });
    const more = db().sampleUnit.create({ data: { sampleId: id, key: "KQ-2099-0001", subjectCode: "KQ-2099-0001" } });
    await expect(more).rejects.toThrow(/SAMPLE_FROZEN/);
    must(await move(front.lead, code, "APPROVED"));
    const draw = () => db().sampleUnit.updateMany({ where: { sampleId: id, drawn: null }, data: { drawn: 9 } });
    await expect(draw()).rejects.toThrow(/SAMPLE_FROZEN/);
    must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size: 1 }));
    const [left] = await db().sampleUnit.findMany({ where: { sampleId: id, drawn: null }, take: 1 });
    const late = db().sampleUnit.update({ where: { id: left?.id ?? "" }, data: { drawn: 9 } });
    await expect(late).rejects.toThrow(/SAMPLE_FROZEN/);
  });

  test("is neither drawn twice nor larger than its population, nor before the approval", async () => {
    const code = await planned(front);
    const draw = { number: 1, method: "SIMPLE", stratumBy: null, size: 1 } as const;
    expect(await drawSample(front.lead, code, draw)).toMatchObject({ code: "NOT_ALLOWED_FROM_STATE" });
    must(await move(front.lead, code, "APPROVED"));
    const large = await drawSample(front.lead, code, { ...draw, size: 1_000 });
    expect(large).toMatchObject({ code: "SAMPLE_LARGER_THAN_POPULATION", field: "size" });
    must(await drawSample(front.lead, code, draw));
    expect(await drawSample(front.lead, code, draw)).toMatchObject({ code: "DRAWN_ALREADY" });
    const reseed = db().campaignSample.updateMany({ where: { campaign: { code } }, data: { seed: "0".repeat(32) } });
    await expect(reseed).rejects.toThrow(/ONCE/);
  });

  test("stands although the population goes on changing", async () => {
    const code = await planned(front);
    const before = await findSample(code, 1);
    await published(cast);
    expect(await findSample(code, 1)).toEqual(before);
  });
});

test("whoever is no monitor of the body changes nothing, and the Front reads that they tried", async () => {
  const code = await planned(front);
  const other = await aFront();
  const admin = await anActor("Quản trị", ["ADMIN"]);
  expect(await move(admin, code, "APPROVED")).toMatchObject({ code: "NOT_A_MONITOR" });
  expect(await move(other.lead, code, "APPROVED")).toMatchObject({ code: "NOT_A_MONITOR" });
  expect(await planCampaign(admin, aPlan(front.body))).toMatchObject({ code: "NOT_A_MONITOR" });
  const tries = await listRefusedTries(front.monitor);
  expect(tries.slice(0, 3).map((one) => [one.act, one.code, one.reason, one.roles])).toEqual([
    ["campaign.plan", "", "NOT_A_MONITOR", ["ADMIN"]],
    ["campaign.move", code, "NOT_A_MONITOR", ["MONITOR_LEAD"]],
    ["campaign.move", code, "NOT_A_MONITOR", ["ADMIN"]],
  ]);
  expect(await listRefusedTries(admin)).toEqual([]);
});

function yearsAgo(years: number): Date {
  const day = new Date();
  day.setUTCFullYear(day.getUTCFullYear() - years);
  return day;
}
