import type { SignalInput } from "#app/domain/monitoring/opinion/opinion.schema.ts";

/** A signal of twenty people asked by a survey, about nothing in particular. */
export function aSignal(ownerId: string, more: Partial<SignalInput> = {}): SignalInput {
  return {
    ...{ ownerId, about: "", title: "Ý kiến về trả lời sáng kiến", channel: "SURVEY", language: "vi" },
    ...{
      method: "Phiếu hỏi gửi ngẫu nhiên cho người đã nộp sáng kiến.",
      question: "Có nhận được trả lời đúng hạn không?",
    },
    ...{ n: 20, several: false, fromOn: "2026-10-01", toOn: "2026-10-15", source: "Phiếu hỏi đợt 1", summary: "" },
    figures: [
      { label: "Có", count: 12 },
      { label: "Không", count: 8 },
    ],
    ...more,
  };
}
