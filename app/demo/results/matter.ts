import type { ResultPlan } from "#app/demo/results/plan.ts";

const M = 1_000_000n;

export const MATTER_RESULTS: readonly ResultPlan[] = [
  {
    host: "den-dom",
    type: "PRODUCT",
    products: ["1131-08-02"],
    ford: "2.5",
    title: {
      vi: "Bộ pin lithi sắt phốt phát chịu hơi mặn cho trạm bơm nông nghiệp",
      en: "Salt-resistant lithium iron phosphate packs for farm pumping stations",
    },
    teaser: {
      vi: "Giữ 92 % dung lượng sau 1.500 chu kỳ trong không khí mặn; đã lắp tại sáu trạm.",
      en: "92% of capacity after 1,500 cycles in salty air; installed at six stations.",
    },
    about:
      "Vỏ nhôm phủ gốm, van xả áp có màng kỵ nước và mạch cân bằng chủ động. Bộ 28 kWh nặng 240 kg, tháo từng khay để sửa; mạch bảo vệ ghi lại mọi lần quá nhiệt trong mười năm.",
    benefits: "Trạm bơm không phải mở lại đường dây khi sửa chữa; tiền điện giờ cao điểm giảm được khoảng một phần tư.",
    words: ["pin", "trạm bơm", "ăn mòn"],
    levels: [
      [4, "2024-09-19", "Báo cáo thử phun muối 720 giờ"],
      [6, "2025-04-25", "Biên bản trình diễn tại một trạm"],
      [8, "2026-01-30", "Giấy chứng nhận hợp chuẩn, thử nghiệm đâm xuyên"],
      [9, "2026-03-10", "Hợp đồng bán và biên bản lắp đặt sáu trạm"],
    ],
    team: [
      ["Nhóm tế bào pin Đom Đóm", 500_000],
      ["Viện Vật liệu Đá Cuội", 350_000],
      ["Tổ lắp đặt Đom Đóm", 150_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-03-10",
        with: "Công ty khai thác thủy nông Cửa Vịnh",
        where: "Cà Mau, Vĩnh Long",
        vnd: 7_680n * M,
        shown: "Hợp đồng bán sáu bộ, biên bản nghiệm thu 10/03/2026",
      },
    ],
    rights: [{ kind: "PATENT", status: "GRANTED", no: "1-0046127-M", filed: "2023-12-04", granted: "2026-01-15" }],
    funding: [
      ["ENTERPRISE", 15_500n * M],
      ["STATE_BUDGET_CENTRAL", 4_500n * M],
    ],
    start: "2026-03-30",
  },
  {
    host: "da-cuoi",
    type: "MATERIAL",
    products: ["1131-08-03"],
    ford: "2.10",
    title: {
      vi: "Màng lọc nano từ vỏ trấu cho giếng nhiễm asen",
      en: "Rice-husk nano membrane for arsenic wells",
      fr: "Membrane nanométrique en balle de riz pour puits arséniés",
    },
    teaser: {
      vi: "Giữ lại 98 % asen sau sáu tháng dùng liên tục; rửa ngược bằng nước sạch, không cần hóa chất.",
      en: "Keeps back 98% of arsenic after six months; backwashed with clean water.",
      fr: "Retient 98 % de l’arsenic après six mois d’usage continu.",
    },
    about:
      "Silic vô định hình của vỏ trấu được tạo lỗ 20 nm và gắn sắt oxit. Một mô-đun lọc 600 lít một ngày; màng đã no được nung lại ở xưởng, asen cố định trong thủy tinh.",
    words: ["lọc nước", "asen", "vỏ trấu"],
    levels: [
      [4, "2024-12-12", "Báo cáo lọc trong phòng, 400 lít"],
      [7, "2025-09-04", "Báo cáo vận hành tại chín giếng"],
      [9, "2026-04-08", "Báo cáo doanh thu kỳ đầu có kiểm toán"],
    ],
    team: [
      ["Nhóm màng Đá Cuội", 600_000],
      ["Nhóm môi trường Sông Mây", 400_000],
    ],
    acts: [
      {
        kind: "LICENCE",
        on: "2025-12-18",
        with: "Hai cơ sở sản xuất Bến Mơ",
        where: "Hưng Yên, Ninh Bình",
        vnd: 650n * M,
        shown: "Hai hợp đồng chuyển quyền sử dụng, phí trả trước",
      },
      {
        kind: "SALE",
        on: "2026-04-08",
        with: "Hợp tác xã Nước sạch Bến Mơ",
        where: "Hưng Yên",
        vnd: 1_340n * M,
        shown: "Báo cáo doanh thu quý I/2026 có kiểm toán",
      },
    ],
    rights: [{ kind: "PATENT", status: "GRANTED", no: "1-0047003-M", filed: "2024-02-20", granted: "2026-02-26" }],
    funding: [
      ["STATE_BUDGET_CENTRAL", 5_200n * M],
      ["SCHOOL_FUND", 800n * M],
    ],
    start: "2026-04-27",
  },
  {
    host: "nui-bac",
    type: "PROCESS",
    products: ["21-S25"],
    ford: "2.4",
    title: {
      vi: "Tách nêođim và praseođim bằng dung môi thu hồi được 97 %",
      en: "Neodymium–praseodymium separation with 97% solvent recovery",
      fr: "Séparation du néodyme et du praséodyme, solvant récupéré à 97 %",
    },
    teaser: {
      vi: "Độ sạch 99,5 % sau 24 bậc thay vì 60; nước thải không còn amoni.",
      en: "99.5% purity after 24 stages instead of 60, with no ammonium in the effluent.",
      fr: "Pureté de 99,5 % en 24 étages au lieu de 60, sans ammonium dans l’effluent.",
    },
    about:
      "Chất chiết mới có hệ số tách 2,4 giữa hai nguyên tố. Cụm chiết ly tâm nhỏ đặt trong nhà, vận hành khép kín; bùn phóng xạ tự nhiên được tách từ bậc đầu và lưu trong thùng riêng.",
    words: ["đất hiếm", "chiết dung môi"],
    levels: [
      [4, "2025-02-14", "Báo cáo chiết gián đoạn 5 lít"],
      [5, "2025-10-31", "Báo cáo chạy liên tục 300 giờ"],
      [6, "2026-06-12", "Biên bản trình diễn cụm 24 bậc"],
    ],
    team: [
      ["Nhóm chiết Núi Bạc Xa", 550_000],
      ["Nhóm hóa vô cơ Đá Cuội", 450_000],
    ],
    rights: [{ kind: "PATENT", status: "UNDER_EXAMINATION", no: "1-2025-03340-M", filed: "2025-03-17" }],
    funding: [
      ["ENTERPRISE", 22_000n * M],
      ["STATE_BUDGET_CENTRAL", 18_000n * M],
    ],
    start: "2026-07-09",
  },
  {
    host: "da-cuoi",
    type: "MATERIAL",
    products: ["21-S17"],
    ford: "2.5",
    title: { vi: "Thép không gỉ in kim loại cho cánh bơm nước mặn" },
    teaser: { vi: "Cánh bơm in tại chỗ trong 31 giờ, chịu mòn gấp 2,3 lần cánh đúc cùng mác." },
    about:
      "Bột thép phun khí cỡ 15–45 micro-mét, in bằng laze rồi ép nóng đẳng tĩnh. Quy trình có bảng thông số theo chiều dày và góc nghiêng, kiểm tra bằng chụp cắt lớp công nghiệp.",
    words: ["in kim loại", "thép không gỉ", "bơm"],
    levels: [
      [5, "2025-11-14", "Báo cáo cơ tính và mài mòn 60 mẫu"],
      [7, "2026-07-25", "Biên bản chạy thử 1.000 giờ tại trạm bơm"],
    ],
    team: [
      ["Nhóm bột kim loại Đá Cuội", 800_000],
      ["Nhóm cơ khí Con Quay", 200_000],
    ],
    funding: [
      ["STATE_BUDGET_CENTRAL", 9_000n * M],
      ["SCHOOL_FUND", 1_000n * M],
    ],
    start: "2026-08-17",
  },
  {
    host: "gio-nom",
    type: "PRODUCT",
    products: ["21-S19"],
    ford: "2.4",
    title: {
      vi: "Máy điện phân kiềm 250 kW chạy theo gió, khởi động nguội 4 phút",
      en: "Wind-following 250 kW alkaline electrolyser",
    },
    teaser: {
      vi: "Tiêu hao 51 kWh một ki-lô-gam hydro ở nửa tải; chịu được 3.000 lần bật tắt.",
      en: "51 kWh per kilogram of hydrogen at half load; 3,000 start–stop cycles.",
    },
    about:
      "Màng phân cách dệt trong nước, điện cực niken xốp phun plasma. Bộ nguồn xung và thuật toán tải giúp máy bám công suất gió mà áp suất hai khoang lệch không quá 20 mi-li-ba.",
    words: ["hydro xanh", "điện phân", "điện gió"],
    levels: [
      [4, "2025-03-28", "Báo cáo ngăn điện phân đơn 10 kW"],
      [6, "2026-02-20", "Biên bản trình diễn cụm 250 kW"],
      [5, "2026-05-30", "Biên bản sự cố rò khí, hạ mức để sửa gioăng"],
      [6, "2026-08-28", "Biên bản trình diễn lại sau khi thay gioăng"],
    ],
    team: [
      ["Nhóm điện phân Gió Nồm", 600_000],
      ["Nhóm điện cực Đá Cuội", 400_000],
    ],
    funding: [
      ["ENTERPRISE", 19_000n * M],
      ["STATE_BUDGET_CENTRAL", 6_000n * M],
      ["LOAN", 5_000n * M],
    ],
    start: "2026-09-07",
    note: "Đã xem biên bản sự cố ngày 30/05/2026 và biên bản trình diễn lại. Mức sẵn sàng lùi rồi tăng là đúng với hồ sơ; đã đo lại tiêu hao điện ở nửa tải.",
  },
  {
    host: "gio-nom",
    type: "PRODUCT",
    products: ["21-S20"],
    ford: "2.2",
    title: { vi: "Máy biến áp lõi thép vô định hình 1.000 kVA", fr: "Transformateur 1 000 kVA à noyau amorphe" },
    teaser: {
      vi: "Tổn hao không tải giảm 68 %; đã vận hành mười bốn tháng tại hai khu công nghiệp.",
      fr: "Pertes à vide réduites de 68 % ; quatorze mois d’exploitation dans deux zones industrielles.",
    },
    about:
      "Lõi cuốn từ băng thép vô định hình, bối dây lá đồng, dầu thực vật. Kết cấu chống rung giảm tiếng ồn 9 đề-xi-ben; mọi vật tư chính mua được trong nước trừ băng thép.",
    words: ["máy biến áp", "tiết kiệm điện"],
    levels: [
      [7, "2025-06-20", "Biên bản đóng điện hai máy"],
      [8, "2026-08-21", "Chứng nhận thử nghiệm điển hình"],
    ],
    team: [
      ["Nhóm máy điện Gió Nồm", 700_000],
      ["Bộ môn Thiết bị điện Sông Mây", 300_000],
    ],
    acts: [
      {
        kind: "DEPLOYMENT",
        on: "2025-06-20",
        with: "Hai khu công nghiệp ven biển",
        where: "Khánh Hòa",
        shown: "Biên bản đóng điện và số đo tổn hao mười bốn tháng",
      },
    ],
    funding: [["ENTERPRISE", 8_800n * M]],
    start: "2026-09-21",
  },
  {
    host: "song-may",
    type: "PROCESS",
    products: ["21-S21"],
    ford: "2.4",
    title: { vi: "Gạch không nung hút khí CO₂ từ ống khói lò vôi" },
    teaser: { vi: "Mỗi mét khối gạch giữ 118 kg CO₂; cường độ 12 MPa sau ba ngày." },
    about:
      "Xỉ thép và tro bay được ép rồi dưỡng hộ trong khí thải có 18 % CO₂. Buồng dưỡng hộ tái dùng nhiệt của khí thải; gạch đạt tiêu chuẩn hiện hành về hút nước và co ngót.",
    words: ["thu giữ các-bon", "vật liệu xây dựng"],
    levels: [
      [4, "2025-09-12", "Báo cáo 300 mẫu trong phòng"],
      [6, "2026-07-03", "Biên bản trình diễn buồng 20 mét khối"],
    ],
    team: [["Nhóm vật liệu xây dựng Sông Mây", 1_000_000]],
    funding: [
      ["STATE_BUDGET_LOCAL", 2_700n * M],
      ["ENTERPRISE", 1_300n * M],
    ],
    start: "2026-10-05",
  },
  {
    host: "den-dom",
    type: "PRODUCT",
    products: ["21-S18"],
    ford: "2.5",
    title: {
      vi: "Tủ lưu trữ điện mặt trời 10 kWh cho nhà dân vùng sâu",
      en: "10 kWh home storage for remote villages",
    },
    teaser: {
      vi: "Sáu mươi hộ ở hai bản không có lưới đã dùng qua một mùa mưa; hỏng 2 trên 60 tủ.",
      en: "Sixty households off the grid through one rainy season; two of sixty cabinets failed.",
    },
    about:
      "Tủ dùng cell na-tri do công ty lắp, bộ nghịch lưu 3 kW và màn hình chữ lớn ba thứ tiếng. Người dùng thay được khay pin bằng tua-vít; bảng hướng dẫn in trên cánh tủ.",
    words: ["lưu trữ điện", "pin na-tri", "vùng sâu"],
    levels: [
      [6, "2026-03-06", "Biên bản trình diễn tại xưởng và một bản"],
      [7, "2026-09-30", "Báo cáo sáu mươi hộ qua mùa mưa"],
    ],
    team: [
      ["Nhóm tích trữ Đom Đóm", 850_000],
      ["Tổ hỗ trợ bản làng", 150_000],
    ],
    acts: [
      {
        kind: "DEPLOYMENT",
        on: "2026-09-30",
        with: "Sáu mươi hộ ở hai bản",
        where: "Đắk Lắk",
        shown: "Danh sách bàn giao và nhật ký vận hành",
      },
    ],
    funding: [
      ["STATE_BUDGET_LOCAL", 3_600n * M],
      ["ODA", 1_900n * M],
      ["ENTERPRISE", 700n * M],
    ],
    from: "Hệ thống tích trữ điện cho trạm bơm nông nghiệp ven biển",
    start: "2026-10-19",
    complaint: {
      ground: "WRONG_FACTS",
      text: "Bản tôi có bốn tủ hỏng trong mùa mưa chứ không phải hai tủ trên cả hai bản. Nhật ký sửa chữa của tổ điện bản còn giữ.",
      after: 25,
    },
  },
];
