import { ALLOCATION_PROPERTIES } from "#test/support/partnerships/allocation-properties.ts";
import { BARGAINING_PROPERTIES } from "#test/support/partnerships/bargaining-properties.ts";
import { CAPITAL_PROPERTIES } from "#test/support/partnerships/capital-properties.ts";
import { PROFIT_PROPERTIES } from "#test/support/partnerships/profit-properties.ts";
import { RISK_PROPERTIES } from "#test/support/partnerships/risk-properties.ts";
import { SCHEDULE_PROPERTIES } from "#test/support/partnerships/schedule-properties.ts";
import { MANY_RUNS, testProperties } from "#test/support/properties.ts";

testProperties("allocation", ALLOCATION_PROPERTIES, MANY_RUNS);
testProperties("share schedules", SCHEDULE_PROPERTIES, MANY_RUNS);
testProperties("capital", CAPITAL_PROPERTIES, MANY_RUNS);
testProperties("risk", RISK_PROPERTIES, MANY_RUNS);
testProperties("profit", PROFIT_PROPERTIES, MANY_RUNS);
testProperties("bargaining", BARGAINING_PROPERTIES, MANY_RUNS);
