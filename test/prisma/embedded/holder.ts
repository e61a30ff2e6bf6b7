// A process that uses the embedded PostgreSQL of a folder until it is killed; it says its address once it is up.
import { startEmbedded } from "#prisma/embedded/start.server.ts";

const { adminUrl } = await startEmbedded({ folder: process.argv[2] ?? "", forTests: true });
console.log(adminUrl);
setInterval(() => undefined, 60_000);
