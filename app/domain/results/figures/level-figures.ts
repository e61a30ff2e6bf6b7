/** How many public results stand at a readiness level, those on the market and those not yet. */
export type LevelFigures = { level: number; onMarket: number; notYet: number };
