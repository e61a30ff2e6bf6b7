export const AMENDMENT_FORMAT = "ba-nha/amendment/1";

export const AMENDMENT_STATES = ["PROPOSED", "SIGNED", "WITHDRAWN", "DECLINED"] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];
