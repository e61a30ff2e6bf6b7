import { z } from "zod";
import { readProducts } from "#app/web/api/catalogue.ts";
import { listChallenges, readChallenge } from "#app/web/api/initiatives/challenges.ts";
import { listComments } from "#app/web/api/initiatives/comments.ts";
import { listInitiatives, readInitiative } from "#app/web/api/initiatives.ts";
import { listCampaigns, readCampaign } from "#app/web/api/monitoring/campaigns.ts";
import { listFindings, readFinding, writeFinding } from "#app/web/api/monitoring/findings.ts";
import { readMonitoringIndicators } from "#app/web/api/monitoring/indicators.ts";
import { listRecommendations, readRecommendation } from "#app/web/api/monitoring/recommendations.ts";
import { listOpenObligations } from "#app/web/api/obligations.ts";
import type { Operation } from "#app/web/api/operation.ts";
import { listCalls, readCall } from "#app/web/api/partnerships/calls.ts";
import { readRisks } from "#app/web/api/partnerships/risks.ts";
import { listPartnerships, readPartnership, readShares } from "#app/web/api/partnerships.ts";
import {
  listRecordEntries,
  listRecordHeads,
  listRecordKeys,
  listRecordLeaves,
  proveRecordConsistency,
  proveRecordEntry,
  readRecordHead,
} from "#app/web/api/record.ts";
import { listResults, readResult } from "#app/web/api/results.ts";
import { searchAll } from "#app/web/api/search.ts";
import { simulations } from "#app/web/api/simulations.ts";

const readDescription = {
  method: "get",
  path: "/openapi.json",
  id: "readDescription",
  tag: "About",
  summary: "This description",
  answer: z.looseObject({ openapi: z.string(), paths: z.record(z.string(), z.unknown()) }),
} satisfies Operation;

/** Every way in for programs, in the order of the description. A test holds it against app/routes.ts. */
export const OPERATIONS: readonly Operation[] = [
  searchAll,
  listInitiatives,
  readInitiative,
  listComments,
  listChallenges,
  readChallenge,
  listPartnerships,
  readPartnership,
  readShares,
  readRisks,
  listCalls,
  readCall,
  listResults,
  readResult,
  readProducts,
  listOpenObligations,
  readMonitoringIndicators,
  listCampaigns,
  readCampaign,
  listFindings,
  readFinding,
  writeFinding,
  listRecommendations,
  readRecommendation,
  readRecordHead,
  listRecordHeads,
  listRecordEntries,
  listRecordLeaves,
  proveRecordEntry,
  proveRecordConsistency,
  listRecordKeys,
  ...simulations,
  readDescription,
];
