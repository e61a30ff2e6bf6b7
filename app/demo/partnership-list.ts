import type { MemberRole, PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { Texts } from "#app/platform/languages/texts.ts";

/** Shares in ppm, in the order of parties: the lead, then the others as listed. Days are 'YYYY-MM-DD'. */
export type DemoPeriod = { from: string; capital: number[]; risk: number[]; profit: number[] };

export type DemoAgreement = {
  product: string;
  from: string;
  /** first day outside */
  to: string | null;
  hasStateMoney?: boolean;
  profitConfidential?: boolean;
  /** none: opened, and nothing recorded yet */
  periods: DemoPeriod[];
  /** the day on which the draft was agreed; null while it is negotiated */
  agreedOn: string | null;
  /** how many parties sign, in their order, one every other day */
  signatures: number;
};

/** A partnership of the demonstration. `lead` and `others` name organisations by their key in organisation-list.ts. */
export type DemoPartnership = {
  proposedOn: string;
  lead: string;
  others: { key: string; role: Exclude<MemberRole, "LEAD">; from?: string }[];
  form: PartnershipForm;
  title: Texts;
  description: Texts;
  totalValueVnd: bigint | null;
  trl: [number, number];
  provinces: string[];
  from: string;
  to: string | null;
  agreements: DemoAgreement[];
};

const BILLION = 1_000_000_000n;

export const DEMO_PARTNERSHIPS: readonly DemoPartnership[] = [
  {
    proposedOn: "2026-02-09",
    lead: "den-dom",
    others: [
      { key: "quy-mai-ngoi", role: "INVESTOR" },
      { key: "da-cuoi", role: "HOST" },
      { key: "gio-nom", role: "PARTNER", from: "2027-07-01" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: {
      vi: "Hệ thống tích trữ điện cho trạm bơm nông nghiệp ven biển",
      en: "Electricity storage for coastal farm pumping stations",
      fr: "Stockage d’électricité pour les stations de pompage agricoles côtières",
    },
    description: {
      vi: "Bốn bên cùng làm bộ pin chịu mặn và bộ điều khiển để 60 trạm bơm chạy bằng điện mặt trời; bên phát điện vào từ giữa năm 2027.",
      en: "Four parties build a salt-resistant battery and a controller, so that 60 pumping stations run on solar power; the generator joins in mid-2027.",
    },
    totalValueVnd: 125n * BILLION,
    trl: [5, 8],
    provinces: ["79", "86"],
    from: "2026-03-01",
    to: "2030-01-01",
    agreements: [
      {
        product: "21-S18",
        from: "2026-08-01",
        to: "2030-01-01",
        hasStateMoney: true,
        periods: [
          {
            from: "2026-08-01",
            capital: [500_000, 300_000, 200_000, 0],
            risk: [500_000, 400_000, 100_000, 0],
            profit: [450_000, 200_000, 350_000, 0],
          },
          {
            from: "2027-07-01",
            capital: [400_000, 240_000, 160_000, 200_000],
            risk: [400_000, 300_000, 100_000, 200_000],
            profit: [330_000, 180_000, 330_000, 160_000],
          },
        ],
        agreedOn: "2026-07-08",
        signatures: 4,
      },
    ],
  },
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
    proposedOn: "2026-04-06",
    lead: "nui-bac",
    others: [
      { key: "da-cuoi", role: "HOST" },
      { key: "khu-doi-che", role: "PARTNER" },
      { key: "hat-gao", role: "PARTNER" },
    ],
    form: "PPP",
    title: {
      vi: "Tách đất hiếm nặng bằng dung môi tuần hoàn, không xả thải lỏng",
      en: "Separating heavy rare earths with a circulating solvent and no liquid waste",
      fr: "Séparation des terres rares lourdes par solvant en boucle, sans rejet liquide",
    },
    description: {
      vi: "Dây chuyền thử 200 tấn quặng tinh một năm; nước và dung môi quay vòng, bã được chôn trong hố lót hai lớp. Sản phẩm là oxit đất hiếm 99,9 % cho nam châm và linh kiện.",
    },
    totalValueVnd: 640n * BILLION,
    trl: [5, 8],
    provinces: ["15", "19"],
    from: "2026-05-01",
    to: "2036-05-01",
    agreements: [
      {
        product: "21-S25",
        from: "2026-10-01",
        to: "2036-05-01",
        hasStateMoney: true,
        periods: [
          {
            from: "2026-10-01",
            capital: [480_000, 120_000, 250_000, 150_000],
            risk: [520_000, 60_000, 300_000, 120_000],
            profit: [455_556, 194_444, 200_000, 150_000],
          },
          {
            from: "2031-01-01",
            capital: [480_000, 120_000, 250_000, 150_000],
            risk: [550_000, 60_000, 240_000, 150_000],
            profit: [485_556, 194_444, 150_000, 170_000],
          },
        ],
        agreedOn: "2026-09-02",
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
  },
  {
    proposedOn: "2026-05-25",
    lead: "gio-nom",
    others: [
      { key: "song-may", role: "HOST" },
      { key: "thuyen-thung", role: "PARTNER" },
      { key: "quy-mai-ngoi", role: "INVESTOR" },
    ],
    form: "JV_COMPANY",
    title: {
      vi: "Hydrogen xanh từ điện gió ngoài khơi cho tàu cá",
      fr: "De l’hydrogène vert de l’éolien en mer pour les bateaux de pêche",
    },
    description: {
      vi: "Trạm điện phân 2 MW đặt trên giàn gió ngoài khơi, nạp bình cho 30 tàu cá thử nghiệm; trường làm màng điện phân, bên thiết bị biển làm bình chứa chịu va đập.",
    },
    totalValueVnd: 287n * BILLION,
    trl: [4, 7],
    provinces: ["56"],
    from: "2026-06-15",
    to: "2033-06-15",
    agreements: [
      {
        product: "21-S19",
        from: "2026-11-01",
        to: "2033-06-15",
        hasStateMoney: true,
        periods: [
          {
            from: "2026-11-01",
            capital: [430_769, 169_231, 200_000, 200_000],
            risk: [400_000, 100_000, 250_000, 250_000],
            profit: [385_000, 245_000, 200_000, 170_000],
          },
        ],
        agreedOn: "2026-10-06",
        signatures: 4,
      },
    ],
  },
  {
    proposedOn: "2026-06-08",
    lead: "thuyen-thung",
    others: [
      { key: "con-quay", role: "HOST" },
      { key: "ben-say", role: "PARTNER" },
    ],
    form: "CONTRACT_CONSORTIUM",
    title: {
      vi: "Tàu ngầm nhỏ không người lái khảo sát chân đê và cầu cảng",
      en: "Small unmanned submarines that survey dykes and quays",
    },
    description: {
      vi: "Tàu dài 1,8 mét, lặn sâu 60 mét, quét sonar chân công trình và tự vẽ chỗ xói lở. Trung tâm ứng dụng dùng thử trên 25 ki-lô-mét đê.",
    },
    totalValueVnd: 19_800_000_000n,
    trl: [5, 8],
    provinces: ["48", "92"],
    from: "2026-07-01",
    to: "2029-01-01",
    agreements: [
      {
        product: "21-S26",
        from: "2026-11-10",
        to: "2029-01-01",
        periods: [
          {
            from: "2026-11-10",
            capital: [545_455, 272_727, 181_818],
            risk: [600_000, 200_000, 200_000],
            profit: [525_000, 325_000, 150_000],
          },
        ],
        agreedOn: "2026-10-19",
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
      vi: "Bản sao số đọc 9.000 điểm đo, đoán chỗ rò rỉ trước khi vỡ ống. Bản thỏa thuận đã chốt, còn chờ chữ ký.",
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
        signatures: 2,
      },
    ],
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
        signatures: 1,
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
