import type { DemoVariant } from "./plan.ts";

const BILLION = 1_000_000_000n;

/** What parties of the demonstration laid on the workbench and shared, by the product of their agreement. */
export const DEMO_VARIANTS: Readonly<Record<string, readonly DemoVariant[]>> = {
  // still negotiated
  "21-S14": [
    {
      by: 0,
      savedOn: "2026-11-09",
      name: "Bên đứng đầu góp nhiều, trần lỗ thấp",
      capital: [550_000, 180_000, 70_000, 200_000],
      risk: [500_000, 120_000, 80_000, 300_000],
      profit: [470_000, 266_667, 83_333, 180_000],
      capsVnd: [30n * BILLION, 6n * BILLION, null, 12n * BILLION],
      capitalVnd: 68n * BILLION,
      scenarios: [
        { name: "đủ hai dòng vắc xin", probabilityPpm: 300_000, valueVnd: 96n * BILLION },
        { name: "một dòng ra thị trường", probabilityPpm: 450_000, valueVnd: 28n * BILLION },
        { name: "không qua thử nghiệm", probabilityPpm: 250_000, valueVnd: -52n * BILLION },
      ],
      profitsVnd: [-9n * BILLION, 4n * BILLION, 26n * BILLION, 38n * BILLION, 45n * BILLION],
      tiers: { host: 1, budgetFundedPpm: 400_000, authorRewardRatePpm: 300_000, intermediaryRatePpm: 0 },
      comments: [
        {
          by: 1,
          on: "2026-11-12",
          text: "Trần lỗ 6 tỷ vừa sức của viện. Đề nghị giữ phần của tác giả ở 30 %, đúng mức tối thiểu của luật.",
        },
      ],
    },
    {
      by: 3,
      savedOn: "2026-11-16",
      name: "Chia đều rủi ro hơn",
      capital: [500_000, 180_000, 70_000, 250_000],
      risk: [450_000, 150_000, 100_000, 300_000],
      profit: [440_000, 240_000, 90_000, 230_000],
      capsVnd: [30n * BILLION, 8n * BILLION, 4n * BILLION, null],
      capitalVnd: 68n * BILLION,
      scenarios: [
        { name: "đủ hai dòng vắc xin", probabilityPpm: 300_000, valueVnd: 96n * BILLION },
        { name: "một dòng ra thị trường", probabilityPpm: 450_000, valueVnd: 28n * BILLION },
        { name: "không qua thử nghiệm", probabilityPpm: 250_000, valueVnd: -52n * BILLION },
      ],
      profitsVnd: [-9n * BILLION, 4n * BILLION, 26n * BILLION, 38n * BILLION, 45n * BILLION],
      tiers: { host: 1, budgetFundedPpm: 400_000, authorRewardRatePpm: 300_000, intermediaryRatePpm: 0 },
      comments: [],
    },
  ],
  // in force
  "21-S18": [
    {
      by: 0,
      savedOn: "2026-10-05",
      name: "Thêm bên phát điện từ giữa 2027",
      capital: [400_000, 240_000, 160_000, 200_000],
      risk: [400_000, 300_000, 100_000, 200_000],
      profit: [330_000, 180_000, 330_000, 160_000],
      capsVnd: [40n * BILLION, null, 10n * BILLION, 20n * BILLION],
      capitalVnd: 125n * BILLION,
      scenarios: [
        { name: "60 trạm bơm", probabilityPpm: 400_000, valueVnd: 150n * BILLION },
        { name: "30 trạm bơm", probabilityPpm: 400_000, valueVnd: 40n * BILLION },
        { name: "pin không chịu mặn", probabilityPpm: 200_000, valueVnd: -90n * BILLION },
      ],
      profitsVnd: [-15n * BILLION, 20n * BILLION, 55n * BILLION, 70n * BILLION, 80n * BILLION],
      tiers: null,
      comments: [
        {
          by: 2,
          on: "2026-10-07",
          text: "Nhà trường đồng ý phần rủi ro 10 %, với điều kiện trần lỗ 10 tỷ giữ đến hết thời hạn.",
        },
      ],
    },
  ],
  // with an amendment that waits for signatures
  "21-S25": [
    {
      by: 0,
      savedOn: "2026-11-16",
      name: "Dây chuyền samari từ giữa 2027",
      capital: [520_000, 120_000, 230_000, 130_000],
      risk: [560_000, 60_000, 270_000, 110_000],
      profit: [475_556, 194_444, 190_000, 140_000],
      capsVnd: [null, 25n * BILLION, 120n * BILLION, 60n * BILLION],
      capitalVnd: 640n * BILLION,
      scenarios: [
        { name: "giá oxit tăng", probabilityPpm: 250_000, valueVnd: 700n * BILLION },
        { name: "giá như hiện nay", probabilityPpm: 500_000, valueVnd: 260n * BILLION },
        { name: "dung môi không quay vòng được", probabilityPpm: 250_000, valueVnd: -300n * BILLION },
      ],
      profitsVnd: [-60n * BILLION, 40n * BILLION, 180n * BILLION, 260n * BILLION, 300n * BILLION, 320n * BILLION],
      tiers: null,
      comments: [],
    },
  ],
};
