import { expect, test } from "vitest";
import { forgetKeptAnswers } from "#app/domain/accounts/access-tokens/forget.server.ts";
import { answeredBefore, keepAnswer } from "#app/domain/accounts/access-tokens/once.server.ts";
import { sha256 } from "#app/platform/hash.server.ts";
import { done } from "#app/platform/outcome.ts";
import { db } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { withTestDatabase } from "#test/setup/database.ts";
import { anActor } from "#test/support/initiative-cast.ts";

withTestDatabase();

const DAY_MS = 86_400_000;

test("the clock removes answers older than the policy's period, whose keys are new again, and no other", async () => {
  const { personId } = await anActor("Người có chương trình");
  const keep = (key: string, daysAgo: number) =>
    inTransaction(async (tx) => {
      const at = new Date(Date.now() - daysAgo * DAY_MS);
      await keepAnswer(tx, personId, { key, requestSha256: sha256(key) }, { code: key }, at);
      return done(null);
    });
  await keep("key-of-31-days", 31);
  await keep("key-of-29-days", 29);
  const before = (key: string, asked = key) =>
    inTransaction(async (tx) => done(await answeredBefore(tx, personId, { key, requestSha256: sha256(asked) })));
  expect(await before("key-of-31-days", "another body")).toMatchObject({ value: { code: "IDEMPOTENCY_KEY_REUSED" } });
  expect(await forgetKeptAnswers()).toBe(1);
  expect(await before("key-of-31-days", "another body")).toMatchObject({ value: null });
  expect(await before("key-of-29-days")).toMatchObject({ value: { answer: { code: "key-of-29-days" } } });
  expect(await forgetKeptAnswers()).toBe(0);
  await expect(db().keptAnswer.deleteMany({ where: { personId } })).rejects.toThrow(/KEPT_ANSWER/);
});
