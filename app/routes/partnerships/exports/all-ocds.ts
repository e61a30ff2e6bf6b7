import { listPublicPartnerships, type PublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { readNewest } from "#app/domain/record/queries.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { ocdsPackage } from "#app/web/partnerships/ocds.server.ts";

const AT_ONCE = 50;

/** Every public partnership in one OCDS release package; a package of nothing is none. */
export const loader = publicLoader(async (page) => {
  const first = await listPublicPartnerships("", AT_ONCE);
  if (first.length === 0) throw notFound();
  const { entries, newest } = await readNewest();
  // whatever happens to a partnership or an organisation is written into the public record
  return ocdsPackage(page, "partnerships-ocds.json", batches(first), { entries, newest });
});

async function* batches(first: PublicPartnership[]): AsyncGenerator<PublicPartnership[]> {
  for (let batch = first; batch.length > 0; ) {
    yield batch;
    const last = batch.at(-1);
    batch = last && batch.length === AT_ONCE ? await listPublicPartnerships(last.code, AT_ONCE) : [];
  }
}
