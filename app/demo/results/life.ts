import type { ResultPlan } from "#app/demo/results/plan.ts";

const M = 1_000_000n;

export const LIFE_RESULTS: readonly ResultPlan[] = [
  {
    host: "dong-chiem",
    type: "VARIETY",
    products: ["21-S16"],
    ford: "4.1",
    title: {
      vi: "Giống lúa OM-Chiêm 9 chịu mặn 4 phần nghìn ở giai đoạn trổ",
      en: "OM-Chiêm 9, a rice variety that flowers at 4‰ salinity",
    },
    teaser: {
      vi: "Năng suất 6,1 tấn một héc-ta qua ba vụ mặn; gạo mềm, thời gian sinh trưởng 98 ngày.",
      en: "6.1 tonnes per hectare over three saline seasons, 98 days to harvest.",
    },
    about:
      "Lai giữa giống mùa bản địa và dòng chịu mặn, chọn lọc bằng chỉ thị phân tử qua tám đời. Khảo nghiệm ở năm điểm ven biển; đối chứng mất trắng trong hai của ba vụ.",
    benefits: "Người trồng giữ được vụ lúa thứ hai ở vùng trước đây phải bỏ hoang sáu tháng.",
    words: ["giống lúa", "chịu mặn", "chỉ thị phân tử"],
    levels: [
      [6, "2024-12-30", "Báo cáo khảo nghiệm cơ bản hai vụ"],
      [8, "2026-03-20", "Quyết định lưu hành giống, hồ sơ khảo nghiệm diện rộng"],
      [9, "2026-07-15", "Hợp đồng bán giống và biên bản giao nhận 84 tấn"],
    ],
    team: [
      ["Nhóm chọn giống Đồng Chiêm", 600_000],
      ["Nhóm sinh học phân tử Đồng Chiêm", 250_000],
      ["Tổ khảo nghiệm Bến Sậy", 150_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-07-15",
        with: "Trung tâm Ứng dụng công nghệ Bến Sậy",
        where: "Cần Thơ, Vĩnh Long, Cà Mau",
        vnd: 2_016n * M,
        shown: "Hợp đồng bán 84 tấn giống xác nhận, hóa đơn tháng 7/2026",
      },
    ],
    rights: [
      { kind: "PLANT_VARIETY", status: "GRANTED", no: "GCT-2026-031-M", filed: "2024-09-10", granted: "2026-02-18" },
    ],
    funding: [
      ["STATE_BUDGET_CENTRAL", 6_800n * M],
      ["SCHOOL_FUND", 1_200n * M],
    ],
    start: "2026-07-27",
  },
  {
    host: "vuon-thuoc",
    type: "PROCESS",
    products: ["1131-07-03"],
    ford: "3.2",
    title: {
      vi: "Quy trình nuôi tấm tế bào sừng cho người bỏng, 14 ngày",
      fr: "Culture de feuillets de kératinocytes pour grands brûlés en 14 jours",
    },
    teaser: {
      vi: "Từ 4 cm² da lành nuôi được 1.000 cm²; chín người bệnh đã được ghép theo dõi sáu tháng.",
      fr: "1 000 cm² à partir de 4 cm² de peau saine ; neuf patients suivis six mois.",
    },
    about:
      "Quy trình dùng huyết thanh của chính người bệnh, không dùng tế bào chuột làm lớp nuôi. Mỗi lô kiểm tra vô khuẩn, sức sống và kiểu hình trước khi giao; hồ sơ lô lưu mười năm.",
    words: ["tế bào", "bỏng", "ghép da"],
    levels: [
      [4, "2024-11-06", "Báo cáo nuôi cấy 30 lô trong phòng sạch"],
      [5, "2025-06-24", "Báo cáo an toàn tiền lâm sàng"],
      [6, "2026-04-30", "Báo cáo chín ca ghép, theo dõi sáu tháng"],
    ],
    team: [
      ["Nhóm tế bào Vườn Thuốc", 550_000],
      ["Khoa Bỏng Giọt Sương", 450_000],
    ],
    rights: [{ kind: "PATENT", status: "FILED", no: "1-2025-09120-M", filed: "2025-07-08" }],
    funding: [
      ["STATE_BUDGET_CENTRAL", 11_500n * M],
      ["SCHOOL_FUND", 2_000n * M],
    ],
    start: "2026-05-18",
    asked: "Cần biên bản của hội đồng đạo đức cho chín ca ghép.",
  },
  {
    host: "la-ngai",
    type: "PRODUCT",
    products: ["21-S14"],
    ford: "4.3",
    title: {
      vi: "Vắc-xin nhược độc đông khô phòng hoại tử gan tụy cấp cho cá tra giống",
      en: "Freeze-dried live vaccine for pangasius fingerlings",
    },
    teaser: {
      vi: "Tỷ lệ sống sau công cường độc 84 %, ngâm 20 phút, không phải tiêm từng con.",
      en: "84% survival after challenge; a 20-minute bath instead of injections.",
    },
    about:
      "Chủng làm yếu bằng cách xóa hai gen độc lực, ổn định qua 50 lần cấy truyền. Bột đông khô giữ được 18 tháng ở 4 độ; người nuôi hòa vào bể vận chuyển.",
    words: ["vắc-xin thủy sản", "cá tra"],
    levels: [
      [5, "2025-03-14", "Báo cáo công cường độc trong bể thí nghiệm"],
      [7, "2025-12-10", "Báo cáo thử tại mười hai trại ương"],
      [9, "2026-08-20", "Giấy phép lưu hành và hợp đồng bán"],
    ],
    team: [
      ["Nhóm vi sinh Lá Ngải", 700_000],
      ["Nhóm bệnh thủy sản Đồng Chiêm", 300_000],
    ],
    acts: [
      {
        kind: "SALE",
        on: "2026-08-20",
        with: "Mười bốn trại ương giống",
        where: "Đồng Tháp, An Giang",
        vnd: 3_360n * M,
        shown: "Hợp đồng nguyên tắc và hóa đơn tháng 8/2026",
      },
      {
        kind: "SALE",
        on: "2026-09-18",
        with: "Đại lý vùng Tây Nam",
        where: "Cần Thơ",
        vnd: 1_050n * M,
        shown: "Bản chụp báo giá, chưa có hóa đơn",
        doubtful: true,
      },
    ],
    rights: [{ kind: "PATENT", status: "GRANTED", no: "1-0048812-M", filed: "2023-10-02", granted: "2026-05-11" }],
    funding: [
      ["ENTERPRISE", 14_000n * M],
      ["STATE_BUDGET_CENTRAL", 6_000n * M],
    ],
    start: "2026-09-28",
  },
  {
    host: "giot-suong",
    type: "PRODUCT",
    products: ["21-S12"],
    ford: "2.6",
    title: { vi: "Máng hướng dẫn phẫu thuật hàm in ba chiều theo từng người bệnh" },
    teaser: { vi: "Giảm 40 phút mỗi ca ghép xương hàm; 57 ca tại ba bệnh viện, không ca nào phải mổ lại." },
    about:
      "Từ ảnh cắt lớp, phần mềm dựng máng cắt và nẹp uốn sẵn, in bằng nhựa y tế tiệt trùng được. Bác sĩ duyệt hình ba chiều trước khi in; thời gian từ chụp đến mổ là bốn ngày.",
    words: ["in ba chiều", "phẫu thuật hàm mặt"],
    levels: [
      [4, "2025-01-22", "Báo cáo độ chính xác trên hộp sọ mẫu"],
      [6, "2025-08-11", "Báo cáo mười ca đầu tiên"],
      [7, "2026-06-05", "Báo cáo 57 ca tại ba bệnh viện"],
    ],
    team: [
      ["Bộ môn Hàm mặt Giọt Sương", 600_000],
      ["Nhóm in ba chiều Sông Mây", 400_000],
    ],
    acts: [
      {
        kind: "DEPLOYMENT",
        on: "2026-06-05",
        with: "Ba bệnh viện thực hành",
        where: "Thành phố Hồ Chí Minh",
        shown: "Quyết định đưa vào phác đồ của ba bệnh viện",
      },
    ],
    funding: [
      ["SCHOOL_FUND", 1_900n * M],
      ["STATE_BUDGET_LOCAL", 1_100n * M],
    ],
    start: "2026-07-06",
  },
  {
    host: "giot-suong",
    type: "PRODUCT",
    products: ["21-S13"],
    ford: "2.6",
    title: {
      vi: "Que thử sốt xuất huyết phân biệt bốn týp trong 15 phút",
      en: "Fifteen-minute dengue strip that tells four serotypes apart",
    },
    teaser: {
      vi: "Độ nhạy 92 %, độ đặc hiệu 97 % trên 1.140 mẫu của hai mùa dịch.",
      en: "92% sensitivity and 97% specificity on 1,140 samples.",
    },
    about:
      "Cảm biến điện hóa dùng bốn kháng thể do trường tạo ra, đọc bằng máy cầm tay. Kết quả không phụ thuộc mắt người nhìn vạch màu; máy lưu kết quả và vị trí nếu được cho phép.",
    words: ["cảm biến sinh học", "sốt xuất huyết"],
    levels: [
      [3, "2024-08-15", "Bằng chứng khái niệm trên mẫu chuẩn"],
      [5, "2025-11-25", "Báo cáo trên 420 mẫu lâm sàng"],
      [6, "2026-08-31", "Báo cáo trên 1.140 mẫu, hai mùa dịch"],
    ],
    team: [
      ["Nhóm cảm biến Giọt Sương", 500_000],
      ["Nhóm kháng thể Vườn Thuốc", 300_000],
      ["Nhóm vi mạch Cầu Vồng Đôi", 200_000],
    ],
    rights: [{ kind: "PATENT", status: "FILED", no: "1-2026-02277-M", filed: "2026-03-19", shown: "2026-01-30" }],
    funding: [
      ["STATE_BUDGET_CENTRAL", 8_200n * M],
      ["ODA", 3_000n * M],
    ],
    start: "2026-09-14",
    complaint: {
      ground: "WRONG_FACTS",
      text: "Độ nhạy 92 % cao hơn số trong bài báo cáo hội nghị mà nhóm trình bày đầu năm; tôi nghi hai con số lấy từ hai bộ mẫu.",
      after: 20,
      answer:
        "Đã đối chiếu hai bộ số liệu: báo cáo hội nghị tính trên 420 mẫu của mùa dịch 2025, hồ sơ này tính trên 1.140 mẫu của hai mùa. Cả hai con số đều đúng với bộ mẫu của mình; hồ sơ giữ nguyên.",
    },
  },
  {
    host: "ben-say",
    type: "PROCESS",
    products: ["1131-05-04"],
    ford: "2.11",
    title: { vi: "Dây chuyền sấy lạnh xoài giữ màu, dùng khí thải lò hơi của nhà máy đường" },
    teaser: { vi: "Chi phí năng lượng 2.900 đồng một ki-lô-gam khô, bằng 55 % cách sấy hiện nay." },
    about:
      "Bơm nhiệt lấy nhiệt thừa 60 độ của lò hơi, buồng sấy chia tám khoang có ẩm độ riêng. Mẻ 1,2 tấn xong trong 16 giờ; độ ẩm cuối đồng đều trong nửa phần trăm.",
    words: ["sấy lạnh", "xoài", "tận dụng nhiệt"],
    levels: [
      [5, "2025-03-02", "Báo cáo mẻ thử 200 kg"],
      [7, "2025-10-27", "Báo cáo vận hành một vụ, 310 tấn"],
    ],
    team: [
      ["Nhóm chế biến Bến Sậy", 650_000],
      ["Bộ môn Nhiệt Sông Mây", 350_000],
    ],
    acts: [
      {
        kind: "TRANSFER",
        on: "2025-11-20",
        with: "Hợp tác xã Xoài Cồn Nổi",
        where: "Đồng Tháp",
        vnd: 780n * M,
        shown: "Hợp đồng chuyển nhượng và biên bản nghiệm thu",
      },
    ],
    funding: [
      ["STATE_BUDGET_LOCAL", 2_100n * M],
      ["ENTERPRISE", 900n * M],
    ],
    start: "2026-01-19",
  },
  {
    host: "dong-chiem",
    type: "PROCESS",
    products: ["21-S15"],
    ford: "2.9",
    title: { vi: "Thức ăn thủy sản từ ruồi lính đen nuôi bằng phụ phẩm thanh long" },
    teaser: { vi: "Thay được 35 % bột cá mà cá điêu hồng vẫn lớn bằng đối chứng sau 120 ngày." },
    about:
      "Quy trình nuôi ấu trùng trên vỏ và quả loại, sấy và ép tách béo. Một tấn phụ phẩm cho 62 kg bột đạm 54 %; bã còn lại ủ thành phân hữu cơ.",
    words: ["phụ phẩm nông nghiệp", "thức ăn thủy sản"],
    levels: [
      [4, "2025-06-12", "Báo cáo nuôi cấp phòng thí nghiệm"],
      [6, "2026-06-18", "Báo cáo nuôi 120 ngày tại sáu bè"],
    ],
    team: [
      ["Nhóm dinh dưỡng Đồng Chiêm", 750_000],
      ["Trung tâm Bến Sậy", 250_000],
    ],
    funding: [["STATE_BUDGET_LOCAL", 1_250n * M]],
    start: "2026-08-03",
  },
];
