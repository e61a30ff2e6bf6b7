import { createHash } from "node:crypto";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { SearchDocument, SearchType } from "#search/document.ts";

/** A document for a test: what is not said is empty. The id follows from the code. */
export function documentOf(code: string, given: Partial<SearchDocument> & { title: Texts }): SearchDocument {
  const type = typeOf(code);
  return {
    type,
    id: idOf(code),
    code,
    path: `/${type}s/${code}`,
    teaser: {},
    keywords: [],
    names: [],
    body: "",
    bodyLang: "vi",
    numbers: [],
    productCodes: [],
    productNames: [],
    groupCodes: [],
    trl: null,
    provinceCodes: [],
    houses: [],
    stage: null,
    commercialised: null,
    stale: false,
    ipStatuses: [],
    needs: [],
    parties: [],
    publishedAt: "2026-06-01T00:00:00.000Z",
    updatedAt: "2026-06-01T00:00:00.000Z",
    ...given,
  };
}

export function idOf(code: string): string {
  const hex = createHash("sha256").update(code).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function typeOf(code: string): SearchType {
  if (code.startsWith("BT")) return "challenge";
  if (code.startsWith("NC")) return "need";
  return code.startsWith("SK") ? "initiative" : code.startsWith("DA") ? "partnership" : "result";
}

/** A small library whose right answers are known by reading it. */
export const LIBRARY: SearchDocument[] = [
  documentOf("KQ-2026-0107", {
    title: {
      vi: "Thu hồi đất hiếm từ nam châm ổ cứng thải bằng axit hữu cơ",
      en: "Recovering rare earths from scrapped hard-disk magnets with organic acid",
    },
    teaser: {
      vi: "Thu hồi 94 % neođim; dung môi dùng lại được bảy lần.",
      en: "94% of the neodymium is recovered; the solvent is reused seven times.",
    },
    keywords: ["NdFeB", "tái chế", "thuỷ luyện"],
    names: ["Viện Vật liệu Cửa Vịnh", "Trần Thị Lụa"],
    body: "Nam châm nghiền dưới 0,5 mm trước khi hoà tách. Bã lọc được nung ở 900 độ. Thử nghiệm trên 50 kg ổ cứng.",
    numbers: ["1-2025-04417"],
    productCodes: ["21-S25"],
    productNames: ["Hệ thống khai thác, chế biến sâu khoáng sản và đất hiếm"],
    groupCodes: ["21-08"],
    trl: 5,
    provinceCodes: ["48"],
    houses: ["SCHOOL"],
    stage: "LAB_VALIDATED",
    commercialised: false,
    publishedAt: "2026-05-02T00:00:00.000Z",
  }),
  documentOf("KQ-2026-0108", {
    title: { vi: "Phân bón lá từ đạt chuẩn hữu cơ hiếm gặp" },
    teaser: { vi: "Sản phẩm đạt chuẩn xuất khẩu." },
    trl: 8,
    provinceCodes: ["82"],
    houses: ["ENTERPRISE"],
    stage: "ON_MARKET",
    commercialised: true,
    publishedAt: "2026-09-01T00:00:00.000Z",
  }),
  documentOf("SK-2026-0377", {
    title: { vi: "Tách đất hiếm nhóm nhẹ bằng nhựa trao đổi ion sản xuất trong nước" },
    teaser: { vi: "Thay nhựa nhập; thử trên quặng nghèo ở quy mô 50 kg một mẻ." },
    productCodes: ["21-S25"],
    groupCodes: ["21-08"],
    trl: 4,
    provinceCodes: ["12"],
    houses: ["SCHOOL"],
    stage: "ACCEPTED",
    publishedAt: "2026-08-11T00:00:00.000Z",
  }),
  documentOf("DA-2026-0031", {
    title: {
      vi: "Dây chuyền thử nghiệm chế tạo nam châm đất hiếm thiêu kết",
      fr: "Ligne pilote d’aimants frittés aux terres rares",
    },
    teaser: { vi: "Bốn bên cùng góp vốn, một trường, một viện và hai doanh nghiệp." },
    names: ["Công ty Cổ phần Từ Tính Sơn Khê", "Trường Đại học Lam Giang"],
    productCodes: ["21-S25", "21-S17"],
    groupCodes: ["21-08", "21-05"],
    trl: 6,
    provinceCodes: ["12", "48"],
    houses: ["STATE", "SCHOOL", "ENTERPRISE"],
    stage: "ACTIVE",
    publishedAt: "2026-03-20T00:00:00.000Z",
  }),
  documentOf("KQ-2026-0211", {
    title: {
      vi: "Cảm biến bán dẫn đo độ mặn cho đầm tôm",
      en: "Semiconductor salinity sensor for shrimp ponds",
      fr: "Capteur de salinité à semi-conducteur pour bassins à crevettes",
    },
    teaser: { vi: "Đo liên tục, sai số dưới 2 %, pin dùng được một năm." },
    keywords: ["bán dẫn", "IoT"],
    names: ["Công ty TNHH Cảm Biến Hạ Lưu"],
    body: "Thiết bị gửi số liệu qua mạng 5G-Advanced. Đã lắp ở 40 đầm tôm.",
    numbers: ["2-2024-00123"],
    productCodes: ["21-S13"],
    groupCodes: ["21-06"],
    trl: 9,
    provinceCodes: ["96"],
    houses: ["ENTERPRISE"],
    stage: "ON_MARKET",
    commercialised: true,
    publishedAt: "2026-10-05T00:00:00.000Z",
  }),
  documentOf("SK-2026-0148", {
    title: { vi: "Trạm bơm tự điều tiết theo mực nước cho đê bao" },
    teaser: { vi: "Giảm một nửa điện năng ở các trạm bơm ven sông.", fr: "Deux fois moins d’électricité." },
    trl: 3,
    provinceCodes: ["96"],
    stage: "REJECTED",
    publishedAt: "2026-02-14T00:00:00.000Z",
  }),
  documentOf("KQ-2026-0300", {
    title: { vi: "Pin thể rắn cho xe máy điện", en: "Solid-state battery for electric motorbikes" },
    teaser: { vi: "Sạc đầy trong 12 phút.", en: "Full charge in 12 minutes." },
    keywords: ["pin", "ắc quy"],
    productCodes: ["21-S18"],
    groupCodes: ["21-05"],
    trl: 7,
    provinceCodes: ["31"],
    houses: ["STATE"],
    stage: "PILOT",
    commercialised: false,
    publishedAt: "2026-07-07T00:00:00.000Z",
  }),
  documentOf("KQ-2026-0301", {
    title: { vi: "Vật liệu cách nhiệt từ vỏ trấu", fr: "Isolant thermique en balle de riz" },
    teaser: { vi: "Nhẹ, không cháy, giá bằng một phần ba bông khoáng.", fr: "Léger, incombustible, économique." },
    body: "Vỏ trấu được nghiền, trộn với thuỷ tinh lỏng rồi ép. Một phần vật liệu đã dùng cho hộp pin.",
    groupCodes: ["21-05"],
    trl: 8,
    provinceCodes: ["82", "96"],
    houses: ["ENTERPRISE"],
    stage: "ON_MARKET",
    commercialised: true,
    publishedAt: "2026-01-30T00:00:00.000Z",
  }),
];
