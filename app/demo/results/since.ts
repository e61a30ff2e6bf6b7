import type { ReportInput } from "#app/domain/results/reports/report.schema.ts";

/** As a host types it; `rightId` is the number of a right's application. */
type Said = ReportInput["said"];

const M = 1_000_000n;

/** What a host reports of its published result, so many days after the story began, and what the officer finds. */
export type PlannedReport = {
  after: number;
  said: Said;
  shown: string;
  /** why something is lower than before */
  why?: string;
  /** the name of a document that comes with it, and whether everybody reads it */
  document?: { name: string; isPublic: boolean };
  /** none where it still waits */
  answer?: { after: number; outcome: "VERIFIED" | "RETURNED"; note: string };
};

/** What happened to a result since its publication. */
export type Since = { reports: readonly PlannedReport[]; stopped?: { after: number; reason: string; shown: string } };

const OFFICE = "Cơ quan sở hữu trí tuệ (minh họa)";
const LEDGER = "Đã đối chiếu hóa đơn điện tử và sổ doanh thu của kỳ; số khớp đến đồng.";

function revenue(from: string, to: string, gross: bigint, cost: bigint, profit: bigint): Said {
  return { kind: "REVENUE", from, to, grossVnd: gross, costVnd: cost, profitAfterTaxVnd: profit, sumsPublic: true };
}

/** By the Vietnamese title of the result. */
export const SINCE: Readonly<Record<string, Since>> = {
  // Revenue that grew over two periods in a row: it scales.
  "Xe tự hành chở hàng trong kho lạnh âm 25 độ": {
    reports: [
      {
        after: 35,
        said: revenue("2026-01-01", "2026-04-01", 4_320_750_000n, 3_610_400_000n, 568_280_000n),
        shown: "Sổ doanh thu quý I và hóa đơn đợt 1",
        answer: { after: 42, outcome: "VERIFIED", note: LEDGER },
      },
      {
        after: 121,
        said: revenue("2026-04-01", "2026-07-01", 5_914_300_000n, 4_702_150_000n, 969_720_000n),
        shown: "Sổ doanh thu quý II và hóa đơn đợt 2",
        answer: { after: 128, outcome: "VERIFIED", note: LEDGER },
      },
      {
        after: 130,
        said: {
          ...{ kind: "RIGHT", right: "INDUSTRIAL_DESIGN", office: OFFICE, applicationNo: "3-2026-01574-M" },
          ...{ onDate: "2026-07-06", disclosedOn: null, expiresOn: null, owners: [] },
        },
        shown: "Tờ khai đăng ký kiểu dáng có dấu nhận đơn ngày 06/07/2026",
        answer: {
          after: 136,
          outcome: "VERIFIED",
          note: "Đã tra số đơn trên công báo và xem tờ khai có dấu nhận đơn.",
        },
      },
      {
        after: 212,
        said: revenue("2026-07-01", "2026-10-01", 7_668_905_000n, 5_988_420_000n, 1_344_388_000n),
        shown: "Sổ doanh thu quý III và báo cáo soát xét giữa năm",
        answer: { after: 221, outcome: "VERIFIED", note: LEDGER },
      },
    ],
  },
  // Three of the four thresholds of localisation are met; its host keeps the sums. A year before, two were.
  "Cánh tay robot bốc xếp tải 12 kg dùng hộp số làm trong nước": {
    reports: [
      {
        after: 40,
        said: {
          ...{ kind: "LOCALISATION", from: "2025-07-01", to: "2026-01-01", sumsPublic: false },
          ...{ priceVnd: 198n * M, domesticValueAddedVnd: 109_400_000n, costVnd: 152n * M, domesticCostVnd: 94n * M },
          ...{ coreTechPpm: 805_000, domesticDemandPpm: null },
        },
        shown: "Bảng phân tích giá thành nửa cuối 2025, có chữ ký kế toán trưởng",
        answer: {
          after: 48,
          outcome: "VERIFIED",
          note: "Đã xem bảng giá thành, hợp đồng mua vật tư và bản vẽ hộp số.",
        },
      },
      {
        after: 150,
        said: {
          ...{ kind: "LOCALISATION", from: "2026-01-01", to: "2026-10-01", sumsPublic: false },
          ...{ priceVnd: 186n * M, domesticValueAddedVnd: 119n * M, costVnd: 140n * M, domesticCostVnd: 99_400_000n },
          ...{ coreTechPpm: 820_000, domesticDemandPpm: 41_000 },
        },
        shown: "Bảng phân tích giá thành chín tháng và báo cáo nhu cầu robot tải nhẹ của hiệp hội (minh họa)",
        answer: {
          after: 158,
          outcome: "VERIFIED",
          note: "Đã xem bảng giá thành, hợp đồng mua vật tư và bản vẽ hộp số.",
        },
      },
      {
        after: 163,
        said: {
          ...{ kind: "RIGHT_EVENT", rightId: "1-2024-07718-M", event: "GRANTED", onDate: "2026-10-19" },
          ...{ reference: "Bằng số 41236-M", expiresOn: "2044-10-30" },
        },
        shown: "Quyết định cấp bằng và bằng độc quyền sáng chế số 41236-M (minh họa)",
        document: { name: "Bằng độc quyền sáng chế 41236-M.pdf", isPublic: true },
        answer: { after: 169, outcome: "VERIFIED", note: "Số bằng, ngày cấp và ngày hết hạn khớp với sổ đăng bạ." },
      },
    ],
  },
  // One report was not confirmed, the next two still wait.
  "Camera đếm tôm giống xử lý ngay tại bể": {
    reports: [
      {
        after: 60,
        said: {
          ...{ kind: "ACT", act: "LICENCE", onDate: "2026-10-02", counterparty: "Một công ty thiết bị ao nuôi" },
          ...{ territory: "Cà Mau", revenueVnd: 640n * M },
        },
        shown: "Biên bản ghi nhớ về chuyển quyền sử dụng",
        answer: {
          ...{ after: 67, outcome: "RETURNED" },
          note: "Biên bản ghi nhớ chưa phải hợp đồng: chưa bên nào có quyền hay phải trả tiền. Gửi lại khi đã ký.",
        },
      },
      {
        after: 101,
        said: {
          ...{ kind: "LOCALISATION", from: "2026-07-01", to: "2026-11-01", sumsPublic: false },
          ...{ priceVnd: 38n * M, domesticValueAddedVnd: 21n * M, costVnd: 26n * M, domesticCostVnd: 14n * M },
          ...{ coreTechPpm: 760_000, domesticDemandPpm: null },
        },
        shown: "Bảng giá thành bốn tháng, chưa kiểm toán",
        document: { name: "Bảng giá thành bốn tháng.pdf", isPublic: false },
      },
      {
        after: 105,
        said: {
          ...{ kind: "RIGHT_EVENT", rightId: "2-2026-00188-M", event: "OPPOSED", onDate: "2026-11-16" },
          ...{ reference: "Ý kiến phản đối số 07/PĐ (minh họa)", expiresOn: null },
        },
        shown: "Thông báo của cơ quan sở hữu trí tuệ về ý kiến phản đối",
      },
    ],
  },
  // Readiness fell, with the reason.
  "Trạm phát hiện máy bay không người lái bằng âm thanh cho vùng chim yến": {
    reports: [
      {
        after: 48,
        said: { kind: "READINESS", level: 5, onDate: "2026-10-16" },
        shown: "Biên bản đo lại sau bão tại đảo yến thứ ba",
        why: "Vỏ mi-crô ngấm nước sau hai trận bão; phải thiết kế lại và thử lại ở bãi bay.",
        answer: { after: 55, outcome: "VERIFIED", note: "Đã xem biên bản đo và ảnh mi-crô hỏng; mức 5 là đúng." },
      },
    ],
  },
  // It goes no further.
  "Phần mềm xếp lịch cho xưởng may dưới 100 máy": {
    reports: [],
    stopped: {
      after: 100,
      reason:
        "Mười ba trong mười bảy xưởng dùng thử đã có phần mềm quản lý kèm sẵn phần xếp lịch. Viện ngừng phát triển và mở mã nguồn phần tối ưu.",
      shown: "Biên bản họp tổng kết dùng thử 27/10/2026",
    },
  },
};
