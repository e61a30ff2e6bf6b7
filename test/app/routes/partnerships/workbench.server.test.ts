import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { loader as shares } from "#app/routes/partnerships/agreements/shares.tsx";
import { action as publicAct, loader as publicPage } from "#app/routes/partnerships/workbench/public.tsx";
import { action as variantAct, loader as variantPage } from "#app/routes/partnerships/workbench/variant.tsx";
import { action, loader } from "#app/routes/partnerships/workbench/workbench.tsx";
import { rootLoader } from "#app/web/root.server.ts";
import { db } from "#prisma/client.server.ts";
import { countQueries } from "#prisma/query-count.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { pageArgs } from "#test/support/page-args.ts";
import { readPage, sendForm } from "#test/support/page-call.ts";
import { agreed, body, type Negotiated, negotiated, signBy } from "../../domain/partnerships/people.ts";

withTestDatabase();

const MOST_QUERIES = 6;

function actorAt({ bodies }: Negotiated, place: number): Actor {
  const found = bodies[place];
  if (!found) throw new Error("nobody there");
  return found.actor;
}

function paramsOf({ code, productCode }: Negotiated) {
  return { code, product: productCode };
}

function pathOf({ code, productCode }: Negotiated): string {
  return `/vi/partnerships/${code}/agreements/${productCode}/workbench`;
}

/** A variant as somebody types it. */
function typed({ memberIds }: Negotiated, more: Record<string, string> = {}): Record<string, string> {
  const cells = memberIds.flatMap((id, place): [string, string][] => [
    [`capital-${id}`, ["40", "35", "25"][place] ?? ""],
    [`risk-${id}`, ["33,3334", "33.3333", "33,3333"][place] ?? ""],
    [`profit-${id}`, ["50", "20", "30"][place] ?? ""],
  ]);
  const variant = {
    ...Object.fromEntries(cells),
    name: "Phương án A",
    total: "125 tỷ",
    "scenario-1-name": "tốt",
    "scenario-1-chance": "100",
    "scenario-1-value": "30 tỷ",
    "year-1": "10 tỷ",
    discount: "8",
    ...more,
  };
  return Object.fromEntries(Object.entries(variant).map(([key, text]) => [`variants[0].${key}`, text]));
}

function send(facts: Negotiated, place: number, fields: Record<string, string>) {
  return sendForm(action, pathOf(facts), fields, { as: actorAt(facts, place), params: paramsOf(facts) });
}

describe("the workbench of an agreement", () => {
  test("is nobody's but the members', before and after signing", async () => {
    const facts = await agreed();
    const { actor: stranger } = await body("SCHOOL");
    const call = { params: paramsOf(facts) };
    expect((await readPage(loader, pathOf(facts), { ...call, as: stranger })).status).toBe(404);
    expect((await readPage(loader, pathOf(facts), call)).location).toContain("/vi/sign-in");
    expect((await sendForm(action, pathOf(facts), typed(facts), { ...call, as: stranger })).status).toBe(404);
    expect((await readPage(loader, pathOf(facts), { ...call, as: actorAt(facts, 2) })).status).toBe(200);
    await signBy(facts);
    const signed = await readPage(loader, pathOf(facts), { ...call, as: actorAt(facts, 1) });
    expect(signed.data).toMatchObject({ start: { values: { [`variants[0].capital-${facts.memberIds[0]}`]: "40" } } });
  });

  test("starts with the shares and the terms that are recorded", async () => {
    const facts = await agreed({ caps: ["40 tỷ", "", "8 tỷ"], preferred: "6" });
    const call = { params: paramsOf(facts), as: actorAt(facts, 1) };
    const [first, , third] = facts.memberIds;
    const cells = {
      [`capital-${first}`]: "40",
      [`cap-${first}`]: "40\u00a0tỷ",
      [`cap-${third}`]: "8\u00a0tỷ",
      ...{
        reserve: "5",
        preferred: "6",
        point: "R2_HOST",
        host: third,
        budget: "30",
        author: "30",
        intermediary: "10",
      },
    };
    const values = Object.fromEntries(Object.entries(cells).map(([name, text]) => [`variants[0].${name}`, text]));
    expect((await readPage(loader, pathOf(facts), call)).data).toMatchObject({ start: { values } });
  });

  test("stores nothing for the figures, for a further variant or for taking one away, and keeps all that is typed", async () => {
    const facts = await negotiated();
    const fields = typed(facts, { "year-3": " 7,5 tỷ " });
    const weighed = await send(facts, 1, { ...fields, intent: "weigh" });
    expect([weighed.status, weighed.form.errors]).toEqual([200, {}]);
    expect(weighed.form.values).toEqual({ ...fields, intent: "weigh" });
    const added = await send(facts, 1, { ...fields, intent: "add" });
    expect(added.form.values).toMatchObject({
      ...fields,
      "variants[1].year-3": " 7,5 tỷ ",
      "variants[1].name": "Phương án A (sửa)",
    });
    const removed = await send(facts, 1, { ...added.form.values, intent: "remove-0" } as Record<string, string>);
    expect(removed.form.values).toMatchObject({
      "variants[0].name": "Phương án A (sửa)",
      "variants[0].total": "125 tỷ",
    });
    expect(Object.keys(removed.form.values).some((name) => name.startsWith("variants[1]"))).toBe(false);
    expect(await db().shareVariant.count({ where: { organisationId: facts.bodies[1]?.organisationId ?? "" } })).toBe(0);
  });

  test("names every wrong field and keeps what was typed there", async () => {
    const facts = await negotiated();
    const [first = ""] = facts.memberIds;
    const wrong = { [`capital-${first}`]: "1/3", total: "nhiều", "scenario-1-chance": "99", discount: "8 phần" };
    const answer = await send(facts, 0, { ...typed(facts, wrong), intent: "save-0" });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.form.errors).sort()).toEqual([
      `variants[0].capital-${first}`,
      "variants[0].discount",
      "variants[0].total",
    ]);
    expect(answer.form.values).toMatchObject(typed(facts, wrong));
    const sums = await send(facts, 0, { ...typed(facts, { "scenario-1-chance": "99" }), intent: "weigh" });
    expect(sums.form.errors).toEqual({
      "variants[0].scenarios": ["Khả năng của các kịch bản cộng lại là 99\u00a0%, phải đúng 100\u00a0%."],
    });
    for (const hostile of [
      { "variants[9].name": "x" },
      { intent: "save-7" },
      { intent: "load-x" },
      { intent: "remove-9" },
    ])
      expect((await send(facts, 0, { ...typed(facts), ...hostile })).status).toBeLessThan(500);
  });

  test("saves under a name; shared, it is commented on, and its shares are taken into the draft by the lead", async () => {
    const facts = await negotiated();
    const saved = await send(facts, 1, { ...typed(facts), intent: "save-0" });
    expect(saved.data).toMatchObject({ saved: { name: "Phương án A" }, form: { errors: {} } });
    const { id } = await db().shareVariant.findFirstOrThrow({
      where: { organisationId: facts.bodies[1]?.organisationId ?? "" },
    });
    const at = `${pathOf(facts)}/${id}`;
    const params = { ...paramsOf(facts), variant: id };
    const as = (place: number) => ({ as: actorAt(facts, place), params });
    expect((await readPage(variantPage, at, as(0))).status).toBe(404);
    expect((await sendForm(variantAct, at, { intent: "share" }, as(1))).location).toBe(at);
    expect((await sendForm(variantAct, at, { intent: "delete" }, as(1))).status).toBe(409);
    const short = await sendForm(variantAct, at, { intent: "comment", text: "x" }, as(0));
    expect([short.status, short.form.values["text"]]).toEqual([422, "x"]);
    expect((await sendForm(variantAct, at, { intent: "comment", text: "Đồng ý." }, as(0))).status).toBe(302);
    expect((await readPage(variantPage, at, as(2))).data).toMatchObject({
      saved: { comments: [{ text: "Đồng ý.", post: "Giám đốc" }] },
      mayUse: false,
    });
    expect((await readPage(variantPage, at, as(0))).data).toMatchObject({ mayUse: true });
    const prefilled = await readPage(shares, `/vi/partnerships/x?variant=${id}`, as(0));
    expect(prefilled.data).toMatchObject({
      taken: "Phương án A",
      recorded: { values: { [`periods[0].risk-${facts.memberIds[0]}`]: "33,3334" } },
    });
    const beside = await send(facts, 2, { ...typed(facts, { name: "của tôi" }), intent: `load-${id}` });
    expect(beside.form.values).toMatchObject({ "variants[0].name": "của tôi", "variants[1].name": "Phương án A" });
  });

  test("asks the database at most six times, whatever is saved", async () => {
    const facts = await negotiated();
    for (const name of ["A", "B", "C"]) await send(facts, 0, { ...typed(facts, { name }), intent: "save-0" });
    const { id } = await db().shareVariant.findFirstOrThrow({ where: { savedById: actorAt(facts, 0).personId } });
    const pages = [
      [loader, `${pathOf(facts)}?variant=${id}`],
      [variantPage, `${pathOf(facts)}/${id}`],
    ] as const;
    for (const [load, path] of pages) {
      const args = pageArgs(path, actorAt(facts, 0), { ...paramsOf(facts), variant: id });
      const read = () => Promise.all([load(args), rootLoader(args)]);
      await read();
      const { queries } = await countQueries(read);
      expect(queries.length, queries.join("\n")).toBeLessThanOrEqual(MOST_QUERIES);
    }
  });
});

describe("the workbench for anybody", () => {
  test("starts with an example that can be weighed in every language, and stores nothing", async () => {
    for (const lang of ["vi", "en", "fr"]) {
      const path = `/${lang}/partnerships/workbench`;
      const { data } = await readPage(publicPage, path);
      const { start } = data as { start: { values: Record<string, string> } };
      const answer = await sendForm(publicAct, path, { ...start.values, intent: "weigh" });
      expect([answer.status, answer.form.errors]).toEqual([200, {}]);
      const before = await db().shareVariant.count();
      expect((await sendForm(publicAct, path, { ...start.values, intent: "save-0" })).status).toBe(200);
      expect(await db().shareVariant.count()).toBe(before);
    }
  });
});
