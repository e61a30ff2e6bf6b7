// A sealer of its own beside the portal's: seals a few entries at a time, again and again, until it is killed.
import { sealRecord } from "#app/domain/record/seal.server.ts";
import { readEnvironment, setEnvironment } from "#app/platform/environment.server.ts";
import { openDatabase } from "#prisma/client.server.ts";

const environment = setEnvironment(readEnvironment(process.env));
openDatabase(environment.databaseUrl ?? "");
for (;;) {
  const { more } = await sealRecord(7);
  if (!more) await new Promise((resolve) => setTimeout(resolve, 20));
}
