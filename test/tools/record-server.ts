import { createServer } from "node:http";
import type { LoaderFunctionArgs } from "@remix-run/node";
import * as head from "#app/routes/api/record/head.ts";
import * as heads from "#app/routes/api/record/heads.ts";
import * as leaves from "#app/routes/api/record/leaves.ts";
import * as proof from "#app/routes/api/record/proof.ts";

type Loader = (args: LoaderFunctionArgs) => Promise<Response>;
const LOADERS = new Map<string, Loader>([
  ["head", head.loader],
  ["heads", heads.loader],
  ["leaves", leaves.loader],
  ["proof", proof.loader],
]);

/** The record's part of the API over HTTP, from this process and its database. */
export async function serveRecord(): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? "/", "http://localhost");
    const [name = "", entry = ""] = url.pathname.replace("/api/v1/record/", "").split("/");
    const context = { requestId: "r-1", clientAddress: "127.0.0.1", nonce: "" };
    const answer = await LOADERS.get(name)?.({ request: new Request(url), params: { entry }, context });
    outgoing.writeHead(answer?.status ?? 404, { "Content-Type": "application/json" });
    outgoing.end(await answer?.text());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { url: `http://127.0.0.1:${port}`, stop };
}
