// npm run record:key: puts a new signing key on the public record, which the heads after it are signed with
import { putKey } from "#app/domain/record/put-key.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { closeDatabase, openDatabase } from "#prisma/client.server.ts";
import { runCommand } from "#prisma/commands/connections.ts";

await runCommand(async ({ appUrl }) => {
  const { recordKeys } = setEnvironment(readEnvironment(process.env));
  openDatabase(appUrl);
  try {
    const key = await putKey();
    if (!key) throw new Error("Somebody else has just put a key on the record: nothing is done.");
    const lines = [
      `The public record has a new key: ${key.vkey}`,
      `It lies in ${recordKeys}/${key.id}.pem: keep a copy of it, and of the former one, where nobody else reads it.`,
      key.endorsed
        ? "The former key signed that this is its successor."
        : "No former key signed for it: publish it by another way, so that whoever checks the record can trust it.",
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await closeDatabase();
  }
});
