import { defineConfig } from "vitest/config";

const setupFiles = ["test/setup/fail-on-console.ts"];
const globalSetup = ["test/setup/cluster.ts"];
const elsewhere = ["test/deep/**", "test/bench/**", "node_modules/**"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, "test/**/*.server.test.{ts,tsx}", "test/e2e/**"],
          setupFiles,
          testTimeout: 20_000,
          maxWorkers: 2,
          // Nothing here holds on to anything: one reading of the modules serves all files.
          isolate: false,
        },
      },
      {
        // The test of a `.server.ts` file has a real PostgreSQL at hand: test/setup/database.ts.
        test: {
          name: "server",
          include: ["test/**/*.server.test.{ts,tsx}"],
          exclude: [...elsewhere, "test/e2e/**"],
          setupFiles,
          globalSetup,
          testTimeout: 20_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // Whole journeys in a browser, after the others, so that they have the machine to themselves.
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          setupFiles,
          globalSetup: [...globalSetup, "test/setup/built.ts"],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        // What takes long and belongs to no single change: npm run test:deep.
        test: {
          name: "deep",
          include: ["test/deep/**/*.test.ts"],
          setupFiles,
          globalSetup: [...globalSetup, "test/setup/built.ts"],
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
