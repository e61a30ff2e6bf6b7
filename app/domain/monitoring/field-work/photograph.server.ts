import type { Actor } from "#app/domain/accounts/actor.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { readStored, type StoredUpload, storeUpload } from "#app/platform/files/files.server.ts";
import { type ImageRefusal, type PublicImage, publicImage } from "#app/platform/files/public-image.server.ts";
import { done, type Outcome, refuse } from "#app/platform/outcome.ts";
import type { Tx } from "#prisma/client.server.ts";
import type { CampaignState } from "../campaigns/campaign.ts";
import { asMonitor, type MonitorRefusal } from "../internal/as-monitor.server.ts";
import { campaignOfField } from "../internal/field/place.server.ts";
import { mayMonitor, mayWork } from "../monitoring.policy.ts";
import type { PhotographInput } from "./field-work.schema.ts";
import { MOST_PHOTOGRAPHS } from "./field-work.ts";

type AddRefusal = MonitorRefusal | ImageRefusal | "TOO_MANY_PHOTOGRAPHS" | "TAKEN_LATER";

/**
 * Somebody of the team adds a photograph to a visit. The original stays as it is for the Front alone, with its SHA-256; what
 * others see is a copy of the pixels without any metadata. Gives its number. Refuses IMAGE_TYPE, IMAGE_TOO_LARGE and
 * IMAGE_UNREADABLE at `file`, TAKEN_LATER at `takenOn`, TOO_MANY_PHOTOGRAPHS, and what `asMonitor` refuses.
 * Source: docs/domain.md, "Field work".
 */
export async function addPhotograph(
  actor: Actor,
  code: string,
  { original, takenOn, ...said }: PhotographInput & { original: StoredUpload },
  at = new Date(),
): Promise<Outcome<{ number: number }, AddRefusal>> {
  // an outsider's picture is not drawn; the command below says why not, and keeps the try
  const drawn = mayMonitor(actor) ? await publicCopy(original.sha256) : refuse("IMAGE_UNREADABLE");
  const tried = { act: "photograph.add", code: await campaignOfField(code), team: true, from: ["FIELDWORK"] } as const;
  return asMonitor<{ number: number }, AddRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const visit = await tx.fieldVisit.findFirst({ where: { code, campaignId: campaign.id }, select: { id: true } });
    if (!visit) return refuse("NOT_FOUND");
    if (!drawn.ok) return refuse(drawn.code, { field: "file" });
    if (takenOn > dayInVietnam(at)) return refuse("TAKEN_LATER", { field: "takenOn" });
    const number = (await tx.photograph.count({ where: { visitId: visit.id } })) + 1;
    if (number > MOST_PHOTOGRAPHS) return refuse("TOO_MANY_PHOTOGRAPHS", { params: { most: MOST_PHOTOGRAPHS } });
    const { copy, image } = drawn.value;
    await keepFiles(tx, [original, copy], at);
    await tx.photograph.create({
      data: {
        ...{ visitId: visit.id, number, ...said, takenOn: new Date(`${takenOn}T00:00:00Z`) },
        ...{ originalSha256: original.sha256, originalName: original.name, copySha256: copy.sha256 },
        ...{ width: image.width, height: image.height, byId: actor.personId, at },
      },
    });
    return done({ number });
  });
}

const BEFORE_PUBLICATION: readonly CampaignState[] = ["FIELDWORK", "DRAFT_REPORT", "FACTUAL_CHECK", "PUBLIC_COMMENT"];

/**
 * Somebody of the team says whether the public will see a photograph; until the publication. Refuses NOT_FOUND, and what
 * `asMonitor` refuses. Source: docs/domain.md, "Field work".
 */
export async function choosePhotograph(
  actor: Actor,
  code: string,
  { number, isPublic }: { number: number; isPublic: boolean },
): Promise<Outcome<null, MonitorRefusal>> {
  const place = await campaignOfField(code);
  const tried = { act: "photograph.choose", code: place, team: true, from: BEFORE_PUBLICATION } as const;
  return asMonitor<null, MonitorRefusal>(actor, tried, async (tx, campaign) => {
    if (!mayWork(actor, campaign)) return refuse("NOT_A_MONITOR");
    const where = { number, visit: { code, campaignId: campaign.id } };
    const { count } = Number.isSafeInteger(number)
      ? await tx.photograph.updateMany({ where, data: { isPublic } })
      : { count: 0 };
    return count === 1 ? done(null) : refuse("NOT_FOUND");
  });
}

/** The copy of a stored picture without anything but its pixels, stored too. */
async function publicCopy(sha256: string): Promise<Outcome<{ copy: StoredUpload; image: PublicImage }, ImageRefusal>> {
  const content = await readStored(sha256);
  if (!content) return refuse("IMAGE_UNREADABLE");
  const image = await publicImage(new Uint8Array(await new Response(content).arrayBuffer()));
  if (!image.ok) return image;
  const { bytes, mediaType } = image.value;
  const copy = await storeUpload(new File([new Uint8Array(bytes)], "copy.webp", { type: mediaType }));
  return copy.ok ? done({ copy: copy.value, image: image.value }) : refuse("IMAGE_UNREADABLE");
}

async function keepFiles(tx: Tx, files: readonly StoredUpload[], at: Date): Promise<void> {
  const data = files.map(({ sha256, sizeBytes, mediaType }) => ({ sha256, sizeBytes, mediaType, createdAt: at }));
  await tx.storedFile.createMany({ data, skipDuplicates: true });
}
