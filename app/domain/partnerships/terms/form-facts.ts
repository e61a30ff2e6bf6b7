import type { PartnershipForm } from "../partnership.schema.ts";

/** The contract types that Decree 180/2025/NĐ-CP names for science and technology. */
const PPP_CONTRACTS = ["BOT", "BTO", "BOO", "BTL", "BLT", "BT", "O_AND_M"] as const;
const LIABILITIES = ["JOINT", "OWN_PART"] as const;

/** How a fact is typed and kept: always as text, an amount in đồng and a whole number in digits, a day as 2026-11-21. */
export type FormField = { key: string; isOptional?: true } & (
  | { kind: "LINE" | "PROSE" | "AMOUNT" | "DATE" }
  | { kind: "WHOLE"; unit: "%" | "MONTHS"; min: number; max: number }
  | { kind: "CHOICE"; choices: readonly string[] }
);

const TERM = { key: "termMonths", kind: "WHOLE", unit: "MONTHS", min: 1, max: 1_200 } as const;

/**
 * What each form of partnership has to say besides the terms that all have. An optional fact may come later; without any
 * other the draft is not agreed. Source: docs/domain.md, "Forms"; the range of a PPP's thresholds is that of Law
 * 64/2020/QH14 Art. 82 as amended [r].
 */
export const FORM_FIELDS = {
  CONTRACT_CONSORTIUM: [
    { key: "contractNumber", kind: "LINE" },
    { key: "leadPowers", kind: "PROSE" },
    { key: "liability", kind: "CHOICE", choices: LIABILITIES },
  ],
  JV_COMPANY: [
    { key: "companyName", kind: "LINE" },
    { key: "charterCapital", kind: "AMOUNT" },
    { key: "companySeat", kind: "LINE" },
    { key: "registrationNumber", kind: "LINE", isOptional: true },
    { key: "registeredOn", kind: "DATE", isOptional: true },
  ],
  PPP: [
    { key: "pppProject", kind: "LINE" },
    { key: "pppContract", kind: "CHOICE", choices: PPP_CONTRACTS },
    TERM,
    { key: "competentAuthority", kind: "LINE" },
    { key: "revenueFloor", kind: "WHOLE", unit: "%", min: 75, max: 90 },
    { key: "revenueCeiling", kind: "WHOLE", unit: "%", min: 110, max: 125 },
  ],
  PUBLIC_ASSET_ASSOCIATION: [
    { key: "assetList", kind: "PROSE" },
    { key: "approvalNumber", kind: "LINE" },
    { key: "approvedBy", kind: "LINE" },
    { key: "approvedOn", kind: "DATE" },
    { key: "assetValue", kind: "AMOUNT" },
    { key: "assetValuer", kind: "LINE" },
    { key: "assetValuedOn", kind: "DATE" },
    TERM,
  ],
  TASK_ORDER: [
    { key: "orderingBody", kind: "LINE" },
    { key: "taskCode", kind: "LINE" },
    { key: "acceptance", kind: "PROSE" },
  ],
} as const satisfies Record<PartnershipForm, readonly FormField[]>;

export type FormFactKey = (typeof FORM_FIELDS)[PartnershipForm][number]["key"];
export const FORM_FACT_KEYS: readonly FormFactKey[] = [
  ...new Set(Object.values(FORM_FIELDS).flatMap((fields) => fields.map(({ key }) => key))),
];
/** By key, as the text of the agreement carries them; what is not said is left out. */
export type FormFacts = Partial<Record<FormFactKey, string>>;

/** The instruments that a form rests on, by number, as far as they were read (prisma/reference/legal-instruments.json). */
export const FORM_BASIS = {
  CONTRACT_CONSORTIUM: ["93/2025/QH15", "180/2025/NĐ-CP"],
  JV_COMPANY: ["93/2025/QH15", "180/2025/NĐ-CP"],
  PPP: ["180/2025/NĐ-CP", "64/2020/QH14"],
  PUBLIC_ASSET_ASSOCIATION: ["180/2025/NĐ-CP"],
  TASK_ORDER: ["93/2025/QH15", "267/2025/NĐ-CP"],
} as const satisfies Record<PartnershipForm, readonly string[]>;

/** The facts that a form still needs, in their order; none: its draft may be agreed. */
export function missingFormFacts(form: PartnershipForm, facts: FormFacts | undefined): FormFactKey[] {
  const needed: readonly (FormField & { key: FormFactKey })[] = FORM_FIELDS[form];
  return needed.filter(({ key, isOptional }) => !isOptional && !facts?.[key]).map(({ key }) => key);
}
