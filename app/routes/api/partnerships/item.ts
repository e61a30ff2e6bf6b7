import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { type AgreementMoney, findMoney } from "#app/domain/partnerships/money/queries.server.ts";
import { milestoneState } from "#app/domain/partnerships/performance/performance.ts";
import { findPerformance, type Performance } from "#app/domain/partnerships/performance/queries.server.ts";
import { findPublicPartnership, type PublicMember } from "#app/domain/partnerships/queries.server.ts";
import { isCode } from "#app/platform/codes.server.ts";
import { inUtc } from "#app/web/api/fields.ts";
import type { Answer } from "#app/web/api/operation.ts";
import { partyIn } from "#app/web/api/partnerships/party-in.ts";
import type { readPartnership } from "#app/web/api/partnerships.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";
import { moneyOf } from "#app/web/partnerships/money-view.server.ts";
import { Problem } from "#app/web/problem.server.ts";

export const loader = apiLoader(async ({ params }): Promise<Answer<typeof readPartnership>> => {
  const { code } = params;
  const found = isCode("DA", code) ? await findPublicPartnership(code) : null;
  if (!found?.publishedAt) throw new Problem(404);
  const [money, performance] = await Promise.all([
    findMoney(found.code, dayInVietnam(new Date())),
    findPerformance(found.code),
  ]);
  const { published, publishedAt, members, agreements, ...partnership } = found;
  return {
    ...partnership,
    publishedAt: inUtc(publishedAt),
    members: members.map(({ organisationId, house, role, names, from, to }) => ({
      ...{ organisation: organisationId, house, role, names, from, to },
    })),
    agreements: agreements.map(({ productCode, signatures, schedules, signedAt, amendments, runs, ...agreement }) => ({
      ...agreement,
      product: productCode,
      appraisals: agreement.appraisals.map(
        ({ version, amendment, textSha256, authority, submittedAt, outcome, reason, decidedAt }) => ({
          ...{ version, amendment, textSha256, authority, outcome, reason },
          submittedAt: inUtc(submittedAt),
          decidedAt: decidedAt && inUtc(decidedAt),
        }),
      ),
      signedAt: inUtc(signedAt),
      amendments: amendments.map(({ number, effectiveFrom, rationale, textSha256, endedAt }) => ({
        ...{ number, effectiveFrom, rationale, textSha256 },
        signedAt: inUtc(endedAt ?? ""),
      })),
      distributions: runs.map(
        ({ number, kind, from, to, compensates, totalVnd, authorsVnd, inputsSha256, endedAt }) => ({
          ...{ number, kind, from, to, compensates, totalVnd, authorsVnd, inputsSha256 },
          lockedAt: inUtc(endedAt ?? ""),
        }),
      ),
      ...capitalOf(moneyOf(money, productCode), members),
    })),
    ...performanceOf(performance, members),
  };
});

/** Commitments, and what moved and was confirmed; parties by their identifiers. */
function capitalOf({ commitments, events }: AgreementMoney, members: readonly PublicMember[]) {
  const partyOf = (memberId: string) => partyIn(members, memberId);
  return {
    commitments: commitments.map(({ number, memberId, kind, description, committedVnd, paidVnd, dueOn, release }) => ({
      ...{ number, ...partyOf(memberId), kind, description, committedVnd, paidVnd, dueOn },
      releasedAt: release?.agrees && release.answeredAt ? inUtc(release.answeredAt) : null,
    })),
    contributions: events.flatMap(({ number, kind, onDay, commitment, changes, reference, confirmedAt }) =>
      confirmedAt === null
        ? []
        : [
            {
              ...{ number, kind, on: onDay, commitment, reference },
              changes: changes.map(({ memberId, amountVnd }) => ({ ...partyOf(memberId), amountVnd })),
              confirmedAt: inUtc(confirmedAt),
            },
          ],
    ),
  };
}

/** Milestones with their steps, and metrics with their readings; documents by their hash, in whose name and never by whom. */
function performanceOf({ milestones, metrics }: Performance, members: readonly PublicMember[]) {
  return {
    milestones: milestones.map(({ number, memberId, title, measure, weight, dueOn, steps }) => ({
      ...{ number, ...partyIn(members, memberId), title, measure, weight, dueOn, state: milestoneState(steps) },
      steps: steps.map(({ kind, body, note, evidenceSha256, at }) => ({
        ...{ kind, by: body, note, evidenceSha256, at: inUtc(at) },
      })),
    })),
    metrics: metrics.map(({ number, memberId, name, unit, direction, target, readings }) => ({
      ...{ number, ...partyIn(members, memberId), name, unit, direction, target },
      readings: readings.map(({ verified, onDay, number: place, value, reference, evidenceSha256 }) => ({
        ...{ number: place, on: onDay, value, reference, evidenceSha256 },
        verified: verified && { by: verified.body, at: inUtc(verified.at) },
      })),
    })),
  };
}

export const action = onlyBy("GET");
