import type { Actor, House, Role } from "#app/domain/accounts/actor.ts";
import { recordDraft } from "#app/domain/results/drafts/record-draft.server.ts";
import { save } from "#app/domain/results/drafts/save.server.ts";
import { submit } from "#app/domain/results/drafts/submit.server.ts";
import type { PartInput } from "#app/domain/results/result.schema.ts";
import { publish } from "#app/domain/results/verification/publish.server.ts";
import { verify } from "#app/domain/results/verification/verify.server.ts";
import { db } from "#prisma/client.server.ts";

let made = 0;

/** A verified body. */
export async function body(house: House, name: string): Promise<string> {
  made += 1;
  const { id } = await db().organisation.create({
    data: {
      scheme: "VN-PORTAL",
      identifier: `T${made}`,
      nameVi: name,
      house,
      provinceCode: "01",
      verifiedAt: new Date("2026-01-05T02:00:00Z"),
    },
  });
  return id;
}

/** A person of a body, with roles in it, as the guard would hand them over. */
export async function person(name: string, organisationId: string | null, roles: readonly Role[] = []): Promise<Actor> {
  made += 1;
  const email = `p${made}@example.org`;
  const { id } = await db().person.create({ data: { email, name, emailConfirmedAt: new Date() } });
  if (organisationId) await db().affiliation.create({ data: { personId: id, organisationId, fromOn: new Date(0) } });
  await db().roleGrant.createMany({ data: roles.map((role) => ({ personId: id, role, organisationId })) });
  return {
    personId: id,
    email,
    name,
    language: "vi",
    roles: roles.map((role) => ({ role, organisationId, organisationNames: null })),
    affiliations: organisationId ? [{ organisationId, names: {}, house: "SCHOOL", verified: true, post: null }] : [],
  };
}

export type Cast = {
  school: string;
  agency: string;
  author: Actor;
  representative: Actor;
  officer: Actor;
  /** a result officer of the host body itself */
  ownOfficer: Actor;
  stranger: Actor;
};

export async function gather(): Promise<Cast> {
  const school = await body("SCHOOL", "Trường Đại học Kỹ thuật Lam Giang");
  const agency = await body("STATE", "Sở Khoa học và Công nghệ tỉnh Lam Giang");
  return {
    school,
    agency,
    author: await person("Tác giả Thử", school),
    representative: await person("Đại diện Thử", school, ["PARTY_REP"]),
    officer: await person("Chuyên viên Thử", agency, ["RESULT_OFFICER"]),
    ownOfficer: await person("Chuyên viên Trường", school, ["RESULT_OFFICER"]),
    stranger: await person("Người Ngoài", null),
  };
}

/** What makes a result whole; a test puts its own part in the place of one. */
export const WHOLE: readonly PartInput[] = [
  {
    part: "summary",
    values: {
      language: "vi",
      resultType: "MATERIAL",
      title_vi: "Màng lọc nano từ vỏ trấu cho giếng nhiễm asen",
      title_en: "Rice-husk nano filter for arsenic wells",
      title_fr: "",
      teaser_vi: "Giữ lại 98 % asen sau sáu tháng dùng liên tục.",
      teaser_en: "",
      teaser_fr: "",
      description: "Màng lọc làm từ silic vô định hình của vỏ trấu, ".repeat(4),
      benefits: "",
    },
  },
  {
    part: "classification",
    values: {
      productCodes: ["21-S17"],
      fordCode: "2.5",
      provinceCode: "01",
      keywords: ["asen"],
      originInitiative: [],
      originPartnership: [],
    },
  },
  {
    part: "readiness",
    values: {
      readiness: [
        { level: 4, onDate: "2026-01-10", evidence: "Biên bản thử nghiệm trong phòng" },
        { level: 7, onDate: "2026-09-01", evidence: "Biên bản vận hành tại ba giếng" },
      ],
    },
  },
  {
    part: "authors",
    values: {
      authors: [
        { name: "Tác giả Một", affiliation: "", contribution: 333_334 },
        { name: "Tác giả Hai", affiliation: "", contribution: 333_333 },
        { name: "Tác giả Ba", affiliation: "", contribution: 333_333 },
      ],
    },
  },
  {
    part: "exploitation",
    values: {
      acts: [
        {
          kind: "SALE",
          onDate: "2026-10-01",
          counterparty: "HTX Nước sạch Bến Mơ",
          territory: "Lam Giang",
          revenue: 450_000_000n,
          evidence: "Hợp đồng và hóa đơn tháng 10/2026",
        },
      ],
    },
  },
  {
    part: "funding",
    values: {
      funding: [
        { source: "STATE_BUDGET_CENTRAL", amount: 1_000_000_000n },
        { source: "ENTERPRISE", amount: 2_000_000_000n },
      ],
    },
  },
];

export async function revisionOf(code: string): Promise<number> {
  return (await db().result.findUniqueOrThrow({ where: { code }, select: { revision: true } })).revision;
}

/** A draft with every part of WHOLE, or the given ones in their place. */
export async function draft(cast: Cast, parts: readonly PartInput[] = [], actor = cast.author): Promise<string> {
  const started = await recordDraft(actor, {
    organisationId: cast.school,
    resultType: "MATERIAL",
    title: "Màng lọc nano từ vỏ trấu",
    language: "vi",
  });
  if (!started.ok) throw new Error(started.code);
  const { code } = started.value;
  const own = new Set(parts.map((it) => it.part));
  const all = [...WHOLE.filter((it) => !own.has(it.part)), ...parts];
  const saved = await save(actor, code, { parts: all, revision: 0 });
  if (!saved.ok) throw new Error(saved.code);
  return code;
}

export async function submitted(cast: Cast, parts: readonly PartInput[] = []): Promise<string> {
  const code = await draft(cast, parts);
  const sent = await submit(cast.author, code, { revision: await revisionOf(code) });
  if (!sent.ok) throw new Error(sent.code);
  return code;
}

export async function verified(cast: Cast, parts: readonly PartInput[] = [], withActs = true): Promise<string> {
  const code = await submitted(cast, parts);
  const acts = withActs ? await db().exploitationAct.findMany({ where: { result: { code } } }) : [];
  const input = {
    revision: await revisionOf(code),
    note: "Đã xem hợp đồng, hóa đơn và mẫu thử.",
    actIds: acts.map((it) => it.id),
  };
  const checked = await verify(cast.officer, code, input);
  if (!checked.ok) throw new Error(checked.code);
  return code;
}

export async function published(cast: Cast, parts: readonly PartInput[] = [], withActs = true): Promise<string> {
  const code = await verified(cast, parts, withActs);
  const outcome = await publish(cast.officer, code);
  if (!outcome.ok) throw new Error(outcome.code);
  return code;
}
