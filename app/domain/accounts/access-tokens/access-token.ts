/** What a program may do with a token beyond what everybody reads; its owner's roles hold as well. */
export const TOKEN_SCOPES = ["findings:write"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Days that a token can last. */
export const TOKEN_DAYS = ["30", "90", "365"] as const;

/** Tokens in force that one person can have. */
export const MOST_TOKENS = 10;

/** A token as its owner sees it; the secret is shown once, when it is made. Instants in RFC 3339. */
export type OwnToken = {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};
