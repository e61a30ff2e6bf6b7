import { beforeAll, describe, expect, test } from "vitest";
import * as failure from "#app/routes/partnerships/failure.tsx";
import * as csv from "#app/routes/partnerships/pictures/risks-csv.ts";
import * as act from "#app/routes/partnerships/risks/act.tsx";
import * as register from "#app/routes/partnerships/risks/register.tsx";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { active, actorAt, type Facts } from "../../domain/partnerships/distributions/runs.ts";
import { body } from "../../domain/partnerships/people.ts";

withTestDatabase();

let facts: Facts;
beforeAll(async () => {
  facts = await active();
});

function at(path = "") {
  return `/vi/partnerships/${facts.code}/risks${path}`;
}

function call(as: Facts["bodies"][number]["actor"] | null, name?: string) {
  return { as, params: { code: facts.code, ...(name ? { act: name } : {}) } };
}

function typed(more: Record<string, string> = {}): Record<string, string> {
  const parts = ["50", "30", "20"];
  const allocation = facts.memberIds.flatMap((id, place): [string, string][] => [
    [`allocation[${place}].id`, id],
    [`allocation[${place}].share`, parts[place] ?? ""],
  ]);
  return {
    ...{ category: "REVENUE", title: "Số trạm đặt mua thấp hơn kế hoạch", isPublic: "on", probabilityPpm: "25" },
    ...{ impactVnd: "60 tỷ", mitigation: "Ký trước với ba công ty thủy nông.", reviewOn: "30/06/2027" },
    ...{ ownerMemberId: facts.memberIds[1] ?? "", reason: "Mới có một phần ba số trạm xác nhận." },
    ...Object.fromEntries(allocation),
    ...more,
  };
}

describe("the form of a risk", () => {
  test("says at each field what is wrong, and keeps everything that was typed", async () => {
    const sent = typed({
      probabilityPpm: "101",
      impactVnd: "1e9",
      "allocation[1].share": "１０",
      reviewOn: "31/02/2027",
    });
    const answer = await sendForm(act.action, at("/add"), sent, call(actorAt(facts, 0), "add"));
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.form.errors).toSorted()).toEqual([
      "allocation[1].share",
      "impactVnd",
      "probabilityPpm",
      "reviewOn",
    ]);
    expect(answer.form.values).toMatchObject(sent);
    const short = typed({ "allocation[2].share": "19,9999" });
    const refused = await sendForm(act.action, at("/add"), short, call(actorAt(facts, 0), "add"));
    expect(refused.status).toBe(409);
    expect(refused.form.errors["allocation[0].share"]).toHaveLength(1);
    expect(refused.form.values).toMatchObject(short);
  });

  test("is for a party's representative, and a review starts with what is thought so far", async () => {
    const stranger = (await body("SCHOOL")).actor;
    expect((await readPage(act.loader, at("/add"), call(stranger, "add"))).location).toBe(at());
    expect((await readPage(act.loader, at("/burn"), call(actorAt(facts, 0), "burn"))).status).toBe(404);
    const member = call(actorAt(facts, 0), "add");
    expect((await sendForm(act.action, at("/add"), typed(), member)).location).toBe(at());
    expect((await readPage(act.loader, at("/review?of=9"), call(actorAt(facts, 0), "review"))).location).toBe(at());
    const review = await readPage(act.loader, at("/review?of=1"), call(actorAt(facts, 1), "review"));
    expect(review.data).toMatchObject({
      // State before school before enterprise, as on every page
      form: {
        values: {
          ...{ risk: "1", probabilityPpm: "25", impactVnd: expect.stringMatching(/^60\stỷ$/u) },
          ...{ "allocation[0].share": "30", "allocation[1].share": "20", "allocation[2].share": "50" },
        },
      },
    });
  });
});

describe("what the parties keep among themselves", () => {
  test("is read by them, and neither by the public nor by another party's representative", async () => {
    const secret = typed({ isPublic: "", title: "Nhà cung cấp duy nhất có thể rút" });
    await sendForm(act.action, at("/add"), secret, call(actorAt(facts, 0), "add"));
    const own = await readPage(register.loader, at(), call(actorAt(facts, 2)));
    expect(JSON.stringify(own.data)).toContain("duy nhất");
    expect(own.data).toMatchObject({ compared: { why: "NO_AGREEMENT" }, mayKeep: true });
    for (const reader of [null, (await body("ENTERPRISE")).actor]) {
      const open = await readPage(register.loader, at(), call(reader));
      expect(JSON.stringify(open.data)).not.toContain("duy nhất");
      expect(open.data).toMatchObject({ mayKeep: false });
    }
  });

  test("is in no file of figures where there is nothing to compare", async () => {
    const answer = csv.loader(pageArgs(at(".csv"), null, { code: facts.code }));
    await expect(answer).rejects.toMatchObject({ status: 404 });
  });
});

test("the page of a failure is there for whoever may declare it, and for everybody once it is declared", async () => {
  const path = `/vi/partnerships/${facts.code}/failure`;
  expect((await readPage(failure.loader, path, call(null))).status).toBe(404);
  expect((await readPage(failure.loader, path, call(actorAt(facts, 1)))).status).toBe(404);
  const lead = await readPage(failure.loader, path, call(actorAt(facts, 0)));
  expect(lead.data).toMatchObject({ mayDeclare: true, missing: [{ code: facts.productCode }] });
  const sent = await sendForm(failure.action, path, { report: "ngắn", lessons: "" }, call(actorAt(facts, 0)));
  expect(sent.status).toBe(422);
  expect(Object.keys(sent.form.errors).toSorted()).toEqual(["lessons", "password", "report"]);
});
