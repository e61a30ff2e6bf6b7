/**
 * How often an act may be repeated: `points` within `seconds`; whoever goes beyond waits `blockSeconds`, or until the
 * time is over. LIMITS in the environment sets other figures. Source: docs/domain.md, limits.
 */
export const LIMITS = {
  /** attempts to sign in, by address */
  "sign-in": { points: 10, seconds: 60 },
  /** failed attempts at one account, whether or not it exists */
  "sign-in-account": { points: 10, seconds: 600, blockSeconds: 600 },
  /** new accounts, by address */
  "sign-up": { points: 5, seconds: 1_800 },
  /** mails with a one-time link, by e-mail address */
  "mail-link": { points: 5, seconds: 1_800 },
  /** opened or sent one-time links, by address */
  "one-time-link": { points: 30, seconds: 600 },
  /** mails that say that an account was locked, by e-mail address */
  "lock-notice": { points: 1, seconds: 600 },
  /** invitations, by person */
  invitation: { points: 20, seconds: 3_600 },
  /** receipts that prove when a text existed, by person */
  receipt: { points: 20, seconds: 3_600 },
  /** texts and files compared with a recorded hash, by address */
  "hash-check": { points: 30, seconds: 600 },
  /** comments, questions and reports on initiatives, by person */
  comment: { points: 20, seconds: 3_600 },
  /** documents drawn as PDF, by address */
  pdf: { points: 30, seconds: 60 },
  /** writes of the API, by address, with a token in force or not */
  "api-write": { points: 60, seconds: 60 },
  /** calculations of the API, by address */
  simulation: { points: 120, seconds: 60 },
} as const satisfies Record<string, Limit>;

export type Limit = { points: number; seconds: number; blockSeconds?: number };
export type LimitName = keyof typeof LIMITS;

/**
 * Whose bucket an address counts in: an IPv4 address its own, an IPv6 address that of its /64, which one subscriber
 * holds as a whole. An IPv4 address written as IPv6 is IPv4.
 */
export function addressBucket(address: string): string {
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("%")[0]?.toLowerCase().split("::") ?? [];
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const gap = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = [...left, ...gap, ...right].slice(0, 4);
  return `${groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
