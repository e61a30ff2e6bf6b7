import { createHash } from "node:crypto";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { ocdsText, packageHead } from "#app/domain/partnerships/exports/ocds-package.ts";
import { type OcdsRelease, ocdsRelease } from "#app/domain/partnerships/exports/ocds-release.ts";
import type { OcdsContext } from "#app/domain/partnerships/exports/ocds-words.ts";
import type { PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { environment } from "#app/platform/environment.server.ts";
import type { PageRequest } from "#app/web/guard.server.ts";
import { etagOf, tagged } from "#app/web/http/tagged.server.ts";

const SOFTWARE = "ba-nha/ocds/1";

/**
 * Partnerships as an OCDS release package, sent release by release: nothing holds them all. `madeOf` is what its
 * releases are made of, or what changes with every change of that; the ETag comes from it.
 */
export async function ocdsPackage(
  { request, url, lang, t }: Pick<PageRequest<unknown>, "request" | "url" | "lang" | "t">,
  name: string,
  partnerships: AsyncIterable<readonly PublicPartnership[]>,
  madeOf: unknown,
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
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "Content-Disposition": `inline; filename="${name}"`,
    "Cache-Control": "public, max-age=30",
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag",
  };
  // weak: the package says when it was made, so that the same releases never come in the same bytes
  const etag = `W/${etagOf(JSON.stringify([SOFTWARE, context.today, lang, madeOf]))}`;
  return tagged(request, etag, headers, () => streamOf(text));
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
  const made = { generatedAt: known, asOf: dayInVietnam(at), asKnownAt: known, software: SOFTWARE };
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
