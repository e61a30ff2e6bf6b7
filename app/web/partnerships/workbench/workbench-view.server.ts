import { parameterOn } from "#app/domain/catalogue/parameters.server.ts";
import { loadCatalogue } from "#app/domain/catalogue/queries.server.ts";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import type { InsideAgreement } from "#app/domain/partnerships/members/queries.server.ts";
import type { ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import type { AgreementTerms } from "#app/domain/partnerships/terms/terms.ts";
import type { Variant, VariantTiers } from "#app/domain/partnerships/workbench/variant.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { WorkbenchParties } from "#app/ui/partnerships/workbench/variant-form.ts";
import type { Inside } from "#app/web/partnerships/agreements/agreement-view.server.ts";
import { partiesView } from "#app/web/partnerships/partnership-view.server.ts";

/** The legal minimum of the authors' reward today, ppm. */
export async function minimumToday(): Promise<number> {
  return Number(await parameterOn("result.author-reward.minimum", dayInVietnam(new Date())));
}

/** Those who joined: as they are shown, and in the order that decides ties. */
export function workbenchParties({ partnership }: Inside, lang: Language): WorkbenchParties {
  const joined = partnership.members.filter((member) => member.joined);
  return {
    shown: partiesView(joined, partnership.from).map(({ id, key, house, names }) => ({
      id,
      key,
      house,
      name: pickText(names, lang)?.text ?? "",
    })),
    order: [...joined].sort((a, b) => a.position - b.position).map(({ id }) => id),
  };
}

/** What is shown of the agreement around its workbench. */
export async function workbenchHead({ partnership, agreement }: Inside, lang: Language) {
  const catalogue = await loadCatalogue();
  const base = `/${lang}/partnerships/${partnership.code}`;
  return {
    code: partnership.code,
    base,
    here: `${base}/agreements/${agreement.productCode}`,
    product:
      catalogue.products.find(({ code }) => code === agreement.productCode)?.names[lang] ?? agreement.productCode,
  };
}

/**
 * The shares that hold today, else the first recorded ones, with the terms recorded beside them, on the value of the
 * project: where everybody starts.
 */
export function recordedVariant({ partnership, agreement }: Inside): Variant {
  const today = dayInVietnam(new Date());
  const { terms } = agreement;
  const capOf = (position: number) => terms?.caps.find(({ party }) => party === position)?.capVnd ?? null;
  const ppmOf = (dimension: ShareDimension, id: string) =>
    linesOn(agreement, dimension, today)?.find(({ memberId }) => memberId === id)?.ppm ?? 0;
  return {
    parties: partnership.members
      .filter(({ joined }) => joined)
      .map(({ id, position }) => ({
        party: id,
        capitalPpm: ppmOf("CAPITAL", id),
        riskPpm: ppmOf("RISK", id),
        profitPpm: ppmOf("PROFIT", id),
        capVnd: asVnd(capOf(position)),
      })),
    capitalVnd: BigInt(partnership.totalValueVnd ?? "0"),
    scenarios: [],
    profitsVnd: [],
    discountPpm: 80_000,
    reservePpm: terms?.reserveRatePpm ?? 0,
    preferredPpm: terms?.preferredRatePpm ?? 0,
    tiers: tiersIn(partnership.members, terms),
  };
}

function asVnd(text: string | null): bigint | null {
  return text === null ? null : BigInt(text);
}

/** What the recorded terms give authors and intermediary; null where no result of the State's money is in it. */
function tiersIn(members: Inside["partnership"]["members"], terms: AgreementTerms | null): VariantTiers | null {
  const host = members.find(({ position }) => position === terms?.authors?.host);
  if (!terms?.authors || !host) return null;
  const { rewardPoint, budgetFundedPpm, rewardRatePpm, intermediaryRatePpm } = terms.authors;
  return {
    authorRewardPoint: rewardPoint,
    host: host.id,
    budgetFundedPpm,
    authorRewardRatePpm: rewardRatePpm,
    intermediaryRatePpm,
  };
}

function linesOn({ schedules }: InsideAgreement, dimension: ShareDimension, today: string) {
  const own = schedules.filter((schedule) => schedule.dimension === dimension);
  return (own.find(({ from, to }) => from <= today && (to === null || today < to)) ?? own[0])?.lines;
}

const BILLION = 1_000_000_000n;

/** The parties and the variant of the public workbench: three houses that nobody is. */
export function madeUp(lang: Language): { parties: WorkbenchParties; name: string; variant: Variant } {
  const t = translator(lang);
  const houses = [
    { id: "state", key: "N1", house: "STATE" },
    { id: "school", key: "T1", house: "SCHOOL" },
    { id: "enterprise", key: "D1", house: "ENTERPRISE" },
  ] as const;
  const shares = [
    [300_000, 400_000, 200_000, 20n],
    [200_000, 100_000, 350_000, 8n],
    [500_000, 500_000, 450_000, 40n],
  ] as const;
  return {
    name: t("workbench:example"),
    parties: {
      shown: houses.map((party) => ({ ...party, name: t(`house:${party.house}`) })),
      order: houses.map(({ id }) => id),
    },
    variant: {
      parties: houses.map(({ id }, place) => {
        const [capitalPpm = 0, riskPpm = 0, profitPpm = 0, cap = 0n] = shares[place] ?? [];
        return { party: id, capitalPpm, riskPpm, profitPpm, capVnd: cap * BILLION };
      }),
      capitalVnd: 100n * BILLION,
      scenarios: [
        { name: t("workbench:scenario.good"), probabilityPpm: 250_000, valueVnd: 120n * BILLION },
        { name: t("workbench:scenario.fair"), probabilityPpm: 350_000, valueVnd: 30n * BILLION },
        { name: t("workbench:scenario.bad"), probabilityPpm: 400_000, valueVnd: -60n * BILLION },
      ],
      profitsVnd: [-20n, 10n, 45n, 60n, 80n].map((count) => count * BILLION),
      discountPpm: 80_000,
      reservePpm: 50_000,
      preferredPpm: 60_000,
      tiers: null,
    },
  };
}
