import fc from "fast-check";
import { expect, test } from "vitest";
import { ARGUED_IN, checklistOf, lacksOf, type ProposalContent } from "#app/domain/initiatives/completeness.ts";
import { CRITERIA } from "#app/domain/initiatives/criteria.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";

const LONG = "Một câu đủ dài để nói rõ điều cần nói, có số liệu, có nơi chốn và có cách kiểm tra lại từng bước một.";
const WHOLE: ProposalContent = {
  ...{ track: "ORDINARY", applicantType: "PERSON", organisationId: null, language: "vi" },
  ...{
    title: { vi: "Bộ đo độ mặn tự cấp nguồn" },
    abstract: { vi: LONG },
    problem: LONG,
    solution: LONG,
    novelty: LONG,
  },
  ...{ publicBenefit: LONG, maturityTrl: 6, fordCode: "2.7", productCodes: [], provinceCode: "86" },
  ...{ team: [{ name: "Nhóm Cửa Sông", part: "" }], requestedFundingVnd: 0n, coFunding: [], durationMonths: 18 },
  ...{ ipOwnership: "Nhóm tác giả giữ quyền.", filedBeforePublication: "NO", priorRights: "" },
  ...{ secrecyDeclared: true, consentPublish: true, opensEarly: false },
};

function fields(content: ProposalContent): string[] {
  return lacksOf(content).map((lack) => lack.field);
}

test("a whole proposal lacks nothing; products, co-funding, prior rights and files are not asked for", () => {
  expect(lacksOf(WHOLE)).toEqual([]);
});

test.each<[Partial<ProposalContent>, string[]]>([
  [{ applicantType: "ORG" }, ["organisationId"]],
  [{ title: { en: "A salinity gauge of its own" } }, ["title_vi"]],
  [{ language: "en" }, ["title_en", "abstract_en"]],
  [{ title: { vi: "Bộ đo độ mặn tự cấp nguồn", fr: "Court" } }, ["title_fr"]],
  [{ abstract: { vi: "ngắn" } }, ["abstract_vi"]],
  [{ problem: "", solution: "ngắn", novelty: "" }, ["problem", "solution", "novelty"]],
  [{ publicBenefit: "" }, ["publicBenefit"]],
  [{ maturityTrl: null, fordCode: null, provinceCode: null }, ["maturityTrl", "fordCode", "provinceCode"]],
  [{ requestedFundingVnd: null, durationMonths: null }, ["requestedFunding", "durationMonths"]],
  [{ ipOwnership: "", filedBeforePublication: null }, ["ipOwnership", "filedBeforePublication"]],
  [{ secrecyDeclared: false, consentPublish: false }, ["secrecyDeclared", "consentPublish"]],
])("without %j the submission lacks %j", (without, lacking) => {
  expect(fields({ ...WHOLE, ...without })).toEqual(lacking);
});

test("lengths count characters as people see them, from 100 on", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (length) => {
      const novelty = "ế".repeat(length);
      expect(fields({ ...WHOLE, novelty })).toEqual(length < 100 ? ["novelty"] : []);
    }),
  );
});

test("a breakthrough names a strategic product, an ordinary initiative need not", () => {
  const breakthrough = { ...WHOLE, track: "BREAKTHROUGH" } as const;
  expect(fields(breakthrough)).toEqual(["productCodes"]);
  expect(fields({ ...breakthrough, productCodes: ["21-S15"] })).toEqual([]);
});

test.each(TRACKS)("on the track %s every criterion is argued in answers that its task list asks for", (track) => {
  const names = checklistOf(track).map(({ name }) => name);
  for (const { code } of CRITERIA[track]) expect(names).toEqual(expect.arrayContaining([...ARGUED_IN[code]]));
});

test.each(TRACKS)("on the track %s every lack belongs to exactly one item of the task list", (track) => {
  const nothing: ProposalContent = {
    ...WHOLE,
    track,
    ...{ applicantType: "ORG", team: [], title: { en: "x", fr: "x" }, abstract: { en: "x", fr: "x" }, problem: "" },
    ...{ solution: "", novelty: "", publicBenefit: "", maturityTrl: null, fordCode: null, provinceCode: null },
    ...{ requestedFundingVnd: null, durationMonths: null, ipOwnership: "", filedBeforePublication: null },
    ...{ secrecyDeclared: false, consentPublish: false },
  };
  for (const field of fields(nothing))
    expect([field, checklistOf(track).filter((item) => item.fields.includes(field)).length]).toEqual([field, 1]);
});
