import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";

/** What the partnerships of the demonstration say as their form needs it, as it is typed. By the key of the lead. */
const FACTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "la-ngai": {
    companyName: "Công ty cổ phần Vắc xin Sông Hàn Mới",
    charterCapital: "412 tỷ",
    companySeat: "Lô B4, khu công nghệ cao, thành phố Đà Nẵng",
    registrationNumber: "0402 198 771",
    registeredOn: "21/07/2026",
  },
  "gio-nom": {
    companyName: "Công ty cổ phần Hydrogen Gió Nồm",
    charterCapital: "287 tỷ",
    companySeat: "Cảng cá Hòn Rớ, tỉnh Khánh Hòa",
  },
  "nui-bac": {
    pppProject: "Hạ tầng nghiên cứu, thử nghiệm công nghệ chiến lược; nhóm B",
    pppContract: "BOO",
    termMonths: "115",
    competentAuthority: "Ủy ban nhân dân tỉnh nơi đặt dây chuyền",
    revenueFloor: "75",
    revenueCeiling: "125",
  },
  "trau-sat": {
    assetList: "Đồi thử nghiệm số 3, 12 héc-ta, khu thử nghiệm công\nNhà kho K2, 240 m²",
    approvalNumber: "118/QĐ-KTN",
    approvedBy: "Ban quản lý khu thử nghiệm",
    approvedOn: "02/07/2026",
    assetValue: "8,9 tỷ",
    assetValuer: "Công ty thẩm định giá Bến Lở",
    assetValuedOn: "18/06/2026",
    termMonths: "31",
  },
  "song-may": {
    orderingBody: "Trung tâm hạ tầng số Sân Đình",
    taskCode: "ĐH-2026-037",
    acceptance:
      "Trả lời đúng từ 92 % câu hỏi của bộ 2.000 câu về thủ tục cấp xã\nDưới 3 giây ở 95 % lượt hỏi\nChạy thử liên tục 90 ngày ở 40 xã",
  },
};

/** The facts of the form for a plan; a consortium numbers its contract by the day on which the draft was agreed. */
export function formFactsOf(plan: { lead: string; form: PartnershipForm }, agreedOn: string | null) {
  if (plan.form !== "CONTRACT_CONSORTIUM") return FACTS[plan.lead] ?? {};
  const [year = "2026", month = "11", day = "02"] = (agreedOn ?? "2026-11-02").split("-");
  return {
    contractNumber: `${day}${month}/${year}/HĐLD`,
    leadPowers:
      "Đại diện các bên làm việc với cơ quan nhà nước, nhận và chuyển tiền theo đợt, lập báo cáo chung; không vay hay bảo lãnh thay bên khác.",
    liability: "OWN_PART",
  };
}
