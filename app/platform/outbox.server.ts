import type { Tx } from "#prisma/client.server.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** What can be asked of the outbox, with what each needs to know. */
export type OutboxMessage =
  | { topic: "search"; payload: { type: "challenge" | "initiative" | "need" | "partnership" | "result"; id: string } }
  | {
      topic: "mail";
      /** `unsubscribe` is the address to which one click of a mail program is posted (RFC 8058) */
      payload: { to: string; subject: string; text: string; html: string; unsubscribe?: string };
    };

/** Leaves a message in the caller's transaction: it is carried out if, and only if, that transaction commits. */
export async function enqueue(tx: Tx, message: OutboxMessage): Promise<void> {
  await tx.outbox.create({ data: { topic: message.topic, payload: message.payload satisfies Prisma.InputJsonValue } });
}

/** Leaves many messages at once in the caller's transaction. One statement. */
export async function enqueueAll(tx: Tx, messages: readonly OutboxMessage[]): Promise<void> {
  await tx.outbox.createMany({
    data: messages.map(({ topic, payload }) => ({ topic, payload: payload satisfies Prisma.InputJsonValue })),
  });
}
