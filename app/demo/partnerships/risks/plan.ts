import type { RiskCategory, RiskOutcome } from "#app/domain/partnerships/risks/risk.ts";

const BILLION = 1_000_000_000n;

/** What is thought of a risk on a day; `parts` in ppm and `owner` as a place, in the order of parties. */
export type DemoAssessment = {
  on: string;
  by: number;
  title: string;
  isPublic?: boolean;
  probabilityPpm: number;
  impactVnd: bigint;
  parts: number[];
  mitigation: string;
  owner: number;
  reviewOn: string;
  reason: string;
};

export type DemoRisk = DemoAssessment & {
  category: RiskCategory;
  /** what it became, in the order of days */
  reviews?: Omit<DemoAssessment, "title" | "isPublic">[];
  closed?: { on: string; by: number; outcome: RiskOutcome; note: string };
};

/** Of the partnerships of the demonstration, by the product of their first agreement. Everything is made up. */
export const DEMO_RISKS: Readonly<Record<string, readonly DemoRisk[]>> = {
  "21-S18": [
    {
      ...{ on: "2026-08-06", by: 2, category: "TECHNOLOGY", title: "Bộ pin không đạt tuổi thọ trong môi trường mặn" },
      ...{ probabilityPpm: 300_000, impactVnd: 40n * BILLION, parts: [400_000, 400_000, 200_000, 0], owner: 2 },
      mitigation: "Thử ăn mòn gia tốc ở hai phòng thí nghiệm; giữ phương án vỏ bọc thứ hai đến hết năm 2027.",
      reviewOn: "2026-11-05",
      reason: "Mẫu vỏ bọc đầu tiên mới chạy 600 giờ, chưa đủ một mùa mặn.",
      reviews: [
        {
          ...{ on: "2026-11-03", by: 2, probabilityPpm: 220_000, impactVnd: 40n * BILLION },
          ...{ parts: [400_000, 400_000, 200_000, 0], owner: 2, reviewOn: "2027-05-31" },
          mitigation: "Đã chọn vỏ bọc thứ hai; tiếp tục thử đến hết mùa mặn 2027.",
          reason: "Vỏ bọc thứ hai qua 2.000 giờ thử ăn mòn mà không thấm.",
        },
      ],
    },
    {
      ...{ on: "2026-08-06", by: 0, category: "REVENUE", title: "Số trạm bơm đặt mua thấp hơn kế hoạch" },
      ...{ probabilityPpm: 250_000, impactVnd: 60n * BILLION, parts: [600_000, 300_000, 100_000, 0], owner: 0 },
      mitigation: "Ký thỏa thuận đặt mua trước với ba công ty thủy nông trước khi mở dây chuyền.",
      reviewOn: "2027-03-31",
      reason: "Mới có 22 trong 60 trạm xác nhận bằng văn bản.",
    },
    {
      ...{ on: "2026-08-20", by: 2, category: "IP", title: "Sáng chế bộ điều khiển trùng với quyền của bên khác" },
      ...{ probabilityPpm: 100_000, impactVnd: 20n * BILLION, parts: [300_000, 200_000, 500_000, 0], owner: 2 },
      mitigation: "Tra cứu tình trạng kỹ thuật ở ba nước trước khi nộp đơn.",
      reviewOn: "2026-11-10",
      reason: "Chưa tra cứu xong ngoài nước.",
    },
    {
      ...{ on: "2026-09-15", by: 1, category: "LAW", title: "Quy định đấu nối điện mặt trời của trạm bơm thay đổi" },
      ...{ probabilityPpm: 150_000, impactVnd: 16n * BILLION, parts: [200_000, 700_000, 100_000, 0], owner: 1 },
      mitigation: "Theo dõi dự thảo; thiết kế chạy được cả khi không đấu nối lưới.",
      reviewOn: "2027-01-29",
      reason: "Dự thảo quy định mới đang lấy ý kiến.",
      closed: {
        ...{ on: "2026-11-12", by: 1, outcome: "LAPSED" },
        note: "Quy định ban hành giữ nguyên điều kiện đấu nối cho trạm bơm nông nghiệp.",
      },
    },
    {
      ...{
        on: "2026-10-12",
        by: 0,
        category: "COMPLETION",
        title: "Mặt bằng đặt dây chuyền bàn giao chậm thêm một quý",
      },
      ...{ probabilityPpm: 400_000, impactVnd: 10n * BILLION, parts: [300_000, 600_000, 100_000, 0], owner: 1 },
      mitigation: "Thuê tạm xưởng của trường để lắp mẻ đầu.",
      reviewOn: "2026-12-18",
      reason: "Đến ngày 05/10/2026 mặt bằng chưa được giao.",
    },
  ],
};
