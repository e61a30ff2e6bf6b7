import type { DemoPartnership } from "#app/demo/partnerships/plan.ts";

/** A partnership that failed: what was sealed before, its final report, and what the State body found. */
export type DemoFailure = {
  sealedOn: string;
  /** places of the parties that seal too, one a day */
  joinedBy: number[];
  content: { risk: string; criteria: string[]; procedure: string; decision: string };
  failedOn: string;
  report: string;
  lessons: string;
  askedOn: string;
  decidedOn: string;
  found: { reason: string; lessons: string };
};

/** The partnership of the demonstration that failed; everything is made up. */
export const FAILED: readonly DemoPartnership[] = [
  {
    proposedOn: "2026-04-23",
    lead: "giot-suong",
    others: [
      { key: "ben-say", role: "PARTNER" },
      { key: "trau-sat", role: "INVESTOR" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: {
      vi: "Silic sinh học từ tro trấu cho phân bón lá",
      en: "Biogenic silica from rice-husk ash for leaf fertiliser",
      fr: "Silice biogène tirée de la cendre de balle de riz pour engrais foliaire",
    },
    description: {
      vi: "Ba bên thử tách silic từ tro trấu của các lò sấy nhỏ để làm phân bón lá. Tro của mỗi lò khác nhau quá nhiều, độ tinh khiết không giữ được.",
      en: "Three parties tried to extract silica from the ash of small dryers for leaf fertiliser. The ash of each dryer differed too much, and the purity could not be held.",
    },
    totalValueVnd: 24_000_000_000n,
    trl: [4, 7],
    provinces: ["92", "82"],
    from: "2026-06-01",
    to: "2029-01-01",
    agreements: [
      {
        product: "21-S15",
        from: "2026-08-01",
        to: "2029-01-01",
        periods: [
          {
            from: "2026-08-01",
            capital: [250_000, 300_000, 450_000],
            risk: [150_000, 400_000, 450_000],
            profit: [350_000, 200_000, 450_000],
          },
        ],
        agreedOn: "2026-07-13",
        signatures: 3,
        runs: [
          {
            ...{ proposedOn: "2026-10-26", kind: "LOSS", from: "01/08/2026", lastOn: "15/10/2026" },
            ...{ loss: "9,6 tỷ", revenue: "", opex: "", depreciation: "", approvals: 2 },
          },
        ],
      },
    ],
  },
];

export const DEMO_FAILURES: Readonly<Record<string, DemoFailure>> = {
  "21-S15": {
    sealedOn: "2026-08-18",
    joinedBy: [1, 2],
    content: {
      risk: "Tro của các lò sấy nhỏ chưa từng được dùng để tách silic ở quy mô tấn; độ tinh khiết có thể không giữ được giữa các mẻ.",
      criteria: [
        "Thử ít nhất mười hai mẻ tro của sáu lò khác nhau trước khi đặt mua thiết bị lớn",
        "Hai phòng thí nghiệm độc lập cùng đo độ tinh khiết",
        "Chi không quá 10 tỷ đồng trước khi có kết quả của mười hai mẻ",
      ],
      procedure:
        "Hội đồng kỹ thuật của ba bên họp mỗi tháng, ghi biên bản; nhật ký thử được giữ nguyên bản; dừng khi hai đợt liên tiếp không đạt.",
      decision: "Ba bên biết rủi ro này và cùng quyết định thử trong giới hạn đã định.",
    },
    failedOn: "2026-11-04",
    report:
      "Mười bốn mẻ tro của bảy lò đã được thử từ tháng 8 đến tháng 10/2026. Độ tinh khiết dao động từ 71 % đến 93 %, hai đợt liên tiếp không đạt 95 %. Các bên dừng theo cách làm đã định, chưa đặt mua thiết bị lớn; 9,6 tỷ đồng đã chi cho thử nghiệm, đo và nhân công.",
    lessons:
      "Tro trấu chỉ dùng được khi lò có nhiệt độ ổn định: cần chuẩn hóa lò trước, rồi mới tách silic. Bộ mẫu mười bốn mẻ và quy trình đo được giao cho trường và dùng lại được. Giới hạn chi trước khi có kết quả đã giữ thiệt hại ở mức 40 % tổng vốn.",
    askedOn: "2026-11-06",
    decidedOn: "2026-11-20",
    found: {
      reason:
        "Nhật ký thử, biên bản họp và phiếu đo của hai phòng thí nghiệm khớp với nội dung đã niêm phong ngày 18/8/2026; tiền chi đúng dự toán, không có dấu hiệu gian lận hay dùng sai mục đích.",
      lessons:
        "Niêm phong điều kiện và giới hạn chi từ đầu cho phép dừng sớm mà không ai phải chịu trách nhiệm vì đã dám thử.",
    },
  },
};
