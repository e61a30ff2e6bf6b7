import type { DemoPartnership } from "./plan.ts";

const BILLION = 1_000_000_000n;

/** Energy, materials, the sea. */
export const ENERGY_AND_MATERIALS: readonly DemoPartnership[] = [
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
        amendments: [
          {
            proposedOn: "2026-11-18",
            by: 0,
            effectiveFrom: "2027-07-01",
            rationale:
              "Thêm dây chuyền tách samari từ giữa năm 2027: bên đứng đầu góp thêm thiết bị, Nhà nước giữ nguyên phần vốn, các bên chia lại rủi ro theo phần việc mới.",
            periods: [
              {
                from: "2027-07-01",
                capital: [520_000, 120_000, 230_000, 130_000],
                risk: [560_000, 60_000, 270_000, 110_000],
                profit: [475_556, 194_444, 190_000, 140_000],
              },
              {
                from: "2031-01-01",
                capital: [520_000, 120_000, 230_000, 130_000],
                risk: [580_000, 60_000, 220_000, 140_000],
                profit: [500_556, 194_444, 140_000, 165_000],
              },
            ],
            signatures: 2,
          },
        ],
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
];
