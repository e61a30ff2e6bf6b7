import { createTransport } from "nodemailer";
import type { Environment } from "#app/platform/environment.server.ts";
import { keepLetter, mailFolder } from "#app/platform/mail/mail-folder.server.ts";
import { type Drained, drainOutbox, type OutboxItem } from "#app/platform/outbox-drain.server.ts";

export type MailSettings = Pick<Environment, "smtpUrl" | "mailFrom" | "baseUrl" | "dataFolder">;

/** Where mails go out. */
export type PostOffice = {
  /** Throws where the whole office is closed; a mail that alone is refused answers with the reason. */
  deliver: (item: OutboxItem<"mail">) => Promise<string | null>;
  close: () => void;
};

/** The mail server of SMTP_URL; without it, `mail/` in the data folder. */
export function openPostOffice(settings: MailSettings): PostOffice {
  return settings.smtpUrl === null ? folderOffice(settings) : smtpOffice(settings, settings.smtpUrl);
}

/** Sends one waiting mail. What was sent leaves no copy in the database: mails carry addresses and one-time links. */
export function drainMail(office: PostOffice): Promise<Drained> {
  return drainOutbox({
    topic: "mail",
    erase: true,
    limitMs: 60_000,
    handle: async (items) => {
      const failures = new Map<bigint, string>();
      for (const item of items) {
        const reason = await office.deliver(item);
        if (reason !== null) failures.set(item.id, reason);
      }
      return failures;
    },
  });
}

function smtpOffice(settings: MailSettings, url: string): PostOffice {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    deliver: async (item) => {
      try {
        await transport.sendMail(message(settings, item));
        return null;
      } catch (error) {
        if (isAway(error)) throw error;
        return error instanceof Error ? error.message : String(error);
      }
    },
    close: () => transport.close(),
  };
}

function folderOffice(settings: MailSettings): PostOffice {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  const folder = mailFolder(settings.dataFolder);
  return {
    deliver: async (item) => {
      const { message: bytes } = await transport.sendMail(message(settings, item));
      if (!(bytes instanceof Uint8Array)) throw new TypeError("the message is not in memory");
      const letter = { id: String(item.id), at: new Date().toISOString(), ...item.payload };
      await keepLetter(folder, letter, bytes);
      return null;
    },
    close: () => transport.close(),
  };
}

function message(settings: MailSettings, item: OutboxItem<"mail">) {
  const { to, subject, text, html, unsubscribe } = item.payload;
  return {
    from: settings.mailFrom,
    // An address object is never parsed as a list of addresses.
    to: { name: "", address: to },
    subject,
    text,
    html,
    // The same mail always has the same id, so a mail server or reader that gets it twice keeps one.
    messageId: `<${item.id}.${item.createdAt.getTime().toString(36)}@${new URL(settings.baseUrl).hostname}>`,
    headers: {
      "Auto-Submitted": "auto-generated",
      ...(unsubscribe
        ? { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
        : {}),
    },
  };
}

const AWAY = new Set(["ECONNECTION", "ETIMEDOUT", "ESOCKET", "EDNS", "EAUTH", "ETLS", "EPROTOCOL", "ECONNREFUSED"]);

/** Whether the server as a whole is away (no connection, no login, "service not available"), not this one mail refused. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const responseCode = "responseCode" in error ? error.responseCode : undefined;
  return responseCode === 421 || ("code" in error && typeof error.code === "string" && AWAY.has(error.code));
}
