import type { Reference } from "./read.ts";

/** The rows of one table: every column named as in the database, rows in the order in which they are written. */
export type TableRows = { table: string; key: readonly string[]; rows: readonly Record<string, unknown>[] };

/**
 * What the tables of the catalogue hold according to the files, in an order that respects what refers to what. `today`
 * ('YYYY-MM-DD') chooses the standing of a province whose kind changed.
 */
export function rowsOf(reference: Reference, today: string): TableRows[] {
  return [
    ...catalogueRows(reference),
    ...placesAndBodies(reference, today),
    ...lists(reference),
    { table: "legal_instrument", key: ["number"], rows: reference.legalInstruments.items.map(instrumentRow) },
    { table: "legal_parameter", key: ["key", "valid_from"], rows: parameterRows(reference) },
    { table: "calendar_day", key: ["on_date"], rows: reference.workingYears.flatMap(calendarRows) },
    // after its days: from the moment on which a year is final, its days are there
    {
      table: "calendar_year",
      key: ["year"],
      rows: reference.workingYears.map(({ year, provisional, source, confidence }) => ({
        ...{ year, provisional, source, confidence },
      })),
    },
  ];
}

type Named = { nameVi: string; nameEn: string; nameFr: string };

function names({ nameVi, nameEn, nameFr }: Named) {
  return { name_vi: nameVi, name_en: nameEn, name_fr: nameFr };
}

function catalogueRows({ catalogues, crosswalk, guidance }: Reference): TableRows[] {
  // The former catalogue first: its end is shortened before the next one begins.
  const inOrder = [...catalogues].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  return [
    {
      table: "catalogue_version",
      key: ["code"],
      rows: inOrder.map((it) => ({
        code: it.code,
        instrument: it.instrument,
        issued_on: it.issuedOn,
        valid_from: it.validFrom,
        valid_to: it.validTo,
        markets: it.markets,
        source: it.source,
        confidence: it.confidence,
        confidence_note: it.confidenceNote,
      })),
    },
    {
      table: "technology_group",
      key: ["code"],
      rows: inOrder.flatMap((it) =>
        it.groups.map((group, index) => ({
          code: group.code,
          version_code: it.code,
          position: index + 1,
          ...names(group),
          confidence: group.confidence,
        })),
      ),
    },
    { table: "strategic_product", key: ["code"], rows: inOrder.flatMap(productRows) },
    {
      table: "catalogue_crosswalk",
      key: ["from_code", "to_code"],
      rows: crosswalk.pairs.flatMap(({ from, to, relation, confidence }) =>
        to === null ? [] : [{ from_code: from, to_code: to, relation, confidence }],
      ),
    },
    {
      table: "product_guidance",
      key: ["product_code", "kind", "legal_ref"],
      rows: guidance.items.map((it) => ({
        product_code: it.product,
        kind: it.kind,
        legal_ref: it.legalRef,
        status: it.status,
        source: guidance.source,
        confidence: it.confidence,
      })),
    },
  ];
}

function productRows(catalogue: Reference["catalogues"][number]) {
  return catalogue.products.map((it) => {
    const market = catalogue.markets.findIndex((one) => one.code === it.market);
    return {
      code: it.code,
      group_code: it.group,
      number: it.number,
      market_group: market < 0 ? null : market + 1,
      ...names(it),
      confidence: it.confidence,
      group_confidence: it.groupConfidence,
      evidence: it.evidence,
    };
  });
}

function placesAndBodies({ provinces, centralBodies }: Reference, today: string): TableRows[] {
  const provinceRows = provinces.items.map((it) => {
    const standing = it.history.findLast((one) => one.validFrom <= today) ?? it.history[0];
    return {
      code: it.code,
      ...names(it),
      kind: standing?.kind,
      full_name_vi: standing?.fullNameVi,
      history: it.history,
      source: provinces.source,
      confidence: provinces.confidence,
    };
  });
  const bodyRows = centralBodies.items.map((it) => ({
    code: it.code,
    level: it.kind,
    ...names(it),
    source: centralBodies.source,
    confidence: it.confidence,
  }));
  return [
    { table: "province", key: ["code"], rows: provinceRows },
    { table: "central_body", key: ["code"], rows: bodyRows },
  ];
}

function lists({ readinessLevels, fieldsOfScience, actionPlan }: Reference): TableRows[] {
  const from = ({ source, confidence }: { source: string; confidence: string }) => ({ source, confidence });
  return [
    {
      table: "readiness_level",
      key: ["level"],
      rows: readinessLevels.items.map((it) => ({ level: it.level, ...names(it), ...from(readinessLevels) })),
    },
    {
      table: "field_of_science",
      key: ["code"],
      rows: fieldsOfScience.items.map((it) => ({
        code: it.code,
        parent_code: it.broad,
        ...names(it),
        ...from(fieldsOfScience),
      })),
    },
    {
      table: "plan_system",
      key: ["code"],
      rows: actionPlan.systems.map((it) => ({ code: it.code, kind: it.kind, ...names(it), ...from(actionPlan) })),
    },
  ];
}

function instrumentRow(it: Reference["legalInstruments"]["items"][number]) {
  return {
    number: it.number,
    issued_on: it.issuedOn,
    effective_from: it.effectiveFrom,
    effective_note: it.effectiveNote,
    title_vi: it.titleVi,
    title_en: it.titleEn,
    title_fr: it.titleFr,
    rules: it.rules,
    source: it.source,
    confidence: it.confidence,
  };
}

function parameterRows({ legalParameters }: Reference) {
  // A figure that ends is shortened before its successor begins.
  const inOrder = [...legalParameters.items].sort((a, b) => a.validFrom.localeCompare(b.validFrom));
  return inOrder.map((it) => ({
    key: it.key,
    valid_from: it.validFrom,
    valid_to: it.validTo,
    value: it.value,
    unit: it.unit,
    ...names(it),
    basis: it.basis,
    source: it.source,
    confidence: it.confidence,
  }));
}

function calendarRows(year: Reference["workingYears"][number]) {
  const common = { provisional: year.provisional, source: year.source };
  return [
    ...year.daysOff.map((it) => ({
      on_date: it.on,
      working: false,
      ...names(it),
      ...common,
      confidence: it.confidence,
    })),
    ...year.workedWeekendDays.map((it) => ({
      on_date: it.on,
      working: true,
      name_vi: `Làm bù cho ngày ${it.insteadOf}`,
      name_en: `Worked instead of ${it.insteadOf}`,
      name_fr: `Travaillé à la place du ${it.insteadOf}`,
      ...common,
      confidence: it.confidence,
    })),
  ];
}
