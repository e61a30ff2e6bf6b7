import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { translator } from "#app/platform/languages/messages.server.ts";
import { drainMail, openPostOffice, type PostOffice } from "#app/platform/mail/mail.server.ts";
import { findLetter, listLetters, mailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { mail } from "#app/platform/mail/mail-template.ts";
import { enqueue } from "#app/platform/outbox.server.ts";
import { outboxState } from "#app/platform/outbox-drain.server.ts";
import { done } from "#app/platform/outcome.ts";
import { pool } from "#prisma/client.server.ts";
import { inTransaction } from "#prisma/transaction.server.ts";
import { resetDatabase, withTestDatabase } from "#test/setup/database.ts";

withTestDatabase();
beforeEach(resetDatabase);

const base = { mailFrom: "Ba Nhà <cong@ba-nha.example>", baseUrl: "https://ba-nha.example", dataFolder: "/nowhere" };
const letter = mail("vi", translator("vi"), {
  subject: "Đến lượt bạn: bổ sung 2 mục, SK-2026-0412, hạn 07/12/2026",
  news: "Hồ sơ <b>SK-2026-0412</b> cần bổ sung hai mục.",
  clock: { who: "Đến lượt bạn", what: "bổ sung 2 mục", due: "thứ Hai, 07/12/2026" },
  button: { label: "Mở hồ sơ", href: "https://ba-nha.example/vi/initiatives/SK-2026-0412?a=1&b=2" },
  why: "Bạn nhận thư này vì bạn đã gửi sáng kiến.",
});

async function post(to: string): Promise<void> {
  await inTransaction(async (tx) => {
    await enqueue(tx, { topic: "mail", payload: { to, ...letter } });
    return done(null);
  });
}

async function makeDue(): Promise<void> {
  await pool().query("UPDATE outbox SET next_at = now() WHERE done_at IS NULL");
}

describe("a mail that goes to a mail server", () => {
  const received: Email[] = [];
  let server: SMTPServer | undefined;
  let office: PostOffice | undefined;

  async function listen(options: SMTPServerOptions = {}): Promise<number> {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS"],
      onData: (stream, _session, callback) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          PostalMime.parse(Buffer.concat(chunks)).then((parsed) => {
            received.push(parsed);
            callback();
          }, callback);
        });
      },
      ...options,
    });
    const listening = server.listen(0, "127.0.0.1");
    await new Promise((resolve) => listening.once("listening", resolve));
    const address = listening.address();
    return typeof address === "object" && address ? address.port : 0;
  }

  async function close(): Promise<void> {
    office?.close();
    await new Promise<void>((resolve) => (server ? server.close(resolve) : resolve()));
    server = undefined;
  }

  beforeEach(() => {
    received.length = 0;
  });
  afterEach(close);

  it("arrives once, in two forms, with an id of its own, and leaves no copy behind", async () => {
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${await listen()}` });
    await post("lan@truong.example");
    expect(await drainMail(office)).toEqual({ taken: 1, failed: 0, away: false });
    expect(await drainMail(office)).toMatchObject({ taken: 0 });
    expect(received).toHaveLength(1);
    const [got] = received;
    expect(got?.subject).toBe("Đến lượt bạn: bổ sung 2 mục, SK-2026-0412, hạn 07/12/2026");
    expect(got?.to).toEqual([{ name: "", address: "lan@truong.example" }]);
    expect(got?.messageId).toMatch(/^<\d+\.[0-9a-z]+@ba-nha\.example>$/);
    expect(got?.text).toContain("Đến lượt bạn\nbổ sung 2 mục\nthứ Hai, 07/12/2026");
    expect(got?.html).toContain("Hồ sơ &lt;b&gt;SK-2026-0412&lt;/b&gt; cần");
    expect(got?.html).toContain('href="https://ba-nha.example/vi/initiatives/SK-2026-0412?a=1&amp;b=2"');
    const { rows } = await pool().query("SELECT payload FROM outbox");
    expect(rows).toEqual([{ payload: {} }]);
  });

  it("says in its headers how one click of a mail program ends it", async () => {
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${await listen()}` });
    const unsubscribe = `https://ba-nha.example/unsubscribe/${"a".repeat(43)}`;
    await inTransaction(async (tx) => {
      await enqueue(tx, { topic: "mail", payload: { to: "lan@truong.example", ...letter, unsubscribe } });
      return done(null);
    });
    await drainMail(office);
    const header = (key: string) => received[0]?.headers.find((one) => one.key === key)?.value;
    expect(header("list-unsubscribe")).toBe(`<${unsubscribe}>`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    await post("lan@truong.example");
    await drainMail(office);
    expect(received[1]?.headers.some((one) => one.key.startsWith("list-"))).toBe(false);
  });

  it("waits while the server is away, and arrives once it is back", async () => {
    const port = await listen();
    await new Promise<void>((resolve) => server?.close(resolve));
    server = undefined;
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${port}` });
    await post("lan@truong.example");
    expect(await drainMail(office)).toMatchObject({ away: true });
    expect(await outboxState()).toEqual([{ topic: "mail", waiting: 1, dead: 0 }]);
    office.close();
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${await listen()}` });
    await makeDue();
    expect(await drainMail(office)).toMatchObject({ taken: 1, away: false });
    expect(received).toHaveLength(1);
  });

  it("is tried again with the same id after a refusal, and others go on", async () => {
    const ids: string[] = [];
    const port = await listen({
      onRcptTo: (address, _session, callback) => {
        const refused = address.address.startsWith("nobody@") && ids.length === 0;
        if (refused) ids.push("refused");
        callback(refused ? Object.assign(new Error("no such user"), { responseCode: 550 }) : null);
      },
    });
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${port}` });
    await post("nobody@truong.example");
    await post("lan@truong.example");
    expect(await drainMail(office)).toMatchObject({ taken: 1, failed: 1, away: false });
    expect(await drainMail(office)).toMatchObject({ taken: 1, failed: 0 });
    await makeDue();
    expect(await drainMail(office)).toMatchObject({ taken: 1, failed: 0 });
    expect(received.map((email) => email.to?.[0]?.address)).toEqual(["lan@truong.example", "nobody@truong.example"]);
  });

  it("carries no header that somebody smuggled into a subject or an address", async () => {
    office = openPostOffice({ ...base, smtpUrl: `smtp://127.0.0.1:${await listen()}` });
    const hostile = mail("en", translator("en"), { subject: "A\r\nBcc: evil@x.example", news: "n", why: "w" });
    await inTransaction(async (tx) => {
      await enqueue(tx, { topic: "mail", payload: { to: "a@x.example", ...hostile } });
      await enqueue(tx, { topic: "mail", payload: { to: "a@x.example, b@x.example", ...hostile } });
      return done(null);
    });
    await drainMail(office);
    await drainMail(office);
    expect(received[0]?.subject).toBe("A Bcc: evil@x.example");
    for (const email of received) {
      expect(email.bcc ?? []).toEqual([]);
      expect(email.to).toHaveLength(1);
    }
  });
});

describe("a mail without a mail server", () => {
  it("lies in the folder as the message itself and as readable JSON, newest first", async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), "ba-nha-mail-"));
    const office = openPostOffice({ ...base, smtpUrl: null, dataFolder });
    try {
      await post("a@x.example");
      await post("b@x.example");
      await drainMail(office);
      await drainMail(office);
      const folder = mailFolder(dataFolder);
      const letters = await listLetters(folder);
      expect(letters.map((one) => one.to)).toEqual(["b@x.example", "a@x.example"]);
      expect(letters[0]?.text).toBe(letter.text);
      expect((await readdir(folder)).filter((name) => name.endsWith(".eml"))).toHaveLength(2);
      expect(await findLetter(folder, "../1")).toBeNull();
      expect(await findLetter(folder, "999")).toBeNull();
    } finally {
      office.close();
      await rm(dataFolder, { recursive: true });
    }
  });
});
