import { beforeEach, describe, expect, it } from "vitest";
import { confirmEmail, findConfirmation } from "#app/domain/accounts/access/confirm-email.server.ts";
import { openAccount } from "#app/domain/accounts/access/open-account.server.ts";
import { requestReset } from "#app/domain/accounts/access/request-reset.server.ts";
import { findReset, resetPassword } from "#app/domain/accounts/access/reset-password.server.ts";
import { signIn } from "#app/domain/accounts/access/sign-in.server.ts";
import { signUp } from "#app/domain/accounts/access/sign-up.server.ts";
import { chooseSessionCookie, openSession, readActor } from "#app/domain/accounts/sessions/sessions.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { db, pool } from "#prisma/client.server.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";
import { mailedSecret, waitingMails } from "./letters.ts";

withTestDatabase();
beforeEach(resetDatabase);
beforeEach(() => chooseSessionCookie("https://ba-nha.example"));

const email = "lan@truong.example";
const password = "lúa chín vàng ba sào";
const other = "mưa dầm tháng sáu";

async function confirmed(address = email): Promise<string> {
  const outcome = await openAccount({ email: address, password, name: null });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value.personId;
}

async function actorOf(cookie: string) {
  const [pair = ""] = cookie.split(";");
  return readActor(new Request("https://ba-nha.example/", { headers: { Cookie: pair } }));
}

describe("signing up", () => {
  it("opens an account that can be used once its address is confirmed by link and password", async () => {
    expect(await signUp({ email, password, language: "fr" })).toEqual({ ok: true, value: null });
    expect(await signIn({ email, password })).toMatchObject({ code: "SIGN_IN_FAILED" });
    const secret = await mailedSecret(email, "confirm");
    expect(await findConfirmation(secret)).toEqual({ email });
    expect(await confirmEmail(secret, other)).toMatchObject({ code: "WRONG_PASSWORD", field: "password" });
    expect(await confirmEmail(secret, password)).toMatchObject({ ok: true });
    expect(await signIn({ email, password })).toMatchObject({ ok: true, value: { language: "fr", hasProfile: false } });
  });

  it("gives a link that works once and not after 48 hours", async () => {
    await signUp({ email, password, language: "vi" });
    const secret = await mailedSecret(email, "confirm");
    await db().emailToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await confirmEmail(secret, password)).toMatchObject({ code: "LINK_VOID" });
    await db().emailToken.updateMany({ data: { expiresAt: new Date(Date.now() + 1_000_000) } });
    expect(await confirmEmail(secret, password)).toMatchObject({ ok: true });
    expect(await confirmEmail(secret, password)).toMatchObject({ code: "LINK_VOID" });
    expect(await findConfirmation(secret)).toBeNull();
    expect(await findConfirmation("' OR 1=1 --")).toBeNull();
  });

  it("keeps no secret and no password in clear", async () => {
    await signUp({ email, password, language: "vi" });
    const secret = await mailedSecret(email, "confirm");
    const { rows } = await pool().query(
      "SELECT p.password_hash, t.token_hash FROM person p JOIN email_token t ON true",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0].token_hash).not.toBe(secret);
  });

  it("answers the same for an address that has an account, and tells its owner alone", async () => {
    await confirmed();
    expect(await signUp({ email, password: other, language: "vi" })).toEqual({ ok: true, value: null });
    expect((await waitingMails()).map((mail) => mail.subject)).toEqual(["Địa chỉ này đã có tài khoản Ba Nhà"]);
    expect(await signIn({ email, password })).toMatchObject({ ok: true });
    expect(await signIn({ email, password: other })).toMatchObject({ code: "SIGN_IN_FAILED" });
  });

  it("does not hand an account to a stranger who opened it first", async () => {
    await signUp({ email, password: other, language: "vi" });
    const strangers = await mailedSecret(email, "confirm");
    await signUp({ email, password, language: "vi" });
    expect(await confirmEmail(strangers, other)).toMatchObject({ code: "LINK_VOID" });
    const own = await mailedSecret(email, "confirm");
    expect(await confirmEmail(own, other)).toMatchObject({ code: "WRONG_PASSWORD" });
    expect(await confirmEmail(own, password)).toMatchObject({ ok: true });
  });

  it("makes one account of 200 at once with the same address", { timeout: 60_000 }, async () => {
    setEnvironment(readEnvironment({ NODE_ENV: "test", LIMITS: "mail-link=1000/60" }));
    const answers = await Promise.all(Array.from({ length: 200 }, () => signUp({ email, password, language: "vi" })));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await db().person.count({ where: { email } })).toBe(1);
    expect(await confirmEmail(await mailedSecret(email, "confirm"), password)).toMatchObject({ ok: true });
  });

  it("sends at most five links to one address in half an hour", async () => {
    for (let turn = 0; turn < 5; turn += 1) await signUp({ email, password, language: "vi" });
    expect(await signUp({ email, password, language: "vi" })).toMatchObject({ code: "TOO_MANY" });
    expect(await requestReset(email)).toMatchObject({ code: "TOO_MANY" });
    expect(await signUp({ email: "minh@truong.example", password, language: "vi" })).toMatchObject({ ok: true });
  });
});

describe("signing in", () => {
  it("does not tell a wrong password from an address without an account", async () => {
    await confirmed();
    const wrong = await signIn({ email, password: other });
    const unknown = await signIn({ email: "nobody@truong.example", password: other });
    expect(unknown).toEqual(wrong);
  });

  it("takes the same letters however a keyboard composes them", async () => {
    await confirmed();
    expect(await signIn({ email, password: password.normalize("NFD") })).toMatchObject({ ok: true });
    expect(await signIn({ email, password: password.toUpperCase() })).toMatchObject({ ok: false });
  });

  it("stands still after ten failures, for the right password too, and tells the owner once", async () => {
    await confirmed();
    for (let turn = 0; turn < 10; turn += 1) await signIn({ email, password: other });
    const locked = await signIn({ email, password });
    expect(locked).toEqual(await signIn({ email: "nobody@truong.example", password }));
    await signIn({ email, password });
    expect((await waitingMails()).map((mail) => mail.subject)).toEqual([
      "Tài khoản Ba Nhà tạm khóa 10 phút sau 10 lần đăng nhập sai",
    ]);
  });

  it("lets exactly ten of many guesses at once through", async () => {
    await confirmed();
    const guesses = Array.from({ length: 40 }, () => signIn({ email, password: other }));
    await Promise.all(guesses);
    const { rows } = await pool().query("SELECT points FROM rate_limit WHERE key LIKE 'sign-in-account:%'");
    expect(rows).toEqual([{ points: expect.any(Number) }]);
    expect(await signIn({ email, password })).toMatchObject({ ok: false });
  });

  it("counts from nothing again after the right password", async () => {
    await confirmed();
    for (let turn = 0; turn < 9; turn += 1) await signIn({ email, password: other });
    expect(await signIn({ email, password })).toMatchObject({ ok: true });
    expect(await signIn({ email, password: other })).toMatchObject({ ok: false });
    expect(await signIn({ email, password })).toMatchObject({ ok: true });
  });

  it("is refused to a disabled account, and its sessions end", async () => {
    const personId = await confirmed();
    const cookie = await openSession(personId);
    expect(await actorOf(cookie)).toMatchObject({ email });
    await db().person.update({ where: { id: personId }, data: { disabledAt: new Date() } });
    expect(await actorOf(cookie)).toBeNull();
    expect(await signIn({ email, password })).toMatchObject({ code: "SIGN_IN_FAILED" });
  });

  it("opens a session with an id of its own each time", async () => {
    const personId = await confirmed();
    const [first, second] = [await openSession(personId), await openSession(personId)];
    expect(first).not.toBe(second);
    for (const cookie of [first, second]) {
      expect(cookie).toMatch(/^__Host-session=[a-z0-9]{40}; /);
      expect(cookie).toMatch(/HttpOnly/);
      expect(cookie).toMatch(/Secure/);
      expect(cookie).toMatch(/SameSite=Lax/);
      expect(cookie).toMatch(/Path=\//);
    }
  });
});

describe("a forgotten password", () => {
  it("is replaced by a link for one use, which ends every session and is told to the owner", async () => {
    const personId = await confirmed();
    const cookie = await openSession(personId);
    expect(await requestReset(email)).toEqual({ ok: true, value: null });
    const secret = await mailedSecret(email, "reset");
    expect(await findReset(secret)).toEqual({ email });
    expect(await resetPassword(secret, "matkhau2026!!")).toMatchObject({ code: "PASSWORD_COMMON", field: "password" });
    expect(await resetPassword(secret, other)).toEqual({ ok: true, value: null });
    expect(await actorOf(cookie)).toBeNull();
    expect(await signIn({ email, password })).toMatchObject({ ok: false });
    expect(await signIn({ email, password: other })).toMatchObject({ ok: true });
    expect(await resetPassword(secret, password)).toMatchObject({ code: "LINK_VOID" });
    expect((await waitingMails()).at(-1)?.subject).toBe("Mật khẩu Ba Nhà của bạn đã được đổi");
  });

  it("has a link for one hour, and the newest alone", async () => {
    await confirmed();
    await requestReset(email);
    const first = await mailedSecret(email, "reset");
    await requestReset(email);
    const second = await mailedSecret(email, "reset");
    expect(await resetPassword(first, other)).toMatchObject({ code: "LINK_VOID" });
    const token = await db().emailToken.findFirstOrThrow();
    expect(token.expiresAt.getTime() - token.createdAt.getTime()).toBeLessThanOrEqual(3_600_000);
    await db().emailToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await resetPassword(second, other)).toMatchObject({ code: "LINK_VOID" });
  });

  it("is answered the same without an account, and nothing is mailed", async () => {
    expect(await requestReset("nobody@truong.example")).toEqual({ ok: true, value: null });
    expect(await waitingMails()).toEqual([]);
  });

  it("cannot be set by the link that confirms an address, nor the other way round", async () => {
    await signUp({ email, password, language: "vi" });
    const confirm = await mailedSecret(email, "confirm");
    expect(await resetPassword(confirm, other)).toMatchObject({ code: "LINK_VOID" });
    await requestReset(email);
    const reset = await mailedSecret(email, "reset");
    expect(await confirmEmail(reset, password)).toMatchObject({ code: "LINK_VOID" });
  });

  it("is used up by one of many at once", async () => {
    await confirmed();
    await requestReset(email);
    const secret = await mailedSecret(email, "reset");
    const passwords = Array.from({ length: 8 }, (_, index) => `${other} số ${index}`);
    const answers = await Promise.all(passwords.map((chosen) => resetPassword(secret, chosen)));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});
