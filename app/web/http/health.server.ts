import type { Request, Response } from "express";

/** What `/readyz` asks: each answers true, or false or throws when it is away. */
export type Readiness = {
  stopping: () => boolean;
  database: () => Promise<boolean>;
  migrations: () => Promise<boolean>;
  /** away means degraded, not unready */
  search: () => Promise<boolean>;
  mail: () => Promise<boolean>;
};

/** The process lives and its event loop turns; nothing else is touched. */
export function healthz(_req: Request, res: Response): void {
  res.set("Cache-Control", "no-store").json({ status: "ok" });
}

/** 200 when requests may come: database there, migrations current, not stopping. Search and mail may be degraded. */
export function readyz(readiness: Readiness) {
  return async (_req: Request, res: Response) => {
    const [database, migrations, search, mail] = await Promise.all([
      holds(readiness.database),
      holds(readiness.migrations),
      holds(readiness.search),
      holds(readiness.mail),
    ]);
    const ready = database && migrations && !readiness.stopping();
    const degraded = [...(search ? [] : ["search"]), ...(mail ? [] : ["mail"])];
    if (!ready) res.set("Retry-After", "5");
    res.set("Cache-Control", "no-store").status(ready ? 200 : 503);
    res.json({ status: ready ? "ready" : "unready", degraded });
  };
}

async function holds(check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 500);
  });
  try {
    return await Promise.race([check(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
