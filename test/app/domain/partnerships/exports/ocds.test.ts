import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import AjvDraft04 from "ajv-draft-04";
import addFormats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { ocdsRisk } from "#app/domain/partnerships/exports/ocds-contract.ts";
import { ocdsText, packageHead } from "#app/domain/partnerships/exports/ocds-package.ts";
import { ocdsRelease } from "#app/domain/partnerships/exports/ocds-release.ts";
import type { PublicAgreement, PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { agreement, context, MEMBERS, partnership, run, schedule } from "./example.ts";

const EXAMPLES: Record<string, PublicPartnership> = {
  "a consortium with an amendment and a distribution": partnership(),
  "a joint-venture company": partnership({ form: "JV_COMPANY" }),
  "an agreement just signed, without value, readiness or provinces": partnership({
    ...{ totalValueVnd: null, trlStart: null, trlTarget: null, provinceCodes: [], to: null },
    agreements: [agreement({ amendments: [], runs: [], from: "2027-01-01", to: null })],
  }),
  "confidential profit shares": partnership({
    agreements: [
      agreement({ profitConfidential: true, runs: [], schedules: agreement().schedules.filter(notProfit) }),
      agreement({ productCode: "21-S17", runs: [run({ kind: "LOSS", totalVnd: "-5" })] }),
    ],
  }),
};

function notProfit({ dimension }: { dimension: string }): boolean {
  return dimension !== "PROFIT";
}

const head = packageHead({ uri: "https://ba-nha.example/vi/x/ocds.json", origin: "https://ba-nha.example" });

function packed(one: PublicPartnership): string {
  const release = ocdsRelease(one, context());
  return ocdsText({ ...head, publishedDate: release.date, releases: [release] });
}

describe("an OCDS release", () => {
  const release = ocdsRelease(partnership(), context());
  const [contract] = release.contracts ?? [];

  test("names the stages reached and counts from the last change", () => {
    expect(release).toMatchObject({
      ...{ ocid: "local-banha-DA-2026-0042", date: "2026-03-20T02:00:00.000Z" },
      tag: ["planning", "award", "contract", "contractAmendment", "implementation"],
    });
  });

  test("keeps every share to the millionth, with the last moment of its period", () => {
    const profit = contract?.x_shareSchedules.find(({ dimension }) => dimension === "profit");
    expect(profit?.lines.map(({ ppm }) => ppm)).toEqual([200_000, 350_001, 449_999, 0]);
    expect(profit?.period).toEqual({
      startDate: "2025-01-15T00:00:00+07:00",
      endDate: "2028-12-31T23:59:59+07:00",
    });
  });

  test("writes what a double cannot hold exactly, and never a text as a number", () => {
    const text = packed(partnership());
    expect(text).toContain('"amount":9999999999999999,');
    expect(JSON.parse(text).releases[0].planning.project.title).toBe('Trạm bơm "amount":"5"');
  });

  test("pays parties, not authors or the tax office, and says so", () => {
    const paid = contract?.implementation?.transactions ?? [];
    expect(paid.map(({ payee, value }) => [payee.id, value.amount])).toEqual([
      ["VN-TIN-01n1", 300n],
      ["VN-TIN-01d1", 400n],
    ]);
    expect(contract?.x_distributionRuns?.[0]?.lines).toHaveLength(4);
    expect(release.x_notCarried.map(({ topic }) => topic)).toContain("TIERS");
  });

  test("gives a text in the language of the export and the others beside it", () => {
    expect(ocdsRelease(partnership(), context("fr")).planning.project).toMatchObject({
      title: "Stations de pompage",
      title_vi: 'Trạm bơm "amount":"5"',
    });
  });

  test("lists what is withheld, and carries nothing of it", () => {
    const closed = EXAMPLES["confidential profit shares"] ?? partnership();
    const { x_withheld, contracts } = ocdsRelease(closed, context());
    expect(x_withheld).toMatchObject([{ reason: "AGREED_CONFIDENTIAL", until: null }]);
    expect(contracts?.[0]?.x_shareSchedules.map(({ dimension }) => dimension)).not.toContain("profit");
  });

  test("a joint venture's company has its shareholders of the day", () => {
    const company = ocdsRelease(partnership({ form: "JV_COMPANY" }), context()).parties?.at(-1);
    expect(company).toMatchObject({
      shareholders: [{ shareholding: 0.24 }, { shareholding: 0.16 }, { shareholding: 0.4 }, { shareholding: 0.2 }],
    });
  });

  test("a joint venture's company is named as its agreement names it, with its number once it is registered", () => {
    const formFacts = { companyName: "Công ty Nhịp Cầu", charterCapital: "20000000000", companySeat: "Hà Nội" };
    const companyOf = (facts: PublicAgreement["formFacts"]) =>
      ocdsRelease(
        partnership({ form: "JV_COMPANY", agreements: [agreement({ formFacts: facts })] }),
        context(),
      ).parties?.at(-1);
    expect(companyOf(formFacts)).toMatchObject({ name: "Công ty Nhịp Cầu" });
    expect(companyOf(formFacts)).not.toHaveProperty("identifier.id");
    expect(companyOf({ ...formFacts, registrationNumber: "0402 198 771", registeredOn: "2026-07-21" })).toMatchObject({
      identifier: { scheme: "VN-TIN", id: "0402198771" },
    });
  });

  test("a contract says what its form needs", () => {
    expect(release.contracts?.[0]).toMatchObject({
      x_form: { form: "CONTRACT_CONSORTIUM", facts: { contractNumber: "12/2026/HĐLD" } },
    });
  });
});

test.each([
  [[300_000, 200_001, 499_999], "publicAuthority"],
  [[300_000, 200_000, 500_000], "undefined"],
  [[300_000, 199_999, 500_001], "privateParty"],
])("risk of %j falls to %s: a public university counts as public", (ppm, word) => {
  expect(ocdsRisk(schedule("RISK", "2025-01-15", null, ppm), MEMBERS, context()).allocation).toBe(word);
});

const folder = process.env["OCDS_SCHEMAS"] ?? "";
const known = folder !== "" && existsSync(path.join(folder, "ocds-ppp-release-package.json"));

describe(known ? "the OCDS schemas" : "the OCDS schemas are absent: OCDS_SCHEMAS names no folder that has them", () => {
  test.skipIf(!known).each(Object.entries(EXAMPLES))("accept %s", (_name, example) => {
    const validate = validator();
    expect(validate(JSON.parse(packed(example))), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test.skipIf(!known)("refuse a release without its tag", () => {
    const broken = JSON.parse(packed(partnership()));
    broken.releases[0].tag = [];
    expect(validator()(broken)).toBe(false);
  });
});

function validator() {
  const ajv = new AjvDraft04({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(read("ocds-ppp-release.json"));
  return ajv.compile(read("ocds-ppp-release-package.json"));
}

function read(name: string): object {
  return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
}

describe("the portal's own extension", () => {
  // The fields of the extension as a schema of their own: what OCDS defines is left open.
  const added = JSON.parse(readFileSync("public/data/ocds-shares/release-schema.json", "utf8"));
  const open = { OrganizationReference: { required: ["id"] }, Period: { required: ["startDate"] } };
  const ajv = new AjvDraft04({ strict: false, allErrors: true });
  addFormats(ajv);
  const contracts = { type: "array", items: { $ref: "#/definitions/Contract" } };
  const validate = ajv.compile({
    definitions: { ...added.definitions, ...open },
    properties: { ...added.properties, contracts },
  });

  test.each(Object.entries(EXAMPLES))("describes %s", (_name, example) => {
    const release = JSON.parse(packed(example)).releases[0];
    expect(validate(release), JSON.stringify(validate.errors, null, 1)).toBe(true);
  });

  test("refuses a share that is no whole part per million", () => {
    const release = JSON.parse(packed(partnership())).releases[0];
    release.contracts[0].x_shareSchedules[0].lines[0].ppm = 0.5;
    expect(validate(release)).toBe(false);
  });
});
