import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { placeBody } from "#app/domain/monitoring/bodies/place.server.ts";
import { findFrontBody, listCampaignsOf } from "#app/domain/monitoring/bodies/queries.server.ts";
import { changePlan, planCampaign } from "#app/domain/monitoring/campaigns/plan.server.ts";
import { findCampaign } from "#app/domain/monitoring/campaigns/queries.server.ts";
import { findTemplate, listTemplates } from "#app/domain/monitoring/templates/queries.server.ts";
import { saveTemplate } from "#app/domain/monitoring/templates/save.server.ts";
import { templateSchema } from "#app/domain/monitoring/templates/template.schema.ts";
import { db, pool } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor, anOrganisation } from "#test/support/initiative-cast.ts";
import { aFront, aPlan, type Front, must, planned, publishedCampaign } from "#test/support/monitoring/front.ts";
import { type Cast, gather, published } from "../../results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let below: { id: string; lead: Actor };
let stranger: Actor;

beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  below = await aBody("Mặt trận tỉnh Lam Giang");
  stranger = (await aBody("Mặt trận tỉnh khác")).lead;
  must(await placeBody(below.lead, await codeOf(below.id), { parentCode: await codeOf(front.body) }));
});

async function aBody(name: string) {
  const id = await anOrganisation("OTHER", name);
  return { id, lead: await anActor(`Trưởng đoàn ${name}`, ["MONITOR_LEAD"], id) };
}

async function codeOf(id: string): Promise<string> {
  const { scheme, identifier } = await db().organisation.findUniqueOrThrow({ where: { id } });
  return `${scheme}-${identifier}`;
}

function aTemplate(ownerId: string, more: Record<string, unknown> = {}) {
  return templateSchema.parse({
    ...{ ownerId, reach: "BELOW", name_vi: "Giám sát việc trả lời" },
    questions: "Có trả lời trong hạn không?\n\nCó nêu lý do không?",
    guidance: "Hoàn thành khi cả hai câu đều có chứng cứ.",
    findings: [{ title: "Trả lời muộn", article: "Nghị quyết 57, mục III.2", criteria: "" }, { title: "" }],
    ...more,
  });
}

describe("a shared template", () => {
  test("reaches its own body and those below, and a copy of it says where it came from", async () => {
    const { id } = must(await saveTemplate(front.lead, null, aTemplate(front.body)));
    expect(await findTemplate(below.lead, id)).toMatchObject({
      number: 1,
      content: {
        questions: ["Có trả lời trong hạn không?", "Có nêu lý do không?"],
        findings: [{ title: "Trả lời muộn" }],
      },
    });
    expect(await findTemplate(stranger, id)).toBeNull();
    const copy = aTemplate(below.id, { copiedFrom: `${id} 1`, reach: "OWN", name_vi: "Mẫu của tỉnh" });
    const made = must(await saveTemplate(below.lead, null, copy));
    expect(await findTemplate(below.lead, made.id)).toMatchObject({ copiedFrom: { id, number: 1 } });
    expect((await listTemplates(front.lead)).map((one) => one.id)).not.toContain(made.id);
    expect(
      await saveTemplate(stranger, null, { ...copy, ownerId: stranger.roles[0]?.organisationId ?? "" }),
    ).toMatchObject({
      code: "TEMPLATE_NOT_SHARED",
    });
  });

  test("is made and changed by a lead of its body, and every other try of a stranger is kept", async () => {
    const { id } = must(await saveTemplate(front.lead, null, aTemplate(front.body)));
    expect(await saveTemplate(front.monitor, id, aTemplate(""))).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    expect(await saveTemplate(below.lead, id, aTemplate(""))).toMatchObject({ code: "NOT_FOUND" });
    const outsider = await anActor("Đại diện", ["PARTY_REP"], cast.school);
    expect(await saveTemplate(outsider, id, aTemplate(""))).toMatchObject({ code: "NOT_A_MONITOR" });
    expect(await db().securityEvent.findFirst({ where: { personId: outsider.personId } })).toMatchObject({
      act: "template.save",
    });
  });

  test("goes on in versions, while a campaign keeps the one that it was planned with", async () => {
    const { id } = must(await saveTemplate(front.lead, null, aTemplate(front.body)));
    const { code } = must(await planCampaign(below.lead, aPlan(below.id, { template: `${id} 1` })));
    must(await saveTemplate(front.lead, id, aTemplate("", { name_vi: "Tên mới của mẫu" })));
    expect((await findTemplate(front.lead, id))?.versions.map(({ number }) => number)).toEqual([2, 1]);
    expect((await findCampaign(below.lead, code))?.template).toMatchObject({
      number: 1,
      name: { vi: "Giám sát việc trả lời" },
    });
    const strange = aPlan(stranger.roles[0]?.organisationId ?? "", { template: `${id} 1` });
    expect(await planCampaign(stranger, strange)).toMatchObject({ code: "TEMPLATE_NOT_SHARED", field: "template" });
    must(await changePlan(below.lead, code, aPlan(below.id)));
    expect((await findCampaign(below.lead, code))?.template).toBeNull();
    await expect(pool().query("UPDATE template_version SET name = '{}' WHERE template_id = $1", [id])).rejects.toThrow(
      /permission denied/,
    );
    await expect(pool().query("DELETE FROM template_version WHERE template_id = $1", [id])).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("a body of the Front", () => {
  test("stands below another that monitors, never in a circle, and the record says so", async () => {
    const own = await codeOf(front.body);
    const other = await codeOf(below.id);
    expect(await placeBody(front.lead, own, { parentCode: other })).toMatchObject({ code: "BODY_BELOW" });
    expect(await placeBody(front.lead, own, { parentCode: await codeOf(cast.school) })).toMatchObject({
      code: "NO_BODY_OF_THE_FRONT",
    });
    expect(await placeBody(front.lead, other, { parentCode: "" })).toMatchObject({ code: "NOT_THE_MONITORING_LEAD" });
    const circle = pool().query("UPDATE organisation SET parent_id = $1 WHERE id = $2", [below.id, front.body]);
    await expect(circle).rejects.toThrow(/PARENT_CIRCLE/);
    expect(await db().recordEntry.count({ where: { kind: "organisation.placed", subjectCode: other } })).toBe(1);
  });

  test("has a space: public work for everybody, its plans for its own monitors, its team by post alone", async () => {
    const { code } = await publishedCampaign(front, cast.school);
    const plan = await planned(front);
    const space = await findFrontBody(await codeOf(front.body));
    expect(space).toMatchObject({ body: { findings: 1, open: 1, overdue: 0 }, below: [{ id: below.id }] });
    expect(JSON.stringify(space)).not.toContain(front.lead.name ?? "");
    expect((await listCampaignsOf(null, front.body)).map((one) => one.code)).toEqual([code]);
    expect((await listCampaignsOf(front.monitor, front.body)).map((one) => one.code)).toContain(plan);
    expect((await listCampaignsOf(below.lead, front.body)).map((one) => one.code)).not.toContain(plan);
    expect(await findFrontBody(await codeOf(cast.school))).toBeNull();
  });
});
