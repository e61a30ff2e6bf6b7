import { log } from "#app/platform/log.server.ts";
import { type Rounds, startRounds } from "#app/platform/process/rounds.server.ts";
import { engines } from "#search/engine.server.ts";
import { drainSearch, needsSyncAll, repairMirror, syncAll, syncByClock } from "#search/sync.server.ts";

const DRAIN_EVERY_MS = 500;
const TEND_EVERY_MS = 60_000;
const COMPARE_EVERY_MS = 3 * 60_000;

/** Keeps the index in agreement with the records, and the second engine in agreement with the index. */
export function startSearchWork(): Rounds[] {
  const { mirror, breaker } = engines();
  let comparedAt = 0;
  let wasAway = false;
  async function drain(): Promise<boolean> {
    const { taken, away } = await drainSearch(mirror);
    wasAway ||= away;
    return taken > 0 && !away;
  }
  async function tend(): Promise<boolean> {
    if (await needsSyncAll()) log.info(await syncAll(), "the search index was filled");
    await syncByClock(mirror);
    const isDue = wasAway || breaker.isOpen() || Date.now() - comparedAt > COMPARE_EVERY_MS;
    if (!mirror || !isDue || !(await mirror.health())) return false;
    const { missing, stale, extra } = await repairMirror(mirror);
    comparedAt = Date.now();
    wasAway = false;
    const wrong = missing.length + stale.length + extra.length;
    if (wrong > 0) log.info({ wrong }, "the second search engine was brought into agreement");
    return false;
  }
  return [
    startRounds("search", DRAIN_EVERY_MS, drain),
    startRounds("the upkeep of the search index", TEND_EVERY_MS, tend),
  ];
}
