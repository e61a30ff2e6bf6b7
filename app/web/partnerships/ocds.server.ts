import { createHash } from "node:crypto";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { ocdsText, packageHead } from "#app/domain/partnerships/exports/ocds-package.ts";
import { type OcdsRelease, ocdsRelease } from "#app/domain/partnerships/exports/ocds-release.ts";
import type { OcdsContext } from "#app/domain/partnerships/exports/ocds-words.ts";
import type { PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import type { PageRequest } from "#app/web/guard.server.ts";

/** Partnerships as an OCDS release package, sent release by release: nothing holds them all. */
export async function ocdsPackage(
  { url, lang, t }: Pick<PageRequest<unknown>, "url" | "lang" | "t">,
  name: string,
  partnerships: AsyncIterable<readonly PublicPartnership[]>,
): Promise<Response> {
  const { products, provinces } = await loadCatalogue();
  const at = new Date();
  const { baseUrl: origin } = environment();
  const context: OcdsContext = {
    ...{ origin, lang, t, today: dayInVietnam(at) },
    products: new Map(products.map(({ code, names }) => [code, names])),
    provinces: new Map(provinces.map(({ code, names }) => [code, names])),
  };
  const head = packageHead({ uri: `${origin}${url.pathname}`, origin });
  const text = packageText(head, releasesOf(partnerships, context), at);
  return new Response(streamOf(text), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": `inline; filename="${name}"`,
      "Cache-Control": "public, max-age=30",
      "Access-Control-Allow-Origin": "*",
    },
  });
}

async function* releasesOf(partnerships: AsyncIterable<readonly PublicPartnership[]>, context: OcdsContext) {
  for await (const batch of partnerships) for (const one of batch) yield ocdsRelease(one, context);
}

/** `x_package.sha256` is that of the text of `releases`, from its first bracket to its last, so that anybody can check it. */
async function* packageText(head: object, releases: AsyncIterable<OcdsRelease>, at: Date): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  yield `${ocdsText(head).slice(0, -1)},"releases":${hashed("[")}`;
  let changedAt = "";
  for await (const release of releases) {
    yield hashed(`${changedAt ? "," : ""}${ocdsText(release)}`);
    if (release.date > changedAt) changedAt = release.date;
  }
  const known = at.toISOString();
  const made = { generatedAt: known, asOf: dayInVietnam(at), asKnownAt: known, software: "ba-nha/ocds/1" };
  yield `${hashed("]")},${ocdsText({ publishedDate: changedAt, x_package: { ...made, sha256: hash.digest("hex") } }).slice(1)}`;
}

function streamOf(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
