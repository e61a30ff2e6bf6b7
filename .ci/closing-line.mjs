// Says in one plain line how many tests passed and failed: node .ci/closing-line.mjs results.json
import { readFileSync } from "node:fs";

const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
);
const skipped = numPendingTests + numTodoTests;
// A file that cannot even be loaded counts no test; the run has failed all the same.
const failed = numFailedTests === 0 && !success ? 1 : numFailedTests;
process.stdout.write(`${numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`);
