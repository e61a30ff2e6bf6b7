import type { ResultPlan } from "#app/demo/results/plan.ts";

const M = 1_000_000n;

export const MACHINE_RESULTS: readonly ResultPlan[] = [
  {
    host: "trau-sat",
    type: "PRODUCT",
    products: ["1131-05-01"],
    ford: "2.3",
    title: { vi: "Xe tự hành chở hàng trong kho lạnh âm 25 độ", en: "Autonomous carrier for cold stores at −25 °C" },
    teaser: {
      vi: "Chạy liên tục 6 giờ một lần sạc, không đọng sương trên mắt la-de; 22 xe đang làm việc.",
      en: "Six hours per charge without fogging its lidar; 22 units at work.",
    },
    about:
      "Thân xe có khoang điện tử giữ ấm bằng nhiệt của pin, bánh cao su chịu lạnh và bản đồ chung cho cả đội xe. Xe nhường người trong 0,4 giây và tự về sạc theo lịch xuất hàng.",
    words: ["robot tự hành", "kho lạnh"],
    levels: [
      [6, "2025-02-21", "Biên bản trình diễn trong buồng lạnh thử"],
      [8, "2025-10-15", "Chứng nhận an toàn máy di động"],
      [9, "2026-02-26", "Hợp đồng bán và nhật ký vận hành 22 xe"],
    ],
    team: [
      ["Nhóm cơ điện Trâu Sắt", 450_000],
      ["Nhóm định vị Trâu Sắt", 400_000],
      ["Viện Tự động hóa Con Quay", 150_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-02-26",
        with: "Hai công ty kho lạnh thủy sản",
        where: "Hải Phòng, Cần Thơ",
        vnd: 12_980n * M,
        shown: "Hợp đồng bán 22 xe, hóa đơn đợt 1 và đợt 2",
      },
    ],
    rights: [
      { kind: "UTILITY_SOLUTION", status: "GRANTED", no: "2-0004471-M", filed: "2024-06-11", granted: "2025-11-27" },
    ],
    funding: [
      ["ENTERPRISE", 16_000n * M],
      ["VENTURE_FUND", 9_000n * M],
    ],
    start: "2026-03-16",
  },
  {
    host: "con-quay",
    type: "PRODUCT",
    products: ["1131-05-02"],
    ford: "2.3",
    title: { vi: "Cánh tay robot bốc xếp tải 12 kg dùng hộp số làm trong nước" },
    teaser: { vi: "Lặp lại 0,05 mm sau 2.000 giờ; 71 % giá thành là vật tư nội địa." },
    about:
      "Hộp số sóng do viện gia công, bộ điều khiển mở, ngôn ngữ lập trình kéo thả tiếng Việt. Người vận hành dạy robot bằng cách cầm tay; học xong trong một buổi.",
    words: ["robot công nghiệp", "hộp số sóng"],
    levels: [
      [5, "2024-11-29", "Báo cáo đo độ lặp lại"],
      [6, "2025-07-17", "Biên bản trình diễn tại xưởng dập"],
      [7, "2026-04-22", "Biên bản vận hành 2.000 giờ tại ba xưởng"],
    ],
    team: [
      ["Nhóm hộp số Con Quay", 500_000],
      ["Nhóm điều khiển Con Quay", 500_000],
    ],
    acts: [
      {
        kind: "CAPITAL_CONTRIBUTION",
        on: "2026-05-06",
        with: "Công ty TNHH Robot Trâu Sắt",
        where: "Đồng Nai",
        shown: "Chứng thư định giá và điều lệ sửa đổi ghi phần vốn góp",
      },
    ],
    rights: [{ kind: "PATENT", status: "UNDER_EXAMINATION", no: "1-2024-07718-M", filed: "2024-10-30" }],
    funding: [
      ["STATE_BUDGET_CENTRAL", 13_000n * M],
      ["ENTERPRISE", 4_000n * M],
    ],
    start: "2026-05-25",
  },
  {
    host: "con-quay",
    type: "SOFTWARE",
    products: ["21-S08"],
    ford: "2.2",
    title: {
      vi: "Phần mềm xếp lịch cho xưởng may dưới 100 máy",
      en: "Scheduling for garment workshops with fewer than 100 machines",
    },
    teaser: {
      vi: "Giảm giờ chờ giữa các công đoạn 22 %; dùng điện thoại, không cần máy chủ.",
      en: "22% less waiting between operations; runs on a telephone.",
    },
    about:
      "Tổ trưởng chụp bảng phân công, phần mềm đọc, đề xuất lịch mới và nói rõ đổi ai sang việc gì, vì sao. Dữ liệu giữ trong xưởng; lịch tính lại trong ba giây khi có người nghỉ.",
    words: ["sản xuất thông minh", "xếp lịch", "may mặc"],
    levels: [
      [6, "2026-03-27", "Biên bản trình diễn tại hai xưởng"],
      [8, "2026-07-08", "Báo cáo dùng thử ba tháng tại mười bảy xưởng"],
    ],
    team: [
      ["Nhóm tối ưu Con Quay", 700_000],
      ["Nhóm giao diện Sân Đình", 300_000],
    ],
    funding: [
      ["SCHOOL_FUND", 600n * M],
      ["OTHER", 200n * M],
    ],
    start: "2026-07-22",
  },
  {
    host: "canh-co",
    type: "PRODUCT",
    products: ["21-S22"],
    ford: "2.3",
    title: { vi: "Trạm phát hiện máy bay không người lái bằng âm thanh cho vùng chim yến" },
    teaser: { vi: "Nghe được ở 420 m, không phát sóng; báo nhầm dưới hai lần một tuần." },
    about:
      "Mười sáu mi-crô xếp vòng, mô hình phân loại chạy tại chỗ trên điện mặt trời. Trạm chỉ gửi hướng và thời điểm, không thu tiếng người; bản ghi thô tự xóa sau một phút.",
    words: ["UAV", "giám sát âm thanh"],
    levels: [
      [4, "2025-12-03", "Báo cáo thử trong buồng câm"],
      [5, "2026-05-20", "Báo cáo thử tại bãi bay"],
      [6, "2026-08-18", "Biên bản trình diễn tại hai đảo yến"],
    ],
    team: [
      ["Nhóm âm học Cánh Cò Trắng", 750_000],
      ["Nhóm vi mạch Cầu Vồng Đôi", 250_000],
    ],
    funding: [
      ["ENTERPRISE", 2_400n * M],
      ["STATE_BUDGET_LOCAL", 1_600n * M],
    ],
    start: "2026-09-02",
  },
  {
    host: "thuyen-thung",
    type: "PRODUCT",
    products: ["21-S26"],
    ford: "2.3",
    title: {
      vi: "Thiết bị lặn không dây khảo sát chân cọc điện gió ngoài khơi",
      en: "Tetherless vehicle inspecting offshore wind foundations",
      fr: "Engin sans câble pour inspecter les fondations d’éoliennes en mer",
    },
    teaser: {
      vi: "Lặn 60 m, quét một chân cọc trong 50 phút, vẽ xói lở chính xác 5 cm.",
      en: "Dives to 60 m and maps scour to 5 cm in 50 minutes.",
      fr: "Plonge à 60 m et cartographie l’affouillement à 5 cm près.",
    },
    about:
      "Thân composite do xưởng đóng tàu đúc, pin chịu áp, xô-na đa tia mua ngoài. Phần mềm giữ vị trí nhờ hoa văn bê tông trên cọc; mỗi lượt lặn cho mô hình ba chiều của đáy quanh chân cọc.",
    words: ["thiết bị lặn", "điện gió ngoài khơi"],
    levels: [
      [5, "2025-08-22", "Báo cáo thử trong bể 12 m"],
      [6, "2026-04-17", "Biên bản trình diễn ở vịnh"],
      [7, "2026-09-11", "Báo cáo khảo sát mười hai chân cọc"],
    ],
    team: [
      ["Nhóm thiết bị lặn Thuyền Thúng", 600_000],
      ["Bộ môn Cơ học Sông Mây", 400_000],
    ],
    rights: [{ kind: "PATENT", status: "FILED", no: "1-2026-01021-M", filed: "2026-01-26" }],
    funding: [
      ["ENTERPRISE", 11_000n * M],
      ["STATE_BUDGET_CENTRAL", 5_000n * M],
    ],
    start: "2026-09-23",
  },
  {
    host: "trau-sat",
    type: "PRODUCT",
    products: ["1131-05-01"],
    ford: "2.3",
    title: {
      vi: "Robot rải rơm và đẩy thức ăn cho chuồng bò sữa trên 200 con",
      en: "Robot that spreads straw and pushes feed in barns of over 200 dairy cows",
    },
    teaser: {
      vi: "Đẩy thức ăn mười hai lượt một ngày, bò ăn thêm 4 %; bốn trại dùng trong chín tháng.",
      en: "Twelve passes a day, 4% more feed eaten; four barns used it for nine months.",
    },
    about:
      "Xe ba bánh đi theo vách máng bằng cảm biến siêu âm, tự tìm về trạm sạc qua vạch từ dưới nền. Thân nhựa rửa được bằng vòi cao áp; bò chạm vào thì xe dừng trong 0,3 giây và chờ.",
    benefits: "Người nuôi bớt hai lượt dậy đêm; thức ăn vương vãi giảm một phần ba.",
    words: ["robot tự hành", "chăn nuôi bò sữa"],
    levels: [
      [6, "2025-02-18", "Biên bản trình diễn tại trại thực nghiệm"],
      [7, "2025-09-25", "Nhật ký vận hành chín tháng tại bốn trại, có chữ ký chủ trại"],
    ],
    team: [
      ["Nhóm cơ điện Trâu Sắt", 700_000],
      ["Nhóm chăn nuôi Đồng Chiêm", 300_000],
    ],
    rights: [
      { kind: "INDUSTRIAL_DESIGN", status: "GRANTED", no: "3-0036120-M", filed: "2024-08-20", granted: "2025-08-11" },
    ],
    funding: [
      ["ENTERPRISE", 3_600n * M],
      ["STATE_BUDGET_LOCAL", 900n * M],
    ],
    start: "2025-11-05",
    silent: true,
  },
];
