import { describe, expect, test } from "vitest";
import { FUNDING_SOURCES } from "#app/domain/catalogue/funding-source.ts";
import { LEGAL_PARAMETERS } from "#app/domain/catalogue/legal-parameter.ts";
import { IP_KINDS, IP_STATUSES } from "#app/domain/results/exploitation.ts";
import { ExploitationKind, MemberRole, PartnershipForm, ResultType } from "#prisma/generated/enums.ts";
import actionPlanFile from "#prisma/reference/action-plan.json";
import centralBodiesFile from "#prisma/reference/central-bodies.json";
import codeListsFile from "#prisma/reference/code-lists.json";
import fieldsFile from "#prisma/reference/fields-of-science.json";
import instrumentsFile from "#prisma/reference/legal-instruments.json";
import parametersFile from "#prisma/reference/legal-parameters.json";
import provincesFile from "#prisma/reference/provinces.json";
import levelsFile from "#prisma/reference/readiness-levels.json";
import {
  actionPlanSchema,
  catalogueSchema,
  centralBodiesSchema,
  codeListsSchema,
  crosswalkSchema,
  fieldsOfScienceSchema,
  legalInstrumentsSchema,
  legalParametersSchema,
  provincesSchema,
  readinessLevelsSchema,
  workingYearSchema,
} from "#prisma/reference/reference.schema.ts";
import currentFile from "#prisma/reference/strategic-catalogue-21-2026.json";
import formerFile from "#prisma/reference/strategic-catalogue-1131-2025.json";
import crosswalkFile from "#prisma/reference/strategic-catalogue-crosswalk.json";
import year2025 from "#prisma/reference/working-days-2025.json";
import year2026 from "#prisma/reference/working-days-2026.json";
import year2027 from "#prisma/reference/working-days-2027.json";

const former = catalogueSchema.parse(formerFile);
const current = catalogueSchema.parse(currentFile);

function expectNoDuplicate(codes: readonly (string | number)[]) {
  expect(codes.filter((code, place) => codes.indexOf(code) !== place)).toEqual([]);
}

function expectNoOverlap(periods: readonly { validFrom: string; validTo: string | null }[]) {
  const sorted = [...periods].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  for (const [place, period] of sorted.entries()) {
    if (period.validTo !== null) expect(period.validFrom < period.validTo).toBe(true);
    const next = sorted[place + 1];
    if (next) expect(period.validTo !== null && period.validTo <= next.validFrom).toBe(true);
  }
}

function weekday(on: string): number {
  return new Date(`${on}T00:00:00Z`).getUTCDay();
}

describe("the strategic catalogue", () => {
  test("has 10 groups and 30 products in force, 11 and 35 before", () => {
    expect([current.groups.length, current.products.length]).toEqual([10, 30]);
    expect([former.groups.length, former.products.length]).toEqual([11, 35]);
  });

  test("follows the former one without a gap or an overlap", () => {
    expectNoOverlap([former, current]);
    expect(former.validTo).toBe(current.validFrom);
    expect(current.supersedes).toBe(former.code);
  });

  test.each([former, current])("$code: every product belongs to a group and a market of its catalogue", (catalogue) => {
    const groups = new Set(catalogue.groups.map((group) => group.code));
    const markets = new Set(catalogue.markets.map((market) => market.code));
    for (const product of catalogue.products) {
      expect(groups).toContain(product.group);
      if (product.market !== null) expect(markets).toContain(product.market);
    }
    for (const group of groups) expect(catalogue.products.map((product) => product.group)).toContain(group);
  });

  test("never uses a code twice, in either version", () => {
    const both = [former, current];
    expectNoDuplicate(both.flatMap((catalogue) => catalogue.groups.map((group) => group.code)));
    expectNoDuplicate(both.flatMap((catalogue) => catalogue.products.map((product) => product.code)));
    for (const catalogue of both) expectNoDuplicate(catalogue.products.map((product) => product.number));
  });

  test("leads from every former product to one that exists, or says that none does", () => {
    const { pairs, newProducts } = crosswalkSchema.parse(crosswalkFile);
    const targets = current.products.map((product) => product.code);
    expect(pairs.map((pair) => pair.from).sort()).toEqual(former.products.map((product) => product.code).sort());
    for (const pair of pairs) {
      expect(pair.to === null).toBe(pair.relation === "none");
      if (pair.to !== null) expect(targets).toContain(pair.to);
    }
    const reached = new Set(pairs.map((pair) => pair.to));
    expect([...newProducts].sort()).toEqual(targets.filter((code) => !reached.has(code)).sort());
  });
});

test("there are 34 provincial units with one kind a day, 7 of them cities, formed from the 63 former ones", () => {
  const { items, validAsOf } = provincesSchema.parse(provincesFile);
  expect(items).toHaveLength(34);
  expectNoDuplicate(items.map((item) => item.code));
  expectNoDuplicate(items.map((item) => item.slug));
  for (const item of items) expectNoOverlap(item.history);
  const today = items.map((item) =>
    item.history.find((kind) => kind.validFrom <= validAsOf && (kind.validTo === null || validAsOf < kind.validTo)),
  );
  expect(today.filter((kind) => kind?.kind === "CITY")).toHaveLength(7);
  const formerUnits = items.flatMap((item) => item.formedFrom);
  expect(formerUnits).toHaveLength(63);
  expectNoDuplicate(formerUnits);
});

test("there are 14 ministries and 3 bodies of their level among the central bodies", () => {
  const { items } = centralBodiesSchema.parse(centralBodiesFile);
  expectNoDuplicate(items.map((item) => item.code));
  expect(items.filter((item) => item.kind === "MINISTRY")).toHaveLength(14);
  expect(items.filter((item) => item.kind === "MINISTERIAL_LEVEL")).toHaveLength(3);
});

test("readiness levels run from 1 to 9", () => {
  const { items } = readinessLevelsSchema.parse(levelsFile);
  expect(items.map((item) => item.level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("there are 6 broad and 42 narrow fields of science, each narrow one under its broad one", () => {
  const { items } = fieldsOfScienceSchema.parse(fieldsFile);
  expectNoDuplicate(items.map((item) => item.code));
  const broad = items.filter((item) => item.broad === null).map((item) => item.code);
  const narrow = items.filter((item) => item.broad !== null);
  expect([broad.length, narrow.length]).toEqual([6, 42]);
  for (const item of narrow) {
    expect(broad).toContain(item.broad);
    expect(item.code.startsWith(`${item.broad}.`)).toBe(true);
  }
});

test("legal instruments are listed once and take effect on or after the day they are issued", () => {
  const { items } = legalInstrumentsSchema.parse(instrumentsFile);
  expectNoDuplicate(items.map((item) => item.number));
  for (const item of items)
    if (item.issuedOn && item.effectiveFrom) expect(item.issuedOn <= item.effectiveFrom).toBe(true);
});

test("legal parameters are those that the rules name, one value a day, with a known basis", () => {
  const { items } = legalParametersSchema.parse(parametersFile);
  expect([...new Set(items.map((item) => item.key))].sort()).toEqual([...LEGAL_PARAMETERS].sort());
  for (const key of LEGAL_PARAMETERS) expectNoOverlap(items.filter((item) => item.key === key));
  const known = instrumentsFile.items.map((item) => item.number);
  for (const item of items) {
    if (item.basis !== null) expect(known).toContain(item.basis);
    expect(item.confidence === "proposal" ? item.basis : item.source).not.toBe("");
    if (item.unit === "PPM") expect(item.value).toBeLessThanOrEqual(1_000_000);
    if (item.key.endsWith(".working-days")) expect(item.unit).toBe("WORKING_DAYS");
  }
});

test("the action plan has its six systems; its phases may overlap, as printed", () => {
  const { systems, phases } = actionPlanSchema.parse(actionPlanFile);
  expect(systems).toHaveLength(6);
  expectNoDuplicate([...systems, ...phases].map((item) => item.code));
});

test("the code lists of forms name what the database and the domain know, in its order", () => {
  const codesOf = (list: string) =>
    codeListsFile.lists.find((known) => known.code === list)?.items.map((item) => item.code);
  expect(codesOf("partnership-form")).toEqual(Object.values(PartnershipForm));
  expect(codesOf("member-role")).toEqual(Object.values(MemberRole));
  expect(codesOf("result-type")).toEqual(Object.values(ResultType));
  expect(codesOf("exploitation-kind")).toEqual(Object.values(ExploitationKind));
  expect(codesOf("ip-kind")).toEqual([...IP_KINDS]);
  expect(codesOf("ip-status")).toEqual([...IP_STATUSES]);
  expect(codesOf("funding-source")).toEqual([...FUNDING_SOURCES]);
});

test("no code list names a code twice", () => {
  const { lists } = codeListsSchema.parse(codeListsFile);
  expectNoDuplicate(lists.map((list) => list.code));
  for (const list of lists) expectNoDuplicate(list.items.map((item) => item.code));
});

test.each([year2025, year2026, year2027])("the working days of $year hold together", (file) => {
  const { year, daysOff, workedWeekendDays } = workingYearSchema.parse(file);
  expectNoDuplicate([...daysOff, ...workedWeekendDays].map((entry) => entry.on));
  for (const entry of daysOff) {
    expect(entry.on.startsWith(`${year}-`)).toBe(true);
    expect([1, 2, 3, 4, 5]).toContain(weekday(entry.on));
  }
  const swapped = daysOff.filter((entry) => entry.kind === "SWAPPED").map((entry) => entry.on);
  expect(workedWeekendDays.map((entry) => entry.insteadOf).sort()).toEqual([...swapped].sort());
  for (const entry of workedWeekendDays) expect([0, 6]).toContain(weekday(entry.on));
});
