import type { SearchDocument } from "#search/document.ts";
import { documentOf } from "#test/search/library.ts";

type Row = [code: string, vi: string, teaser: string, more?: Partial<SearchDocument> & { en?: string; fr?: string }];

// Things as people would write them, about many matters, so that a right answer has wrong ones beside it.
const ROWS: Row[] = [
  [
    "KQ-2026-1001",
    "Chiết tách nguyên tố đất hiếm từ bã thải bô xít bằng axit yếu",
    "Thu được xeri và lantan sạch 99 % từ bùn đỏ.",
    {
      en: "Extracting rare-earth elements from bauxite residue with weak acids",
      keywords: ["bùn đỏ", "xeri", "lantan"],
    },
  ],
  [
    "KQ-2026-1002",
    "Thiết kế vi mạch đo điện tim công suất cực thấp",
    "Chip 180 nm, chạy một năm bằng pin cúc áo.",
    { en: "Ultra-low-power integrated circuit for electrocardiography", keywords: ["bán dẫn", "chip", "điện tim"] },
  ],
  [
    "KQ-2026-1003",
    "Máy bay không người lái phun thuốc cho vườn cây trên đồi dốc",
    "Bay theo địa hình, mang 20 lít, tự tránh dây điện.",
    { en: "Drone for spraying orchards on steep slopes", keywords: ["UAV", "nông nghiệp"] },
  ],
  [
    "KQ-2026-1004",
    "Mô hình ngôn ngữ tiếng Việt cho tóm tắt hồ sơ hành chính",
    "Tóm tắt một hồ sơ trăm trang trong bốn giây.",
    { en: "Vietnamese language model for summarising administrative files", keywords: ["LLM", "trợ lý ảo"] },
  ],
  [
    "KQ-2026-1005",
    "Vắc xin tái tổ hợp phòng dịch tả lợn châu Phi",
    "Bảo hộ 92 % sau hai mũi trong thử nghiệm trại nuôi.",
    {
      en: "Recombinant vaccine against African swine fever",
      fr: "Vaccin recombinant contre la peste porcine africaine",
    },
  ],
  [
    "KQ-2026-1006",
    "Màng lọc than hoạt tính từ gáo dừa cho nước nhiễm phèn",
    "Lọc 2.000 lít mỗi ngày cho một trạm cấp nước xã.",
    { en: "Activated-carbon membrane from coconut shell for acidic water" },
  ],
  [
    "KQ-2026-1007",
    "Bộ biến tần 15 kW dùng linh kiện cacbua silic",
    "Hiệu suất 98,6 %, nhỏ bằng một nửa bộ biến tần thường.",
    { en: "15 kW inverter with silicon carbide devices", keywords: ["SiC", "bán dẫn công suất"] },
  ],
  [
    "KQ-2026-1008",
    "Hệ thống cảnh báo sạt lở bằng cảm biến sợi quang",
    "Báo trước ít nhất bốn mươi phút ở ba điểm thử.",
    {
      en: "Landslide early warning with fibre-optic sensors",
      fr: "Alerte précoce aux glissements de terrain par fibre optique",
      numbers: ["2-2025-00391"],
    },
  ],
  [
    "KQ-2026-1009",
    "Pin natri-ion cho trạm thu phát sóng di động",
    "Thay ắc quy chì, chịu 4.000 chu kỳ nạp xả.",
    { en: "Sodium-ion battery for mobile base stations", keywords: ["ắc quy", "tích trữ năng lượng"] },
  ],
  [
    "KQ-2026-1010",
    "Giống lúa chịu mặn bảy phần nghìn chọn tạo bằng chỉ thị phân tử",
    "Năng suất 5,8 tấn mỗi héc-ta trên đất nhiễm mặn.",
    { en: "Rice variety tolerating seven per mille salinity" },
  ],
  [
    "SK-2026-1011",
    "Cho thuê phòng thí nghiệm công theo giờ cho doanh nghiệp nhỏ",
    "Một cổng đặt lịch chung cho 40 phòng thí nghiệm.",
    {},
  ],
  [
    "SK-2026-1012",
    "Dùng dữ liệu bản đồ số để rút ngắn thủ tục cấp phép xây dựng",
    "Từ 20 ngày còn bốn ngày ở hai huyện thử nghiệm.",
    {},
  ],
  ["SK-2026-1013", "Quỹ đổi cũ lấy mới cho xe máy xăng ở nội đô", "Trả dần tiền chênh lệch qua hoá đơn điện.", {}],
  [
    "SK-2026-1014",
    "Trạm sạc xe điện dùng chung ở chung cư cũ",
    "Không phải kéo thêm đường dây; sạc luân phiên ban đêm.",
    {},
  ],
  ["SK-2026-1015", "Thu gom pin thải tại trường học", "Mỗi lớp một hộp, mỗi quý một chuyến xe.", {}],
  [
    "DA-2026-1016",
    "Nhà máy thử nghiệm đóng gói chip cho thiết bị điện tử dân dụng",
    "Năm bên, công suất một triệu chip mỗi tháng.",
    {
      en: "Pilot line for chip packaging",
      names: ["Trường Đại học Bách nghệ Sông Mây", "Công ty cổ phần Bán dẫn Hạt Gạo Non"],
    },
  ],
  [
    "DA-2026-1017",
    "Vệ tinh cỡ nhỏ quan sát Trái đất độ phân giải năm mét",
    "Ba bên cùng chế tạo và khai thác dữ liệu ảnh.",
    {
      en: "Small Earth-observation satellite at five-metre resolution",
      fr: "Petit satellite d’observation de la Terre",
    },
  ],
  [
    "DA-2026-1018",
    "Toa tàu đường sắt đô thị nội địa hoá thân vỏ nhôm",
    "Nội địa hoá 46 % giá trị trong giai đoạn một.",
    { en: "Locally built aluminium car bodies for urban rail" },
  ],
  [
    "DA-2026-1019",
    "Hydro xanh từ điện gió ngoài khơi cho nhà máy phân đạm",
    "Điện phân 5 MW, chạy thử sáu tháng.",
    { en: "Green hydrogen from offshore wind for a fertiliser plant", fr: "Hydrogène vert issu de l’éolien en mer" },
  ],
  [
    "DA-2026-1020",
    "Trung tâm tính toán lượng tử mô phỏng cho các trường",
    "Hai mươi nhóm nghiên cứu dùng chung.",
    { en: "Shared quantum simulation centre" },
  ],
];

export const RELEVANCE_LIBRARY: SearchDocument[] = ROWS.map(([code, vi, teaser, { en, fr, ...more } = {}]) =>
  documentOf(code, { title: { vi, ...(en ? { en } : {}), ...(fr ? { fr } : {}) }, teaser: { vi: teaser }, ...more }),
);

/** What people type, and the things that are about it, judged by reading: the first hit must be one of them. */
export const JUDGED: Record<string, [typed: string, right: string[]][]> = {
  "without tones": [
    ["dat hiem", ["KQ-2026-1001", "KQ-2026-0107", "SK-2026-0377", "DA-2026-0031"]],
    ["may bay khong nguoi lai", ["KQ-2026-1003"]],
    ["vac xin ta lon chau phi", ["KQ-2026-1005"]],
    ["sat lo", ["KQ-2026-1008"]],
    ["giong lua chiu man", ["KQ-2026-1010"]],
    ["duong sat do thi", ["DA-2026-1018"]],
    ["ve tinh quan sat trai dat", ["DA-2026-1017"]],
    ["nuoc nhiem phen", ["KQ-2026-1006"]],
    ["xe dien chung cu", ["SK-2026-1014"]],
  ],
  "with tones": [
    ["đất hiếm", ["KQ-2026-1001", "KQ-2026-0107", "SK-2026-0377", "DA-2026-0031"]],
    ["vi mạch", ["KQ-2026-1002"]],
    ["bùn đỏ", ["KQ-2026-1001"]],
    ["pin thải", ["SK-2026-1015"]],
    ["lượng tử", ["DA-2026-1020"]],
    ["tóm tắt hồ sơ", ["KQ-2026-1004"]],
  ],
  "typing errors": [
    ["semicondutor", ["KQ-2026-0211"]],
    ["satelite observation", ["DA-2026-1017"]],
    ["hydrgen", ["DA-2026-1019"]],
    ["vacine", ["KQ-2026-1005"]],
    ["landslid warning", ["KQ-2026-1008"]],
    ["invertor silicon", ["KQ-2026-1007"]],
  ],
  "three languages": [
    ["rare earths", ["KQ-2026-0107", "KQ-2026-1001"]],
    ["drone", ["KQ-2026-1003"]],
    ["terres rares", ["DA-2026-0031"]],
    ["hydrogene vert", ["DA-2026-1019"]],
    ["glissement de terrain", ["KQ-2026-1008"]],
    ["offshore wind", ["DA-2026-1019"]],
    ["chip packaging", ["DA-2026-1016"]],
  ],
  "other words for the same": [
    ["aéronef sans pilote", ["KQ-2026-1003"]],
    ["ắc quy thải", ["SK-2026-1015"]],
    ["red mud", ["KQ-2026-1001"]],
    ["boues rouges", ["KQ-2026-1001"]],
    ["capteur glissement de terrain", ["KQ-2026-1008"]],
    ["electrocardiography chip", ["KQ-2026-1002"]],
    ["peste porcine africaine vắc xin", ["KQ-2026-1005"]],
    ["charbon actif", ["KQ-2026-1006"]],
  ],
  "codes and numbers": [
    ["KQ-2026-1007", ["KQ-2026-1007"]],
    ["kq20261007", ["KQ-2026-1007"]],
    ["DA 2026 1018", ["DA-2026-1018"]],
    ["2-2025-00391", ["KQ-2026-1008"]],
    ["2202500391", ["KQ-2026-1008"]],
  ],
  "acronyms and names": [
    ["UAV", ["KQ-2026-1003"]],
    ["SiC", ["KQ-2026-1007"]],
    ["LLM tieng viet", ["KQ-2026-1004"]],
    ["Bách nghệ Sông Mây", ["DA-2026-1016"]],
    ["hat gao non", ["DA-2026-1016"]],
  ],
  questions: [
    ["làm sao để chiết tách đất hiếm từ bùn đỏ với giá rẻ", ["KQ-2026-1001"]],
    ["có cách nào cảnh báo sạt lở trước khi mưa lớn không", ["KQ-2026-1008"]],
    ["which battery can replace lead acid at mobile base stations", ["KQ-2026-1009"]],
    ["ai đang làm vệ tinh nhỏ để chụp ảnh Trái đất", ["DA-2026-1017"]],
  ],
};
