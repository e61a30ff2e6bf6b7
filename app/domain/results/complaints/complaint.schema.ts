import { z } from "zod";
import { oneOf, prose } from "#app/platform/typed.ts";
import { COMPLAINT_GROUNDS, COMPLAINT_OUTCOMES } from "./complaint.ts";

/** Lengths in characters. Source: docs/domain.md, "Results". */
export const COMPLAINT_LENGTH = { min: 30, max: 4_000 };
export const ANSWER_LENGTH = { min: 20, max: 2_000 };

export const complaintSchema = z.object({ ground: oneOf(COMPLAINT_GROUNDS), text: prose(COMPLAINT_LENGTH) });
export type ComplaintInput = z.infer<typeof complaintSchema>;

export const complaintAnswerSchema = z.object({ outcome: oneOf(COMPLAINT_OUTCOMES), answer: prose(ANSWER_LENGTH) });
export type ComplaintAnswer = z.infer<typeof complaintAnswerSchema>;
