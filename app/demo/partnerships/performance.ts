/** A milestone of the demonstration: `place` is that of the party that owes it; what became of it, each on its day. */
export type DemoMilestone = {
  place: number;
  title: string;
  measure: string;
  weight: number;
  dueOn: string;
  reported?: { on: string; note: string; fileName: string; isPublic: boolean };
  judged?: { on: string; judgement: "MET" | "RETURNED"; note: string };
};

export type DemoMetric = {
  place: number;
  name: string;
  unit: string;
  direction: "AT_LEAST" | "AT_MOST";
  target: string;
  readings: { on: string; value: string; reference: string; verifiedOn?: string }[];
};

export type DemoFailure = {
  by: number;
  place: number;
  recordedOn: string;
  onDay: string;
  description: string;
  consequence: string;
  cureOn: string;
  verifiedOn?: string;
};

export type DemoPerformance = {
  plannedOn: string;
  milestones: DemoMilestone[];
  metrics: DemoMetric[];
  failures: DemoFailure[];
};

/** Of the partnerships of the demonstration, by the product of their first agreement. Everything is made up. */
export const DEMO_PERFORMANCE: Readonly<Record<string, DemoPerformance>> = {
  "21-S18": {
    plannedOn: "2026-08-05",
    milestones: [
      {
        ...{ place: 2, weight: 25, dueOn: "2026-10-15", title: "Mẻ vật liệu đầu tiên đạt độ tinh khiết đã định" },
        measure: "Phiếu phân tích của phòng thí nghiệm được công nhận, ba mẻ liên tiếp",
        reported: {
          ...{ on: "2026-10-09", note: "Ba mẻ liên tiếp đã phân tích; gửi kèm phiếu của từng mẻ." },
          ...{ fileName: "Phiếu phân tích ba mẻ.pdf", isPublic: true },
        },
        judged: { on: "2026-10-21", judgement: "MET", note: "Ba phiếu phân tích khớp với mẫu lưu; mốc đã đạt." },
      },
      {
        ...{ place: 0, weight: 35, dueOn: "2026-11-20", title: "Dây chuyền thử chạy liên tục 72 giờ" },
        measure: "Biên bản chạy thử có chữ ký của đơn vị đo độc lập",
        reported: {
          ...{ on: "2026-11-17", note: "Dây chuyền đã chạy 72 giờ từ ngày 12 đến ngày 15/11/2026." },
          ...{ fileName: "Biên bản chạy thử 72 giờ.pdf", isPublic: false },
        },
      },
      {
        ...{ place: 1, weight: 40, dueOn: "2027-06-30", title: "Nghiệm thu dây chuyền và bàn giao hồ sơ vận hành" },
        measure: "Biên bản nghiệm thu cấp cơ sở và bộ hồ sơ vận hành đã bàn giao",
      },
    ],
    metrics: [
      {
        ...{ place: 2, name: "Độ tinh khiết của mẻ vật liệu", unit: "%", direction: "AT_LEAST", target: "99.5" },
        readings: [
          { on: "2026-09-10", value: "98.7", reference: "Phiếu phân tích 21/PT", verifiedOn: "2026-09-22" },
          { on: "2026-10-08", value: "99.62", reference: "Phiếu phân tích 34/PT", verifiedOn: "2026-10-21" },
          { on: "2026-11-12", value: "99.7", reference: "Phiếu phân tích 47/PT" },
        ],
      },
    ],
    failures: [
      {
        ...{ by: 0, place: 1, recordedOn: "2026-10-05", onDay: "2026-09-30", cureOn: "2026-12-15" },
        description: "Bàn giao mặt bằng đặt dây chuyền chậm so với lịch các bên đã thống nhất.",
        consequence: "Chi phí lưu kho phát sinh do bên chậm bàn giao chịu.",
        verifiedOn: "2026-10-19",
      },
    ],
  },
};
