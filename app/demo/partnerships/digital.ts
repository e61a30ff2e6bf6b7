import type { DemoPartnership } from "./plan.ts";

const BILLION = 1_000_000_000n;

/** Chips, data, language. */
export const DIGITAL: readonly DemoPartnership[] = [
  {
    proposedOn: "2026-03-23",
    lead: "hat-gao",
    others: [
      { key: "cau-vong", role: "HOST" },
      { key: "luy-tre", role: "PARTNER" },
      { key: "san-dinh", role: "INVESTOR" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: {
      vi: "Chip xử lý ảnh tiết kiệm điện cho camera giao thông",
      en: "A low-power image processor for traffic cameras",
    },
    description: {
      vi: "Học viện thiết kế lõi xử lý, doanh nghiệp bán dẫn lo chế tạo thử và đóng gói, cơ quan hạ tầng số cho thử trên 400 nút giao, doanh nghiệp dữ liệu đặt hàng 50.000 chip đầu tiên.",
    },
    totalValueVnd: 96_700_000_000n,
    trl: [3, 7],
    provinces: ["24", "48", "79"],
    from: "2026-04-15",
    to: "2030-04-15",
    agreements: [
      {
        product: "21-S23",
        from: "2026-09-15",
        to: "2030-04-15",
        profitConfidential: true,
        periods: [
          {
            from: "2026-09-15",
            capital: [420_000, 230_000, 100_000, 250_000],
            risk: [450_000, 150_000, 100_000, 300_000],
            profit: [380_000, 290_000, 60_000, 270_000],
          },
        ],
        agreedOn: "2026-08-18",
        signatures: 4,
      },
      {
        product: "21-S02",
        from: "2026-10-01",
        to: "2030-04-15",
        periods: [
          {
            from: "2026-10-01",
            capital: [333_334, 333_333, 0, 333_333],
            risk: [333_333, 333_333, 0, 333_334],
            profit: [300_000, 366_666, 33_334, 300_000],
          },
        ],
        agreedOn: "2026-09-07",
        signatures: 4,
      },
    ],
  },
  {
    proposedOn: "2026-04-20",
    lead: "song-may",
    others: [
      { key: "san-dinh", role: "PARTNER" },
      { key: "luy-tre", role: "PARTNER" },
    ],
    form: "TASK_ORDER",
    title: {
      vi: "Trợ lý ảo tiếng Việt cho bộ phận một cửa cấp xã",
      en: "A Vietnamese virtual assistant for commune one-stop desks",
    },
    description: {
      vi: "Trường chủ trì mô hình ngôn ngữ, doanh nghiệp lo dữ liệu và vận hành, cơ quan hạ tầng số đặt hàng và cho thử ở 40 xã trước khi dùng rộng.",
      en: "The university leads the language model, the company brings data and operation, the agency commissions it and opens 40 communes for trials.",
    },
    totalValueVnd: 27_900_000_000n,
    trl: [6, 9],
    provinces: ["01", "79"],
    from: "2026-05-15",
    to: "2028-11-15",
    agreements: [
      {
        product: "21-S01",
        from: "2026-09-20",
        to: "2028-11-15",
        hasStateMoney: true,
        periods: [
          {
            from: "2026-09-20",
            capital: [200_000, 450_000, 350_000],
            risk: [150_000, 500_000, 350_000],
            profit: [388_889, 461_111, 150_000],
          },
        ],
        agreedOn: "2026-09-09",
        signatures: 3,
      },
    ],
  },
  {
    proposedOn: "2026-06-22",
    lead: "san-dinh",
    others: [
      { key: "song-may", role: "HOST" },
      { key: "luy-tre", role: "PARTNER" },
      { key: "cau-vong", role: "PARTNER" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: { vi: "Nền tảng bản sao số cho mạng cấp nước đô thị" },
    description: {
      vi: "Bản sao số đọc 9.000 điểm đo, đoán chỗ rò rỉ trước khi vỡ ống. Bản thỏa thuận đã chốt, cơ quan thẩm định trả lại để bổ sung.",
    },
    totalValueVnd: 42n * BILLION,
    trl: [5, 8],
    provinces: ["79"],
    from: "2026-08-01",
    to: "2030-08-01",
    agreements: [
      {
        product: "21-S03",
        from: "2026-12-01",
        to: "2030-08-01",
        periods: [
          {
            from: "2026-12-01",
            capital: [400_000, 200_000, 250_000, 150_000],
            risk: [450_000, 100_000, 300_000, 150_000],
            profit: [380_000, 270_000, 150_000, 200_000],
          },
        ],
        agreedOn: "2026-10-12",
        appraisal: {
          outcome: "RETURNED",
          reason:
            "Phần dữ liệu địa chính dùng chung là tài sản công nhưng thỏa thuận chưa nêu quyết định cho khai thác.",
          items: [
            "Ghi số, ngày quyết định cho khai thác dữ liệu địa chính",
            "Nêu bên chịu trách nhiệm bảo quản dữ liệu sau khi dự án kết thúc",
          ],
        },
        signatures: 0,
      },
    ],
  },
];
