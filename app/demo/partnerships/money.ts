import type { FundingSource } from "#app/domain/catalogue/funding-source.ts";
import type { ContributionKind } from "#app/domain/partnerships/capital/capital.ts";

/** What one party commits in a call. `place` is that of the party; `paid` what it paid of it, each on its day. */
export type DemoCommitment = {
  place: number;
  kind: ContributionKind;
  description: string;
  amountVnd: bigint;
  dueOn: string;
  valuation?: { method: string; valuer: string; valuedOn: string };
  paid: { on: string; amountVnd: bigint; reference: string; confirmed?: false }[];
};

/** Money of a State body: paid to the party at `place`; a refund is below 0. */
export type DemoFunding = {
  source: FundingSource;
  budgetLine: string;
  allocatedVnd: bigint;
  reference: string;
  tranches: { dueOn: string; amountVnd: bigint; condition: string; metOn?: string }[];
  payments: { on: string; tranche: number; place: number; amountVnd: bigint; reference: string }[];
};

export type DemoMoney = { committedOn: string; commitments: DemoCommitment[]; funding?: DemoFunding };

const MILLION = 1_000_000n;
const BILLION = 1_000n * MILLION;
const VALUER = "Công ty Thẩm định giá Cầu Mây (mẫu)";

/** Of the agreements of the demonstration, by product. Documents and their numbers are made up. */
export const DEMO_MONEY: Readonly<Record<string, DemoMoney>> = {
  // half is paid in, in proportion; the State is behind with its second tranche
  "21-S18": {
    committedOn: "2026-08-03",
    commitments: [
      {
        ...{
          place: 0,
          kind: "CASH",
          description: "Tiền mặt, đợt một",
          amountVnd: 31_250n * MILLION,
          dueOn: "2026-10-30",
        },
        paid: [
          { on: "2026-09-18", amountVnd: 20n * BILLION, reference: "Ủy nhiệm chi 118 ngày 18/9/2026" },
          { on: "2026-10-27", amountVnd: 11_250n * MILLION, reference: "Ủy nhiệm chi 164 ngày 27/10/2026" },
        ],
      },
      {
        ...{
          place: 1,
          kind: "CASH",
          description: "Tiền mặt, đợt một",
          amountVnd: 18_750n * MILLION,
          dueOn: "2026-10-30",
        },
        paid: [{ on: "2026-10-12", amountVnd: 18_750n * MILLION, reference: "Giấy báo có 77 ngày 12/10/2026" }],
      },
      {
        ...{ place: 2, kind: "RESEARCH_RESULT", amountVnd: 12_500n * MILLION, dueOn: "2026-10-30" },
        description: "Quy trình chế tạo vật liệu đã nghiệm thu",
        valuation: { method: "Chi phí thay thế", valuer: VALUER, valuedOn: "2026-07-24" },
        paid: [{ on: "2026-10-20", amountVnd: 12_500n * MILLION, reference: "Biên bản bàn giao 09 ngày 20/10/2026" }],
      },
      {
        ...{
          place: 0,
          kind: "CASH",
          description: "Tiền mặt, đợt hai",
          amountVnd: 31_250n * MILLION,
          dueOn: "2027-06-30",
        },
        paid: [],
      },
    ],
    funding: {
      source: "STATE_BUDGET_CENTRAL",
      budgetLine: "Khoản 101, nhiệm vụ khoa học cấp quốc gia (mẫu)",
      allocatedVnd: 20n * BILLION,
      reference: "Quyết định phân bổ 31 ngày 20/7/2026",
      tranches: [
        { dueOn: "2026-09-15", amountVnd: 6n * BILLION, condition: "Mở tài khoản chung", metOn: "2026-08-25" },
        { dueOn: "2026-11-16", amountVnd: 8n * BILLION, condition: "Nghiệm thu mẫu thử", metOn: "2026-11-09" },
        { dueOn: "2027-03-31", amountVnd: 6n * BILLION, condition: "Vận hành thử ba tháng" },
      ],
      payments: [
        { on: "2026-09-14", tranche: 1, place: 0, amountVnd: 6n * BILLION, reference: "Lệnh chi 501 ngày 14/9/2026" },
        { on: "2026-11-19", tranche: 2, place: 0, amountVnd: 3n * BILLION, reference: "Lệnh chi 640 ngày 19/11/2026" },
      ],
    },
  },
  // part of the first tranche came back
  "21-S01": {
    committedOn: "2026-09-22",
    commitments: [
      {
        ...{ place: 0, kind: "EQUIPMENT", description: "Cụm máy chủ huấn luyện", amountVnd: 5_580n * MILLION },
        ...{
          dueOn: "2026-11-10",
          valuation: { method: "So sánh giá thị trường", valuer: VALUER, valuedOn: "2026-09-11" },
        },
        paid: [{ on: "2026-11-05", amountVnd: 5_580n * MILLION, reference: "Biên bản bàn giao 14 ngày 05/11/2026" }],
      },
      {
        ...{ place: 1, kind: "CASH", description: "Tiền mặt", amountVnd: 12_555n * MILLION, dueOn: "2026-11-10" },
        paid: [{ on: "2026-11-04", amountVnd: 12_555n * MILLION, reference: "Ủy nhiệm chi 208 ngày 04/11/2026" }],
      },
      {
        ...{ place: 2, kind: "CASH", description: "Tiền mặt", amountVnd: 9_765n * MILLION, dueOn: "2026-11-10" },
        paid: [{ on: "2026-11-09", amountVnd: 9_765n * MILLION, reference: "Ủy nhiệm chi 31 ngày 09/11/2026" }],
      },
    ],
    funding: {
      source: "STATE_BUDGET_LOCAL",
      budgetLine: "Chương trình chuyển đổi số của tỉnh (mẫu)",
      allocatedVnd: 6n * BILLION,
      reference: "Quyết định phân bổ 88 ngày 15/9/2026",
      tranches: [
        { dueOn: "2026-10-12", amountVnd: 3n * BILLION, condition: "Có dự toán được duyệt", metOn: "2026-10-01" },
        { dueOn: "2027-02-26", amountVnd: 3n * BILLION, condition: "Có bản thử cho người dùng" },
      ],
      payments: [
        { on: "2026-10-08", tranche: 1, place: 0, amountVnd: 3n * BILLION, reference: "Lệnh chi 552 ngày 08/10/2026" },
        {
          on: "2026-11-12",
          tranche: 1,
          place: 0,
          amountVnd: -400n * MILLION,
          reference: "Lệnh thu 17 ngày 12/11/2026",
        },
      ],
    },
  },
  // one party has not paid by the day: the readings differ, and the page says so
  "21-S23": {
    committedOn: "2026-09-16",
    commitments: [
      {
        ...{
          place: 0,
          kind: "CASH",
          description: "Tiền mặt, đợt một",
          amountVnd: 20_307n * MILLION,
          dueOn: "2026-11-02",
        },
        paid: [{ on: "2026-10-29", amountVnd: 20_307n * MILLION, reference: "Ủy nhiệm chi 402 ngày 29/10/2026" }],
      },
      {
        ...{
          place: 1,
          kind: "CASH",
          description: "Tiền mặt, đợt một",
          amountVnd: 11_120_500_000n,
          dueOn: "2026-11-02",
        },
        paid: [{ on: "2026-11-02", amountVnd: 4n * BILLION, reference: "Ủy nhiệm chi 19 ngày 02/11/2026" }],
      },
      {
        ...{
          place: 2,
          kind: "DATA",
          description: "Bộ dữ liệu đã gán nhãn",
          amountVnd: 4_835n * MILLION,
          dueOn: "2026-11-02",
        },
        valuation: { method: "Chi phí tạo lập", valuer: VALUER, valuedOn: "2026-09-02" },
        paid: [{ on: "2026-10-21", amountVnd: 4_835n * MILLION, reference: "Biên bản bàn giao 5 ngày 21/10/2026" }],
      },
      {
        ...{
          place: 3,
          kind: "CASH",
          description: "Tiền mặt, đợt một",
          amountVnd: 12_087_500_000n,
          dueOn: "2026-11-02",
        },
        paid: [
          { on: "2026-11-20", amountVnd: 6n * BILLION, reference: "Giấy báo có 93 ngày 20/11/2026", confirmed: false },
        ],
      },
    ],
  },
  "21-S19": {
    committedOn: "2026-11-02",
    commitments: [
      {
        ...{ place: 0, kind: "CASH", description: "Tiền mặt, đợt một", amountVnd: 30n * BILLION, dueOn: "2026-12-31" },
        paid: [{ on: "2026-11-17", amountVnd: 12n * BILLION, reference: "Ủy nhiệm chi 77 ngày 17/11/2026" }],
      },
      {
        ...{ place: 1, kind: "LAB_ACCESS", description: "900 giờ phòng thử nghiệm", amountVnd: 450n * MILLION },
        ...{ dueOn: "2027-03-31", paid: [] },
      },
    ],
    funding: {
      source: "STATE_BUDGET_CENTRAL",
      budgetLine: "Khoản 102, đổi mới công nghệ (mẫu)",
      allocatedVnd: 40n * BILLION,
      reference: "Quyết định phân bổ 102 ngày 30/10/2026",
      tranches: [
        { dueOn: "2026-11-20", amountVnd: 10n * BILLION, condition: "Có hồ sơ thiết kế", metOn: "2026-11-10" },
        { dueOn: "2027-05-31", amountVnd: 15n * BILLION, condition: "Nghiệm thu móng và cột" },
        { dueOn: "2027-11-30", amountVnd: 15n * BILLION, condition: "Hòa lưới thử" },
      ],
      payments: [
        { on: "2026-11-18", tranche: 1, place: 0, amountVnd: 10n * BILLION, reference: "Lệnh chi 655 ngày 18/11/2026" },
      ],
    },
  },
  "21-S26": {
    committedOn: "2026-11-11",
    commitments: [
      {
        ...{ place: 0, kind: "CASH", description: "Tiền mặt", amountVnd: 10_800n * MILLION, dueOn: "2026-12-15" },
        paid: [{ on: "2026-11-23", amountVnd: 5_400n * MILLION, reference: "Ủy nhiệm chi 8 ngày 23/11/2026" }],
      },
      {
        ...{ place: 1, kind: "LABOUR", description: "Công của nhóm nghiên cứu", amountVnd: 400n * MILLION },
        ...{ dueOn: "2027-06-30", paid: [] },
      },
    ],
  },
};
