import type { DemoPartnership } from "./plan.ts";

const BILLION = 1_000_000_000n;

/** Robots, drones, vaccines, sensors. */
export const MACHINES_AND_LIFE: readonly DemoPartnership[] = [
  {
    proposedOn: "2026-02-24",
    lead: "trau-sat",
    others: [
      { key: "con-quay", role: "HOST" },
      { key: "khu-doi-che", role: "PARTNER" },
    ],
    form: "PUBLIC_ASSET_ASSOCIATION",
    title: {
      vi: "Robot hái chè trên đồi dốc, thử nghiệm trong khu thử nghiệm công",
      en: "Tea-picking robots for steep hills, tried in a public test park",
    },
    description: {
      vi: "Doanh nghiệp làm thân máy, viện làm phần nhìn và chọn búp, ban quản lý cho dùng 12 héc-ta đồi thử nghiệm trong ba vụ.",
      en: "The company builds the machine, the institute the vision that picks the buds, the park authority lends 12 hectares of hills for three seasons.",
    },
    totalValueVnd: 38_500_000_000n,
    trl: [4, 7],
    provinces: ["19"],
    from: "2026-03-15",
    to: "2029-03-15",
    agreements: [
      {
        product: "21-S07",
        from: "2026-08-15",
        to: "2029-03-15",
        hasStateMoney: true,
        periods: [
          {
            from: "2026-08-15",
            capital: [461_539, 307_692, 230_769],
            risk: [600_000, 250_000, 150_000],
            profit: [512_345, 337_655, 150_000],
          },
        ],
        agreedOn: "2026-07-20",
        signatures: 3,
        runs: [
          {
            proposedOn: "2026-10-06",
            from: "15/08/2026",
            lastOn: "30/09/2026",
            revenue: "2,1 tỷ",
            opex: "2,9 tỷ",
            depreciation: "0,3 tỷ",
            approvals: 2,
          },
        ],
        amendments: [
          {
            proposedOn: "2026-09-28",
            by: 1,
            effectiveFrom: "2027-01-01",
            rationale:
              "Viện đưa thêm bộ nhận dạng búp chè đã đăng ký bảo hộ vào dự án từ năm 2027, nên phần vốn và phần lợi nhuận của viện tăng, phần của doanh nghiệp giảm tương ứng.",
            periods: [
              {
                from: "2027-01-01",
                capital: [415_385, 353_846, 230_769],
                risk: [600_000, 250_000, 150_000],
                profit: [475_000, 375_000, 150_000],
              },
            ],
            signatures: 3,
          },
        ],
      },
    ],
  },
  {
    proposedOn: "2026-03-10",
    lead: "la-ngai",
    others: [
      { key: "vuon-thuoc", role: "HOST" },
      { key: "giot-suong", role: "PARTNER" },
      { key: "quy-mai-ngoi", role: "INVESTOR" },
    ],
    form: "JV_COMPANY",
    title: {
      vi: "Vắc xin cúm mùa nuôi cấy tế bào, từ mẻ thử đến dây chuyền 2 triệu liều",
      fr: "Vaccin grippal sur culture cellulaire, du lot d’essai à deux millions de doses",
    },
    description: {
      vi: "Bốn bên lập công ty để đưa dòng tế bào của viện vào sản xuất: viện góp quyền đối với kết quả nghiên cứu, trường thử lâm sàng, quỹ góp vốn giai đoạn đầu.",
    },
    totalValueVnd: 412n * BILLION,
    trl: [6, 9],
    provinces: ["46", "79"],
    from: "2026-04-01",
    to: null,
    agreements: [
      {
        product: "21-S10",
        from: "2026-09-01",
        to: null,
        hasStateMoney: true,
        periods: [
          {
            from: "2026-09-01",
            capital: [550_000, 180_000, 70_000, 200_000],
            risk: [500_000, 120_000, 80_000, 300_000],
            profit: [470_000, 266_667, 83_333, 180_000],
          },
        ],
        agreedOn: "2026-08-04",
        signatures: 4,
        runs: [
          {
            proposedOn: "2026-11-04",
            from: "01/09/2026",
            lastOn: "31/10/2026",
            revenue: "18,4 tỷ",
            opex: "11,2 tỷ",
            depreciation: "1,6 tỷ",
            ipRemuneration: "10",
            ipFactor: "50",
            authors: "Nguyễn Thị Lá; 55\nHoàng Văn Nhị; 45",
            approvals: 2,
          },
          {
            proposedOn: "2026-11-12",
            from: "01/09/2026",
            lastOn: "31/10/2026",
            revenue: "18,9 tỷ",
            opex: "11,2 tỷ",
            depreciation: "1,6 tỷ",
            ipRemuneration: "10",
            ipFactor: "50",
            authors: "Nguyễn Thị Lá; 55\nHoàng Văn Nhị; 45",
            compensates: "1",
            approvals: 1,
          },
        ],
        amendments: [
          {
            proposedOn: "2026-10-19",
            by: 3,
            effectiveFrom: "2027-04-01",
            rationale: "Quỹ đề nghị tăng phần lợi nhuận của bên góp vốn giai đoạn đầu để gọi thêm nhà đầu tư.",
            periods: [
              {
                from: "2027-04-01",
                capital: [550_000, 180_000, 70_000, 200_000],
                risk: [500_000, 120_000, 80_000, 300_000],
                profit: [430_000, 226_667, 83_333, 260_000],
              },
            ],
            signatures: 0,
            declined: {
              by: 1,
              reason: "Phần lợi nhuận của viện giảm mà phần vốn và rủi ro không đổi; viện không đồng ý.",
            },
          },
        ],
      },
      {
        product: "21-S14",
        from: "2027-01-01",
        to: null,
        hasStateMoney: true,
        periods: [],
        agreedOn: null,
        signatures: 0,
      },
    ],
  },
  {
    proposedOn: "2026-05-11",
    lead: "canh-co",
    others: [
      { key: "dong-chiem", role: "HOST" },
      { key: "ben-say", role: "PARTNER" },
      { key: "trau-sat", role: "PARTNER" },
      { key: "cau-go", role: "INTERMEDIARY" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: {
      vi: "Máy bay không người lái gieo sạ và rải phân theo bản đồ ruộng",
      en: "Drones that sow and fertilise by the map of the field",
    },
    description: {
      vi: "Máy bay tự đọc bản đồ dinh dưỡng của từng thửa, gieo và rải đúng chỗ thiếu. Thử hai vụ trên 3.000 héc-ta, bên trung gian lo chuyển giao cho hợp tác xã.",
    },
    totalValueVnd: 54_200_000_000n,
    trl: [6, 9],
    provinces: ["92", "82", "91"],
    from: "2026-06-01",
    to: "2029-06-01",
    agreements: [
      {
        product: "21-S22",
        from: "2026-10-15",
        to: "2029-06-01",
        periods: [
          {
            from: "2026-10-15",
            capital: [510_000, 140_000, 120_000, 200_000, 30_000],
            risk: [560_000, 90_000, 120_000, 230_000, 0],
            profit: [430_000, 210_000, 60_000, 200_000, 100_000],
          },
        ],
        agreedOn: "2026-09-24",
        signatures: 5,
      },
    ],
    suspension: {
      by: 1,
      on: "2026-11-10",
      untilOn: "2027-03-31",
      reason:
        "Lũ cuối tháng 10 làm hỏng trạm sạc và bãi đáp ở hai xã; tạm dừng đến hết vụ đông xuân để sửa chữa và kiểm tra lại thiết bị.",
      votes: [3, 0, 2],
    },
  },
  {
    proposedOn: "2026-07-13",
    lead: "la-ngai",
    others: [
      { key: "giot-suong", role: "HOST" },
      { key: "xac-minh", role: "PARTNER" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: { vi: "Cảm biến sinh học đo đường huyết không lấy máu" },
    description: {
      vi: "Miếng dán đo qua mồ hôi, trả số trong một phút. Trường thử trên 600 người tình nguyện, doanh nghiệp lo dây chuyền.",
    },
    totalValueVnd: 31_400_000_000n,
    trl: [4, 7],
    provinces: ["46", "79"],
    from: "2026-09-01",
    to: "2029-09-01",
    agreements: [
      {
        product: "21-S13",
        from: "2027-01-01",
        to: "2029-09-01",
        periods: [
          {
            from: "2027-01-01",
            capital: [600_000, 250_000, 150_000],
            risk: [650_000, 150_000, 200_000],
            profit: [520_000, 330_000, 150_000],
          },
        ],
        agreedOn: "2026-11-12",
        appraisal: "WAITS",
        signatures: 0,
      },
    ],
  },
  {
    proposedOn: "2026-10-26",
    lead: "trau-sat",
    others: [{ key: "khu-doi-che", role: "PARTNER" }],
    form: "CONTRACT_CONSORTIUM",
    title: { vi: "Dây chuyền chế biến sâu phụ phẩm chè thành sợi và than sinh học" },
    description: {
      vi: "Cành và lá già sau mỗi vụ được tách sợi, phần còn lại đốt yếm khí thành than bón đất. Dự án đang tìm một trường hoặc viện.",
    },
    totalValueVnd: null,
    trl: [3, 6],
    provinces: ["19"],
    from: "2027-01-01",
    to: null,
    agreements: [],
  },
];
