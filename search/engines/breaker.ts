/** Keeps a failing neighbour from slowing every request: after some failures in a row it is left alone for a while. */
export type Breaker = {
  /** Whether the neighbour may be asked now. While it is left alone, one request at a time tries it again. */
  mayTry(): boolean;
  succeeded(): void;
  failed(): void;
  isOpen(): boolean;
};

export type BreakerOptions = { failures?: number; restMs?: number; now?: () => number };

/** A breaker that opens after `failures` in a row (3) and lets one try through every `restMs` (10 s). */
export function makeBreaker({ failures = 3, restMs = 10_000, now = Date.now }: BreakerOptions = {}): Breaker {
  let inRow = 0;
  let restUntil = 0;
  return {
    mayTry: () => {
      if (inRow < failures) return true;
      if (now() < restUntil) return false;
      restUntil = now() + restMs;
      return true;
    },
    succeeded: () => {
      inRow = 0;
    },
    failed: () => {
      inRow += 1;
      if (inRow >= failures) restUntil = now() + restMs;
    },
    isOpen: () => inRow >= failures,
  };
}
