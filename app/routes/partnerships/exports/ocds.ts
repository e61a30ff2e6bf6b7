import { findPublicPartnership } from "#app/domain/partnerships/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { notFound, publicLoader } from "#app/web/guard.server.ts";
import { ocdsPackage } from "#app/web/partnerships/ocds.server.ts";

/** One partnership as an OCDS release package. */
export const loader = publicLoader(async (page) => {
  const { code } = page.params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.published) throw notFound();
  return ocdsPackage(page, `${found.code}-ocds.json`, one(), found);

  async function* one() {
    if (found) yield [found];
  }
});
