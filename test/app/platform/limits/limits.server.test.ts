import { beforeEach, describe, expect, it } from "vitest";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { forgive, take } from "#app/platform/limits/limits.server.ts";
import { addressBucket } from "#app/platform/limits/limits.ts";
import { closeDatabase, openDatabase, pool } from "#prisma/client.server.ts";
import { resetDatabase, testDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
beforeEach(resetDatabase);

describe("a limit", () => {
  it("lets exactly ten of 200 at once through, and says how long to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, () => take("sign-in", "198.51.100.7")));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    const refused = answers.find((answer) => !answer.ok);
    expect(refused).toEqual({ ok: false, retryAfterS: expect.any(Number) });
    expect(await take("sign-in", "198.51.100.8")).toEqual({ ok: true });
  });

  it("keeps no address in clear", async () => {
    await take("mail-link", "lan@truong.example");
    const { rows } = await pool().query<{ key: string }>("SELECT key FROM rate_limit");
    expect(rows[0]?.key).toMatch(/^mail-link:[0-9a-f]{32}$/);
  });

  it("follows the environment's figures", async () => {
    setEnvironment(readEnvironment({ NODE_ENV: "test", LIMITS: "sign-up=2/60, sign-in=1/60" }));
    expect([await take("sign-up", "a"), await take("sign-up", "a"), await take("sign-up", "a")]).toMatchObject([
      { ok: true },
      { ok: true },
      { ok: false },
    ]);
    await forgive("sign-up", "a");
    expect(await take("sign-up", "a")).toEqual({ ok: true });
    expect(() => readEnvironment({ LIMITS: "sign-in=many" })).toThrow(/^LIMITS /);
  });

  it("still holds while the database is away", async () => {
    const { appUrl } = testDatabase();
    await closeDatabase();
    openDatabase("postgres://nobody:x@127.0.0.1:1/none");
    try {
      const answers = await Promise.all(Array.from({ length: 30 }, () => take("sign-in", "203.0.113.9")));
      expect(answers.filter((answer) => answer.ok)).toHaveLength(10);
    } finally {
      await closeDatabase();
      openDatabase(appUrl);
    }
  });
});

describe("the bucket of an address", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["2001:db8:1:2:aaaa:bbbb:cccc:dddd", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("of %s is %s", (address, bucket) => {
    expect(addressBucket(address)).toBe(bucket);
  });
});
