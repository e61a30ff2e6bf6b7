import { pool } from "#prisma/client.server.ts";

export type WaitingMail = { to: string; subject: string; text: string };

/** The mails that wait in the outbox, oldest first. */
export async function waitingMails(): Promise<WaitingMail[]> {
  const { rows } = await pool().query<WaitingMail>(
    `SELECT payload->>'to' AS to, payload->>'subject' AS subject, payload->>'text' AS text
     FROM outbox WHERE topic = 'mail' AND done_at IS NULL ORDER BY id`,
  );
  return rows;
}

/** The secret of the last link of a kind that was mailed to somebody. */
export async function mailedSecret(to: string, kind: "confirm" | "reset" | "invitations"): Promise<string> {
  const mails = (await waitingMails()).filter((mail) => mail.to === to);
  const found = mails.flatMap((mail) => [...mail.text.matchAll(new RegExp(`/${kind}/([\\w-]{43})`, "g"))]).at(-1)?.[1];
  if (!found) throw new Error(`no ${kind} link was mailed to ${to}`);
  return found;
}
