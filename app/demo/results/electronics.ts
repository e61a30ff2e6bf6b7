import type { ResultPlan } from "#app/demo/results/plan.ts";

const M = 1_000_000n;

export const ELECTRONIC_RESULTS: readonly ResultPlan[] = [
  {
    host: "cau-vong",
    type: "DESIGN",
    products: ["1131-06-03"],
    ford: "2.2",
    title: {
      vi: "Lõi xử lý tín hiệu cho chip đo xa tiêu thụ 18 micro-oát",
      en: "Signal-processing core for telemetry chips at 18 microwatts",
    },
    teaser: {
      vi: "Đo được trên mẫu 65 nm; đủ cho một đồng hồ nước chạy mười năm bằng một viên pin.",
      en: "Measured on 65 nm silicon; runs a water meter for ten years on one cell.",
    },
    about:
      "Lõi gồm bộ lọc, bộ đếm và khối thu phát băng hẹp, viết bằng ngôn ngữ mô tả phần cứng mở. Mẫu đúc ở xưởng nước ngoài tháng 10/2025 cho kết quả đúng với mô phỏng trong 6 %.",
    words: ["vi mạch", "đo xa", "công suất thấp"],
    levels: [
      [3, "2025-02-11", "Kết quả mô phỏng sau bố trí mạch"],
      [4, "2025-07-21", "Báo cáo đo trên mạch khả trình"],
      [5, "2026-01-16", "Báo cáo đo 40 mẫu đúc 65 nm"],
    ],
    team: [
      ["Nhóm thiết kế số Cầu Vồng Đôi", 500_000],
      ["Nhóm tương tự Cầu Vồng Đôi", 350_000],
      ["Nhóm đo kiểm Cầu Vồng Đôi", 150_000],
    ],
    rights: [
      { kind: "LAYOUT_DESIGN", status: "FILED", no: "6-2026-00009-M", filed: "2026-02-02", shown: "2025-11-28" },
    ],
    funding: [
      ["STATE_BUDGET_CENTRAL", 7_900n * M],
      ["SCHOOL_FUND", 1_100n * M],
    ],
    start: "2026-04-06",
    asked: "Cần báo cáo đo có chữ ký của phòng thí nghiệm, không chỉ đồ thị.",
  },
  {
    host: "cau-vong",
    type: "PRODUCT",
    products: ["21-S02"],
    ford: "2.2",
    title: { vi: "Camera đếm tôm giống xử lý ngay tại bể", en: "Edge camera that counts shrimp larvae in the tank" },
    teaser: {
      vi: "Đếm 10.000 con trong 40 giây, sai số dưới 3 %, không phải vớt tôm lên.",
      en: "Counts 10,000 larvae in 40 seconds with an error below 3%.",
    },
    about:
      "Mô hình thị giác nén còn 2,1 MB chạy trên vi xử lý giá rẻ, ống kính chống nước và đèn hồng ngoại. Người nuôi xem số đếm trên màn hình nhỏ; máy không cần nối mạng.",
    benefits: "Trại giống và người mua cùng nhìn một con số, bớt tranh cãi khi giao nhận.",
    words: ["camera", "xử lý tại biên", "tôm giống"],
    levels: [
      [5, "2025-12-20", "Báo cáo thử tại trại giống mẫu"],
      [7, "2026-05-15", "Biên bản vận hành tại chín trại giống"],
      [8, "2026-07-30", "Chứng nhận hợp quy thiết bị"],
    ],
    team: [
      ["Nhóm thị giác Cầu Vồng Đôi", 600_000],
      ["Nhóm thủy sản Đồng Chiêm", 400_000],
    ],
    acts: [
      {
        kind: "LICENCE",
        on: "2026-08-03",
        with: "Công ty cổ phần Bán dẫn Hạt Gạo Non",
        where: "Cả nước",
        vnd: 900n * M,
        shown: "Hợp đồng chuyển quyền sử dụng, phí lần đầu đã thu",
      },
    ],
    rights: [{ kind: "UTILITY_SOLUTION", status: "PUBLISHED", no: "2-2026-00188-M", filed: "2026-01-09" }],
    funding: [
      ["STATE_BUDGET_LOCAL", 1_500n * M],
      ["ENTERPRISE", 1_500n * M],
    ],
    start: "2026-08-10",
  },
  {
    host: "song-may",
    type: "DESIGN",
    products: ["21-S28"],
    ford: "2.3",
    title: { vi: "Thiết kế tải ảnh 5 m cho vệ tinh 12 kg", en: "Five-metre imaging payload for a 12 kg satellite" },
    teaser: { vi: "Gương ba mặt bằng gốm nhẹ 1,9 kg; đã qua thử rung và chân không nhiệt." },
    about:
      "Ống kính ba gương lệch trục, giá đỡ in kim loại, bù nhiệt bằng kết cấu. Bản thiết kế, chương trình thử và mô hình nhiệt được công bố để các nhóm khác dùng lại.",
    words: ["vệ tinh nhỏ", "quang học"],
    levels: [
      [3, "2025-01-31", "Thuyết minh thiết kế và mô phỏng"],
      [4, "2025-10-10", "Báo cáo đo chất lượng ảnh trên bàn quang"],
      [5, "2026-08-11", "Báo cáo thử rung và chân không nhiệt"],
    ],
    team: [
      ["Nhóm quang học Sông Mây", 650_000],
      ["Nhóm vật liệu Đá Cuội", 350_000],
    ],
    funding: [["STATE_BUDGET_CENTRAL", 16_000n * M]],
    start: "2026-08-31",
  },
  {
    host: "song-may",
    type: "PRODUCT",
    products: ["21-S24"],
    ford: "1.3",
    title: {
      vi: "Đồng hồ nguyên tử rubiđi cỡ bao diêm",
      fr: "Horloge atomique au rubidium de la taille d’une boîte d’allumettes",
    },
    teaser: { vi: "Lệch một phần triệu giây sau hai ngày; hợp với trạm viễn thông mất tín hiệu vệ tinh." },
    about:
      "Buồng hơi rubiđi thổi thủy tinh tại phòng thí nghiệm, đi-ốt la-de mua ngoài, mạch khóa tần số do trường thiết kế. Công suất 0,9 W; đã so với đồng hồ chuẩn trong 90 ngày.",
    words: ["cảm biến lượng tử", "đồng hồ nguyên tử"],
    levels: [
      [3, "2025-06-03", "Kết quả vạch cộng hưởng trên bàn thí nghiệm"],
      [4, "2026-07-17", "Báo cáo so chuẩn 90 ngày"],
    ],
    team: [["Nhóm quang lượng tử Sông Mây", 1_000_000]],
    funding: [
      ["STATE_BUDGET_CENTRAL", 7_300n * M],
      ["SCHOOL_FUND", 700n * M],
    ],
    start: "2026-08-05",
  },
  {
    host: "hat-gao",
    type: "PRODUCT",
    products: ["21-S23"],
    ford: "2.2",
    title: {
      vi: "Chip quản lý pin cho xe máy điện, bốn kênh đo độc lập",
      en: "Battery-management chip for electric motorbikes",
    },
    teaser: {
      vi: "Sai số đo áp 2 mV từ −10 đến 85 độ; lô đầu 40.000 chip đã bán hết.",
      en: "2 mV error from −10 to 85 °C; the first 40,000 chips are sold.",
    },
    about:
      "Chip 0,18 micro-mét cao áp, tự kiểm tra khi khởi động, giao tiếp chịu nhiễu. Công ty thiết kế và đo kiểm; đúc ở nước ngoài, đóng gói tại Bắc Ninh.",
    words: ["vi mạch", "quản lý pin"],
    levels: [
      [6, "2025-03-19", "Báo cáo đo lô kỹ thuật"],
      [8, "2025-12-24", "Chứng nhận độ tin cậy 1.000 giờ"],
      [9, "2026-07-31", "Hợp đồng bán và bảng giao hàng 40.000 chip"],
    ],
    team: [
      ["Nhóm mạch tương tự Hạt Gạo Non", 600_000],
      ["Nhóm đo kiểm Hạt Gạo Non", 200_000],
      ["Học viện Cầu Vồng Đôi", 200_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2025-12-30",
        with: "Một hãng xe máy điện",
        where: "Cả nước",
        vnd: 1_900n * M,
        shown: "Hóa đơn lô thử 10.000 chip, tháng 12/2025",
      },
      {
        kind: "SALE",
        on: "2026-07-31",
        with: "Hai hãng xe máy điện",
        where: "Cả nước",
        vnd: 6_150n * M,
        shown: "Hợp đồng và hóa đơn lô 30.000 chip",
      },
    ],
    rights: [
      { kind: "LAYOUT_DESIGN", status: "GRANTED", no: "6-2025-00031-M", filed: "2025-02-10", granted: "2025-08-29" },
    ],
    funding: [
      ["ENTERPRISE", 21_000n * M],
      ["STATE_BUDGET_CENTRAL", 9_000n * M],
    ],
    start: "2026-08-13",
  },
  {
    host: "cau-vong",
    type: "PRODUCT",
    products: ["21-S15"],
    ford: "2.7",
    title: {
      vi: "Đầu đo độ mặn tự rửa cho cống lấy nước, loạt sản xuất đầu tiên 60 bộ",
      en: "Self-rinsing salinity probe for intake sluices, first series of 60",
      fr: "Sonde de salinité autonettoyante pour vannes de prise d’eau, première série de 60",
    },
    teaser: {
      vi: "Ba tháng không lau đầu dò mà số đo lệch dưới 2 %; mỗi bộ 11,8 triệu đồng.",
      en: "Three months without wiping, drift below 2%; 11.8 million đồng each.",
      fr: "Trois mois sans essuyage, dérive sous 2 % ; 11,8 millions de đồng l’unité.",
    },
    about:
      "Từ bản vẽ của một sáng kiến đã công khai, nhóm đổi thân đồng sang nhựa gia cường, đúc liền khoang pin và thay mạch thu phát. Loạt đầu 60 bộ lắp ở cống của hai huyện; số đo năm phút một lần, gửi qua mạng công suất thấp.",
    benefits: "Người lấy nước thấy độ mặn ngay tại cống; công ty thủy nông bớt hai chuyến đo tay mỗi ngày.",
    words: ["độ mặn", "cống lấy nước", "cảm biến"],
    levels: [
      [6, "2026-05-22", "Báo cáo thử tại hai cống, đối chiếu với phép đo trong phòng thí nghiệm"],
      [8, "2026-09-08", "Biên bản nghiệm thu loạt 60 bộ và chứng nhận hiệu chuẩn"],
    ],
    team: [
      ["Nhóm mạch đo Cầu Vồng Đôi", 600_000],
      ["Nhóm tác giả sáng kiến", 400_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-09-21",
        with: "Công ty thủy nông Cửa Sông (minh họa)",
        where: "Vĩnh Long",
        vnd: 708n * M,
        shown: "Hợp đồng bán 60 bộ, hóa đơn và biên bản giao nhận tháng 9/2026",
      },
    ],
    funding: [
      ["ENTERPRISE", 900n * M],
      ["SCHOOL_FUND", 250n * M],
    ],
    start: "2026-10-05",
    fromInitiative: "Bộ đo độ mặn tự cấp nguồn cho cống lấy nước vùng cửa sông",
  },
];
