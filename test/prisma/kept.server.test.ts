import { afterEach, expect, test, vi } from "vitest";
import { done, refuse } from "#app/platform/outcome.ts";
import { keptForASecond } from "#prisma/kept.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
afterEach(() => {
  vi.useRealTimers();
});

function counted(answer: (asked: number) => Promise<string>) {
  let asked = 0;
  const ask = keptForASecond((..._question: string[]) => {
    asked += 1;
    return answer(asked);
  });
  return { ask, asked: () => asked };
}

test("a question is asked once, however many want to know, and another question again", async () => {
  const { ask, asked } = counted(async (number) => `answer ${number}`);
  const answers = await Promise.all([ask("a"), ask("a"), ask("a"), ask("b")]);
  expect(answers).toEqual(["answer 1", "answer 1", "answer 1", "answer 2"]);
  expect(asked()).toBe(2);
});

test("after a command has written it is asked anew; a refused one has written nothing", async () => {
  // However long a loaded machine takes for the transactions, the second does not pass.
  vi.useFakeTimers({ toFake: ["Date"] });
  const { ask } = counted(async (number) => `answer ${number}`);
  await ask();
  await inTransaction(async () => refuse("NO"));
  expect(await ask()).toBe("answer 1");
  await inTransaction(async () => done(null));
  expect(await ask()).toBe("answer 2");
});

test("a failure is not kept", async () => {
  const { ask } = counted(async (number) => {
    if (number === 1) throw new Error("the database is away");
    return "here";
  });
  await expect(ask()).rejects.toThrow("away");
  expect(await ask()).toBe("here");
});
