import { beforeAll, describe, expect, test } from "vitest";
import { listStandings } from "#app/domain/monitoring/assessments/queries.server.ts";
import { drawSample } from "#app/domain/monitoring/sampling/draw.server.ts";
import * as tokens from "#app/routes/account/access-tokens.tsx";
import * as bodies from "#app/routes/monitoring/bodies/list.tsx";
import * as space from "#app/routes/monitoring/bodies/page.tsx";
import * as newFinding from "#app/routes/monitoring/found/new-finding.tsx";
import * as assignments from "#app/routes/monitoring/team/assignments.tsx";
import * as invitation from "#app/routes/monitoring/team/invitation.tsx";
import * as edit from "#app/routes/monitoring/templates/edit.tsx";
import * as templates from "#app/routes/monitoring/templates/list.tsx";
import * as template from "#app/routes/monitoring/templates/page.tsx";
import * as workbench from "#app/routes/monitoring/workbench.tsx";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";
import { aFront, type Front, inField, move, must, planned } from "#test/support/monitoring/front.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { type Cast, gather, published } from "../../domain/results/cast.ts";

withTestDatabase();

let front: Front;
let cast: Cast;
let field: string;

beforeAll(async () => {
  front = await aFront();
  cast = await gather();
  await published(cast);
  field = await inField(front, 1);
});

async function bodyCode(): Promise<string> {
  const { scheme, identifier } = await db().organisation.findUniqueOrThrow({ where: { id: front.body } });
  return `${scheme}-${identifier}`;
}

describe("pages of the Front's work together", () => {
  test("take few statements each, and nobody but the Front reads what is its own", async () => {
    const code = await bodyCode();
    const pages = [
      [workbench.loader, "/vi/monitoring/workbench", {}],
      [assignments.loader, `/vi/monitoring/campaigns/${field}/assignments`, { code: field }],
      [templates.loader, "/vi/monitoring/templates", {}],
      [space.loader, `/vi/monitoring/bodies/${code}`, { body: code }],
      [bodies.loader, "/vi/monitoring/bodies", {}],
    ] as const;
    const outsider = await anActor("Đại diện", ["PARTY_REP"], cast.school);
    for (const [loader, path, params] of pages) {
      const { value, queries } = await countQueries(() => readPage(loader, path, { as: front.lead, params }));
      expect([path, value.status]).toEqual([path, 200]);
      expect(queries.length, path).toBeLessThanOrEqual(6);
      const isOpen = path.includes("/bodies");
      expect([path, (await readPage(loader, path, { as: outsider, params })).status]).toEqual([
        path,
        isOpen ? 200 : 403,
      ]);
    }
    expect((await readPage(space.loader, "/vi/x", { params: { body: "VN-X' OR 1" } })).status).toBe(404);
    const own = await readPage(invitation.loader, "/vi/x", { as: front.lead, params: { code: field } });
    expect(own.status).toBe(404);
  });

  test("a lead gives subjects by the form; what is refused stands at its field with what was chosen", async () => {
    const [unit] = await listStandings(front.lead, field);
    const fields = { unitIds: [unit?.unitId ?? ""], firstId: front.monitor.personId, readOn: "15/01/2030" };
    const call = { as: front.lead, params: { code: field } };
    const path = `/vi/monitoring/campaigns/${field}/assignments`;
    const none = await sendForm(assignments.action, path, { firstId: front.monitor.personId }, call);
    expect([none.status, Object.keys(none.form.errors).toSorted()]).toEqual([422, ["readOn", "secondId", "unitIds"]]);
    const same = await sendForm(assignments.action, path, { ...fields, secondId: front.monitor.personId }, call);
    expect(same).toMatchObject({ status: 409, form: { values: { readOn: "15/01/2030" } } });
    expect(Object.keys(same.form.errors)).toEqual(["secondId"]);
    const given = await sendForm(assignments.action, path, { ...fields, secondId: front.second.personId }, call);
    expect(given).toMatchObject({ status: 303, location: path });
  });

  test("a template is made by the form, gets a next version, and fills in the finding of a campaign planned with it", async () => {
    const fields = {
      ...{ ownerId: front.body, reach: "ALL", name_en: "Answers to people", questions: "One\nTwo" },
      ...{ guidance: "Complete where both have evidence.", "findings[0].title": "Answered late" },
    };
    const short = await sendForm(edit.action, "/vi/monitoring/templates/new", fields, { as: front.lead });
    expect(short).toMatchObject({ status: 422, form: { values: { name_en: "Answers to people" } } });
    expect(Object.keys(short.form.errors)).toEqual(["findings[0].article"]);
    const whole = { ...fields, "findings[0].article": "57-NQ/TW, III.2" };
    const made = await sendForm(edit.action, "/en/monitoring/templates/new", whole, { as: front.lead });
    const id = made.location?.split("/").at(-1) ?? "";
    const params = { template: id };
    expect((await readPage(edit.loader, "/en/x", { as: front.lead, params })).data).toMatchObject({
      blank: { values: { "findings[0].title": "Answered late", questions: "One\nTwo" } },
    });
    expect((await sendForm(edit.action, "/en/x", whole, { as: front.lead, params })).status).toBe(303);
    expect((await readPage(template.loader, "/en/x?version=1", { as: front.monitor, params })).data).toMatchObject({
      template: { number: 1, versions: [{ number: 2 }, { number: 1 }] },
      mayChange: false,
    });
    expect((await readPage(template.loader, "/en/x?version=99", { as: front.monitor, params })).status).toBe(404);
    const code = await planned(front);
    await db().monitoringCampaign.update({ where: { code }, data: { templateId: id, templateNumber: 1 } });
    must(await move(front.lead, code, "APPROVED"));
    must(await drawSample(front.lead, code, { number: 1, method: "SIMPLE", stratumBy: null, size: 1 }));
    must(await move(front.lead, code, "FIELDWORK"));
    const begun = await readPage(newFinding.loader, "/vi/x?pattern=0", { as: front.monitor, params: { code } });
    expect(begun.data).toMatchObject({ from: { title: "Answered late", criteria: "57-NQ/TW, III.2" } });
  });

  test("a token is shown once, in the answer that makes it, and its hash alone is kept", async () => {
    const as = front.monitor;
    const fields = { intent: "make", tokenName: "Máy tính bảng", scopes: "findings:write", days: "30" };
    const { data } = await sendForm(tokens.action, "/vi/me/access-tokens", fields, { as });
    const { secret } = data as { secret: string };
    expect(secret).toMatch(/^[\w-]{43}$/);
    const page = await readPage(tokens.loader, "/vi/me/access-tokens", { as });
    expect(JSON.stringify(page.data)).not.toContain(secret);
    expect(await db().accessToken.count({ where: { tokenHash: secret } })).toBe(0);
    const [{ id = "" } = {}] = (page.data as { tokens: { id?: string }[] }).tokens;
    expect((await sendForm(tokens.action, "/vi/me/access-tokens", { intent: "revoke", id }, { as })).status).toBe(303);
    expect((await sendForm(tokens.action, "/vi/me/access-tokens", { intent: "make" }, { as })).status).toBe(422);
  });
});
