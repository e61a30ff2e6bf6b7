import { CAPITAL_PROPERTIES } from "#test/support/partnerships/capital-properties.ts";
import { FEW_RUNS, testProperties } from "#test/support/properties.ts";

testProperties("capital", CAPITAL_PROPERTIES, FEW_RUNS);
