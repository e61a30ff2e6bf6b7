import { BARGAINING_PROPERTIES } from "#test/support/partnerships/bargaining-properties.ts";
import { CAPITAL_PROPERTIES } from "#test/support/partnerships/capital-properties.ts";
import { PROFIT_PROPERTIES } from "#test/support/partnerships/profit-properties.ts";
import { RISK_PROPERTIES } from "#test/support/partnerships/risk-properties.ts";
import { FEW_RUNS, testProperties } from "#test/support/properties.ts";

testProperties("capital", CAPITAL_PROPERTIES, FEW_RUNS);
testProperties("risk", RISK_PROPERTIES, FEW_RUNS);
testProperties("profit", PROFIT_PROPERTIES, FEW_RUNS);
testProperties("bargaining", BARGAINING_PROPERTIES, FEW_RUNS);
