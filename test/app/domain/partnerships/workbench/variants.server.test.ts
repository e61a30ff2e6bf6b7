import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Actor } from "#app/domain/accounts/actor.ts";
import { inviteMember } from "#app/domain/partnerships/members/invite.server.ts";
import { findInsidePartnership } from "#app/domain/partnerships/members/queries.server.ts";
import { commentOnVariant } from "#app/domain/partnerships/workbench/comment.server.ts";
import { findVariant, listVariants, scenariosOf } from "#app/domain/partnerships/workbench/queries.server.ts";
import { saveVariant } from "#app/domain/partnerships/workbench/save-variant.server.ts";
import { deleteVariant, shareVariant } from "#app/domain/partnerships/workbench/share-variant.server.ts";
import { MOST_SAVED, type Variant } from "#app/domain/partnerships/workbench/variant.ts";
import { writeContent } from "#app/domain/partnerships/workbench/variant-content.ts";
import { db } from "#prisma/client.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { agreed, body, must, type Negotiated, negotiated, signBy } from "../people.ts";

withTestDatabase();

const AUDITOR: Actor = {
  personId: randomUUID(),
  email: "kiem-toan@example.vn",
  name: "Kiểm toán viên",
  language: "vi",
  roles: [{ role: "AUDITOR", organisationId: null, organisationNames: null }],
  affiliations: [],
};

function variantOf({ memberIds }: Pick<Negotiated, "memberIds">, chances = [600_000, 400_000]): Variant {
  return {
    parties: memberIds.map((party, place) => ({
      party,
      capitalPpm: [400_000, 350_000, 250_000][place] ?? 0,
      riskPpm: [333_334, 333_333, 333_333][place] ?? 0,
      profitPpm: [512_345, 187_655, 300_000][place] ?? 0,
      capVnd: place === 1 ? 20_000_000_000n : null,
    })),
    capitalVnd: 125_000_000_000n,
    scenarios: chances.map((probabilityPpm, place) => ({
      name: `kịch bản ${place + 1}`,
      probabilityPpm,
      valueVnd: place === 0 ? 90_000_000_000n : -30_000_000_000n,
    })),
    profitsVnd: [-5_000_000_000n, 40_000_000_000n, 60_000_000_000n],
    discountPpm: 80_000,
    reservePpm: 50_000,
    preferredPpm: 0,
    tiers: null,
  };
}

function actorAt({ bodies }: Negotiated, place: number): Actor {
  const found = bodies[place];
  if (!found) throw new Error("nobody there");
  return found.actor;
}

function save(facts: Negotiated, place: number, name: string, variant = variantOf(facts)) {
  return saveVariant(actorAt(facts, place), facts, { name, variant });
}

async function seenBy(actor: Actor, facts: Negotiated) {
  const agreement = await db().agreement.findFirstOrThrow({ where: { partnership: { code: facts.code } } });
  const members = (await db().partnershipMember.findMany({ where: { partnershipId: agreement.partnershipId } })).map(
    ({ joinedAt, ...member }) => ({ ...member, joined: joinedAt !== null }),
  );
  const of = { agreementId: agreement.id, members };
  return { of, names: (await listVariants(actor, of)).map(({ name }) => name) };
}

describe("a saved variant", () => {
  test("is seen by its own organisation alone, and once shared by the members and the auditor, with what they say", async () => {
    const facts = await negotiated();
    const { id } = must(await save(facts, 1, "Nhà nước góp đất"));
    expect((await seenBy(actorAt(facts, 1), facts)).names).toEqual(["Nhà nước góp đất"]);
    const lead = actorAt(facts, 0);
    const { of } = await seenBy(lead, facts);
    expect(await listVariants(lead, of)).toEqual([]);
    expect(await findVariant(lead, of, id)).toBeNull();
    expect(await scenariosOf(of.agreementId)).toBeNull();
    expect(await commentOnVariant(lead, { ...facts, variantId: id }, "Ai chịu phần này?")).toMatchObject({
      code: "ABSENT",
    });

    must(await shareVariant(actorAt(facts, 1), facts, id));
    must(await commentOnVariant(lead, { ...facts, variantId: id }, "Phần rủi ro của trường còn cao."));
    for (const reader of [lead, actorAt(facts, 2), AUDITOR]) {
      expect((await seenBy(reader, facts)).names).toEqual(["Nhà nước góp đất"]);
      const found = await findVariant(reader, of, id);
      expect(found?.variant).toEqual(variantOf(facts));
      expect(found?.comments.map(({ text, post, organisation }) => [text, post, organisation.house])).toEqual([
        ["Phần rủi ro của trường còn cao.", "Giám đốc", "ENTERPRISE"],
      ]);
    }
    const { actor: stranger } = await body("SCHOOL");
    expect((await seenBy(stranger, facts)).names).toEqual([]);
    expect(await findVariant(stranger, of, id)).toBeNull();
  });

  test("is not seen by who is invited and has not joined", async () => {
    const facts = await negotiated();
    must(await shareVariant(actorAt(facts, 0), facts, must(await save(facts, 0, "A")).id));
    const invited = await body("SCHOOL");
    const asked = { organisationId: invited.organisationId, role: "PARTNER", from: null } as const;
    must(await inviteMember(actorAt(facts, 0), facts.code, asked));
    expect((await seenBy(invited.actor, facts)).names).toEqual([]);
    expect(await saveVariant(invited.actor, facts, { name: "B", variant: variantOf(facts) })).toMatchObject({
      code: "NOT_A_REPRESENTATIVE",
    });
  });

  test("takes the place of an own one of the same name until it is shared, and never after", async () => {
    const facts = await negotiated();
    const first = must(await save(facts, 0, "Phương án A"));
    const second = must(await save(facts, 0, " Phương án A ", { ...variantOf(facts), capitalVnd: 1n }));
    expect(second.id).toBe(first.id);
    const { of } = await seenBy(actorAt(facts, 0), facts);
    expect((await findVariant(actorAt(facts, 0), of, first.id))?.variant.capitalVnd).toBe(1n);
    must(await shareVariant(actorAt(facts, 0), facts, first.id));
    expect(await save(facts, 0, "Phương án A")).toMatchObject({ code: "VARIANT_NAME_SHARED", field: "name" });
    expect(await shareVariant(actorAt(facts, 0), facts, first.id)).toMatchObject({ code: "VARIANT_IS_SHARED" });
    expect(await deleteVariant(actorAt(facts, 0), facts, first.id)).toMatchObject({ code: "VARIANT_IS_SHARED" });
    // another member may use the same name
    must(await save(facts, 1, "Phương án A"));
  });

  test("is shared and deleted by its own organisation alone", async () => {
    const facts = await negotiated();
    const { id } = must(await save(facts, 0, "A"));
    expect(await shareVariant(actorAt(facts, 1), facts, id)).toMatchObject({ code: "ABSENT" });
    expect(await deleteVariant(actorAt(facts, 1), facts, id)).toMatchObject({ code: "ABSENT" });
    const { actor: stranger } = await body("STATE");
    expect(await deleteVariant(stranger, facts, id)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    expect(await deleteVariant(AUDITOR, facts, id)).toMatchObject({ code: "NOT_A_REPRESENTATIVE" });
    must(await deleteVariant(actorAt(facts, 0), facts, id));
    expect((await seenBy(actorAt(facts, 0), facts)).names).toEqual([]);
    must(await shareVariant(actorAt(facts, 0), facts, must(await save(facts, 0, "A")).id));
  });

  test("is refused without a name, with shares that do not add up, with strangers, and beyond twenty", async () => {
    const facts = await negotiated();
    const whole = variantOf(facts);
    const [first, ...others] = whole.parties;
    if (!first) throw new Error("no party");
    expect(await save(facts, 0, "  ")).toMatchObject({ code: "VARIANT_NAME_MISSING", field: "name" });
    expect(await save(facts, 0, "A", { ...whole, parties: [{ ...first, riskPpm: 1 }, ...others] })).toMatchObject({
      code: "SUM_NOT_100",
      field: "risk",
    });
    expect(
      await save(facts, 0, "A", { ...whole, parties: [{ ...first, party: randomUUID() }, ...others] }),
    ).toMatchObject({ code: "PARTY_UNKNOWN" });
    for (let made = 0; made < MOST_SAVED; made += 1) must(await save(facts, 0, `A${made}`));
    expect(await save(facts, 0, "một nữa")).toMatchObject({ code: "TOO_MANY_VARIANTS" });
    must(await save(facts, 0, "A0"));
    must(await save(facts, 1, "một nữa"));
  });

  test("gives the newest shared scenarios, before and after signing", async () => {
    const facts = await agreed();
    must(await shareVariant(actorAt(facts, 0), facts, must(await save(facts, 0, "A")).id, new Date(Date.now() + 10)));
    await signBy(facts);
    const other = variantOf(facts, [250_000, 750_000]);
    must(
      await shareVariant(
        actorAt(facts, 2),
        facts,
        must(await save(facts, 2, "B", other)).id,
        new Date(Date.now() + 999),
      ),
    );
    const bare = { ...other, scenarios: [] };
    must(
      await shareVariant(
        actorAt(facts, 1),
        facts,
        must(await save(facts, 1, "C", bare)).id,
        new Date(Date.now() + 2_000),
      ),
    );
    const { of } = await seenBy(actorAt(facts, 0), facts);
    const stored = await scenariosOf(of.agreementId);
    expect(stored?.from.name).toBe("B");
    expect(stored?.scenarios).toEqual(other.scenarios);
    expect(stored?.caps.get(facts.memberIds[1] ?? "")).toBe(20_000_000_000n);
    const inside = await findInsidePartnership(actorAt(facts, 0), facts.code);
    expect(inside?.agreements[0]?.id).toBe(of.agreementId);
  });
});

describe("whoever writes, the database refuses", () => {
  const at = { savedAt: new Date(), post: "Giám đốc", text: "Đồng ý." };

  async function facts() {
    const made = await negotiated();
    const { id: agreementId } = await db().agreement.findFirstOrThrow({ where: { partnership: { code: made.code } } });
    const [lead] = made.bodies;
    if (!lead) throw new Error("nobody leads");
    const { organisationId, actor } = lead;
    const content = writeContent(variantOf(made));
    const row = { agreementId, organisationId, savedById: actor.personId, name: "A", content };
    return { ...made, row, speaker: { organisationId, personId: actor.personId } };
  }

  test("shares that do not add up, strangers, a twenty-first variant, and a change of what was shared", async () => {
    const { row } = await facts();
    const [first, ...others] = row.content.parties;
    if (!first) throw new Error("no party");
    const short = { ...row.content, parties: [{ ...first, capitalPpm: first.capitalPpm - 1 }, ...others] };
    await expect(db().shareVariant.create({ data: { ...row, content: short } })).rejects.toThrow();
    const unlikely = { ...row.content, scenarios: row.content.scenarios.slice(1) };
    await expect(db().shareVariant.create({ data: { ...row, content: unlikely } })).rejects.toThrow();
    const unknown = { ...row.content, parties: [{ ...first, party: randomUUID() }, ...others] };
    await expect(db().shareVariant.create({ data: { ...row, content: unknown } })).rejects.toThrow(/VARIANT_PARTIES/);
    const { organisationId } = await body("STATE");
    await expect(db().shareVariant.create({ data: { ...row, organisationId } })).rejects.toThrow(/VARIANT_PARTY/);

    const { id } = await db().shareVariant.create({ data: row });
    for (let made = 1; made < MOST_SAVED; made += 1)
      await db().shareVariant.create({ data: { ...row, name: `A${made}` } });
    await expect(db().shareVariant.create({ data: { ...row, name: "B" } })).rejects.toThrow(/TOO_MANY_VARIANTS/);
    await db().shareVariant.update({ where: { id }, data: { sharedAt: new Date(Date.now() + 1_000) } });
    await expect(db().shareVariant.update({ where: { id }, data: { sharedAt: null } })).rejects.toThrow(/IS_SHARED/);
    await expect(db().shareVariant.delete({ where: { id } })).rejects.toThrow(/IS_SHARED/);
  });

  test("words on what is not shared, words of strangers, and a change of what was said", async () => {
    const { row, speaker } = await facts();
    const { id: variantId } = await db().shareVariant.create({ data: row });
    const said = { variantId, ...speaker, post: at.post, text: at.text };
    await expect(db().shareVariantComment.create({ data: said })).rejects.toThrow(/NOT_SHARED/);
    await db().shareVariant.update({ where: { id: variantId }, data: { sharedAt: new Date(Date.now() + 1_000) } });
    const { organisationId } = await body("SCHOOL");
    await expect(db().shareVariantComment.create({ data: { ...said, organisationId } })).rejects.toThrow(
      /VARIANT_PARTY/,
    );
    await expect(db().shareVariantComment.create({ data: { ...said, text: " " } })).rejects.toThrow();
    const { id } = await db().shareVariantComment.create({ data: said });
    await expect(db().shareVariantComment.update({ where: { id }, data: { text: "Khác." } })).rejects.toThrow();
    await expect(db().shareVariantComment.delete({ where: { id } })).rejects.toThrow();
  });
});
