import type { ResultPlan } from "#app/demo/results/plan.ts";

const M = 1_000_000n;

export const DIGITAL_RESULTS: readonly ResultPlan[] = [
  {
    host: "san-dinh",
    type: "SOFTWARE",
    products: ["1131-01-02"],
    ford: "1.2",
    title: {
      vi: "Trợ lý hỏi đáp thủ tục hành chính bằng tiếng Việt, có giọng ba miền",
      en: "Vietnamese administrative assistant with three regional accents",
    },
    teaser: {
      vi: "Trả lời đúng 91 % của 2.300 câu hỏi thật; chạy được trên máy chủ của xã, không cần mạng ngoài.",
      en: "91% of 2,300 real questions answered correctly; runs on a commune’s own server.",
    },
    about:
      "Mô hình bảy tỷ tham số học thêm trên văn bản thủ tục đã công bố. Mỗi câu trả lời dẫn đúng điều khoản; câu nào không tìm thấy căn cứ thì nói không biết và chuyển cho cán bộ trực.",
    benefits:
      "Người dân hỏi ngoài giờ vẫn có câu trả lời; cán bộ một cửa bớt được khoảng một phần ba cuộc gọi lặp lại.",
    words: ["trợ lý ảo", "thủ tục hành chính", "giọng nói"],
    levels: [
      [5, "2025-08-20", "Báo cáo đo trên 1.000 câu hỏi mẫu, tháng 8/2025"],
      [7, "2025-12-01", "Biên bản chạy thử tại bốn bộ phận một cửa"],
      [8, "2026-02-10", "Biên bản nghiệm thu phiên bản 2"],
    ],
    team: [
      ["Nhóm ngôn ngữ Sân Đình", 550_000],
      ["Nhóm tiếng nói Sân Đình", 300_000],
      ["Nhóm kiểm thử Sân Đình", 150_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-02-25",
        with: "Cơ quan Hạ tầng số Lũy Tre",
        where: "Thành phố Hồ Chí Minh",
        vnd: 3_850n * M,
        shown: "Hợp đồng cung cấp và biên bản bàn giao ngày 25/02/2026",
      },
    ],
    rights: [
      { kind: "COPYRIGHT_SOFTWARE", status: "GRANTED", no: "M-QTG-0117", filed: "2025-11-05", granted: "2025-12-20" },
    ],
    funding: [
      ["ENTERPRISE", 6_200n * M],
      ["STATE_BUDGET_LOCAL", 1_800n * M],
    ],
    start: "2026-03-02",
  },
  {
    host: "canh-co",
    type: "PRODUCT",
    products: ["1131-11-03"],
    ford: "2.3",
    title: {
      vi: "Máy bay không người lái gieo sạ lúa trên ruộng bậc thang",
      en: "Drone that sows rice on terraced fields",
      fr: "Drone semoir pour rizières en terrasses",
    },
    teaser: {
      vi: "Gieo 1,2 héc-ta một giờ ở độ dốc 25 độ, lượng giống giảm 38 % so với gieo tay.",
      en: "Sows 1.2 hectares an hour on a 25-degree slope with 38% less seed.",
      fr: "Sème 1,2 hectare par heure sur une pente de 25 degrés, avec 38 % de semences en moins.",
    },
    about:
      "Khung các-bon gấp lại được, tải 18 kg hạt. Bộ điều khiển giữ độ cao theo mặt ruộng bằng ra-đa và tự chia lượng hạt theo từng bậc; người vận hành chỉ vẽ đường biên.",
    benefits: "Một tổ hai người làm xong phần việc của mười hai người trong một buổi.",
    words: ["gieo sạ", "ruộng bậc thang", "máy bay không người lái"],
    levels: [
      [6, "2025-06-30", "Biên bản trình diễn trên 3 héc-ta ruộng mẫu"],
      [8, "2025-11-18", "Kết quả thử nghiệm va chạm và độ bền 200 giờ bay"],
      [9, "2026-03-15", "Hợp đồng bán và nhật ký 640 giờ bay của người mua"],
    ],
    team: [
      ["Nhóm khung máy Cánh Cò Trắng", 400_000],
      ["Nhóm điều khiển bay Cánh Cò Trắng", 600_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2025-12-12",
        with: "Ban Quản lý khu thử nghiệm Đồi Chè Xanh",
        where: "Thái Nguyên",
        vnd: 2_640n * M,
        shown: "Hợp đồng bán tám máy, hóa đơn tháng 12/2025",
      },
      {
        kind: "SALE",
        on: "2026-03-12",
        with: "Liên nhóm hợp tác xã Bậc Thang",
        where: "Lào Cai",
        vnd: 4_290n * M,
        shown: "Hợp đồng bán mười ba máy, hóa đơn tháng 3/2026",
      },
    ],
    rights: [
      { kind: "PATENT", status: "UNDER_EXAMINATION", no: "1-2025-06631-M", filed: "2025-05-14" },
      {
        kind: "INDUSTRIAL_DESIGN",
        status: "GRANTED",
        no: "3-2025-00412-M",
        filed: "2025-05-14",
        granted: "2025-12-02",
      },
    ],
    funding: [
      ["ENTERPRISE", 9_400n * M],
      ["VENTURE_FUND", 4_000n * M],
    ],
    start: "2026-03-24",
  },
  {
    host: "luy-tre",
    type: "SERVICE",
    products: ["1131-03-03"],
    ford: "1.2",
    title: { vi: "Dịch vụ truy xuất nguồn gốc sầu riêng đến từng cây" },
    teaser: { vi: "Người mua quét mã, thấy cây, ngày hái và lô phân bón; 41 vựa đã dùng qua một vụ." },
    about:
      "Mỗi cây mang một thẻ nhận dạng; người trồng ghi bằng lời nói, máy chép thành chữ. Dữ liệu niêm phong theo ngày trên mạng chuỗi khối do ba cơ quan cùng giữ, không ai sửa được một mình.",
    words: ["truy xuất nguồn gốc", "chuỗi khối", "sầu riêng"],
    levels: [
      [5, "2025-05-10", "Báo cáo thử trong vườn mẫu 120 cây"],
      [7, "2025-09-30", "Báo cáo vận hành qua một vụ tại 41 vựa"],
    ],
    team: [
      ["Nhóm dữ liệu Lũy Tre", 700_000],
      ["Nhóm hiện trường Lũy Tre", 300_000],
    ],
    acts: [
      {
        kind: "DEPLOYMENT",
        on: "2025-09-30",
        with: "41 vựa sầu riêng liên kết",
        where: "Đồng Nai",
        shown: "Danh sách vựa và số liệu truy cập quý III/2025",
      },
    ],
    funding: [["STATE_BUDGET_CENTRAL", 5_600n * M]],
    start: "2026-02-09",
  },
  {
    host: "song-may",
    type: "SOFTWARE",
    products: ["1131-01-05"],
    ford: "2.7",
    title: {
      vi: "Bản sao số của mạng thoát nước đô thị báo ngập trước 45 phút",
      fr: "Jumeau numérique du réseau pluvial, alerte d’inondation à 45 minutes",
    },
    teaser: {
      vi: "Báo đúng 26 trong 29 trận ngập của mùa mưa, sai số độ sâu trung bình 6 cm.",
      fr: "26 inondations sur 29 annoncées, erreur moyenne de 6 cm sur la hauteur d’eau.",
    },
    about:
      "Mô hình thủy lực rút gọn chạy mỗi phút với số đo mưa từ 64 trạm do trường lắp. Khi dự báo vượt ngưỡng, hệ thống gửi cảnh báo cho đội trực và khuyến nghị vận hành cửa phai.",
    words: ["bản sao số", "thoát nước", "cảnh báo ngập"],
    levels: [
      [5, "2025-04-18", "So sánh với số liệu ngập năm 2024"],
      [6, "2025-08-05", "Trình diễn tại phòng trực thoát nước"],
      [7, "2025-11-30", "Báo cáo vận hành trọn mùa mưa 2025"],
    ],
    team: [
      ["Bộ môn Thủy lực Sông Mây", 450_000],
      ["Bộ môn Tin học Sông Mây", 400_000],
      ["Nhóm đo mưa Sông Mây", 150_000],
    ],
    funding: [
      ["STATE_BUDGET_LOCAL", 4_300n * M],
      ["ODA", 2_500n * M],
    ],
    start: "2026-04-20",
  },
  {
    host: "san-dinh",
    type: "SERVICE",
    products: ["21-S04"],
    ford: "1.2",
    title: {
      vi: "Nền tảng đám mây dùng chung cho phòng thí nghiệm, tính tiền theo giây",
      en: "Shared laboratory cloud billed by the second",
    },
    teaser: {
      vi: "320 nhóm nghiên cứu đã dùng 1,4 triệu giờ tính toán; giá thấp hơn thuê ngoài 27 %.",
      en: "320 research groups have used 1.4 million hours; 27% below outside prices.",
    },
    about:
      "Bộ điều phối ghép máy chủ nhàn rỗi của các trường thành một cụm. Việc dài được cắt thành đoạn, mất điện giữa chừng thì chạy tiếp từ điểm lưu gần nhất; dữ liệu không rời khỏi trường chủ.",
    words: ["điện toán đám mây", "tính toán khoa học"],
    levels: [
      [7, "2026-01-12", "Báo cáo vận hành thử tại sáu trường"],
      [9, "2026-06-30", "Hóa đơn và nhật ký sử dụng nửa đầu năm 2026"],
    ],
    team: [["Nhóm hạ tầng Sân Đình", 1_000_000]],
    acts: [
      {
        kind: "SALE",
        on: "2026-06-30",
        with: "26 trường và viện",
        where: "Cả nước",
        vnd: 5_120n * M,
        shown: "Bảng đối soát doanh thu nửa đầu năm 2026 có kiểm toán",
      },
    ],
    funding: [
      ["ENTERPRISE", 12_000n * M],
      ["LOAN", 8_000n * M],
    ],
    start: "2026-07-13",
  },
  {
    host: "luy-tre",
    type: "SOFTWARE",
    products: ["21-S09"],
    ford: "1.2",
    title: { vi: "Bộ dò xâm nhập cho mạng điều khiển trạm bơm và trạm biến áp" },
    teaser: { vi: "Phát hiện 48 trong 50 kiểu tấn công diễn tập, không làm chậm lệnh điều khiển." },
    about:
      "Thiết bị nghe thụ động trên cổng phản chiếu, học thói quen của từng bộ điều khiển trong hai tuần, sau đó báo động khi có lệnh lạ. Không gửi dữ liệu ra ngoài, không cần kết nối mạng.",
    words: ["an ninh mạng", "hệ thống điều khiển công nghiệp"],
    levels: [
      [4, "2025-10-08", "Báo cáo thử trong phòng diễn tập"],
      [6, "2026-05-22", "Biên bản diễn tập tại hai trạm bơm"],
    ],
    team: [
      ["Nhóm an ninh Lũy Tre", 800_000],
      ["Nhóm tự động hóa Con Quay", 200_000],
    ],
    funding: [
      ["STATE_BUDGET_CENTRAL", 3_300n * M],
      ["OTHER", 400n * M],
    ],
    start: "2026-07-20",
  },
  {
    host: "song-may",
    type: "DATA",
    products: ["21-S01"],
    ford: "6.2",
    title: {
      vi: "Bộ câu hỏi kiểm tra mô hình ngôn ngữ tiếng Việt, 46 chủ đề, có lời giải",
      en: "Benchmark of Vietnamese language models: 46 subjects with worked answers",
    },
    teaser: {
      vi: "12.800 câu do giáo viên và kỹ sư viết, không lấy từ mạng; mở cho mọi người dùng.",
      en: "12,800 questions written for it by teachers and engineers; open to everybody.",
    },
    about:
      "Mỗi câu có lời giải từng bước và mức khó do ba người chấm độc lập. Một phần năm giữ kín để chấm công khai mỗi quý, tránh việc mô hình học thuộc đáp án.",
    words: ["dữ liệu mở", "mô hình ngôn ngữ"],
    levels: [
      [4, "2026-02-27", "Báo cáo độ tin cậy giữa ba người chấm"],
      [7, "2026-08-14", "Kết quả chấm mười một mô hình, đợt quý III/2026"],
    ],
    team: [
      ["Nhóm ngữ liệu Sông Mây", 650_000],
      ["Mạng lưới giáo viên biên soạn", 350_000],
    ],
    acts: [
      {
        kind: "DEPLOYMENT",
        on: "2026-08-14",
        with: "Mười một nhóm phát triển mô hình",
        where: "Cả nước",
        shown: "Bảng chấm công khai và nhật ký tải về",
      },
    ],
    rights: [{ kind: "DATABASE", status: "NOT_FILED", no: "" }],
    funding: [
      ["SCHOOL_FUND", 700n * M],
      ["STATE_BUDGET_CENTRAL", 1_600n * M],
    ],
    start: "2026-08-24",
  },
];
