import type { CallWords } from "#app/demo/partnerships/calls.server.ts";

/** An expression of interest of the demonstration; days are counted back from today. */
export type DemoInterest = {
  by: string;
  daysAgo: number;
  message: string;
  answer?: { daysAgo: number; outcome: "ACCEPTED" | "DECLINED"; text: string };
};

/** A call or an offer of the demonstration. `by` names an organisation by its key in organisation-list.ts. */
export type DemoCall = {
  by: string;
  daysAgo: number;
  /** how many days it stays open */
  openFor: number;
  words: CallWords;
  /** the Vietnamese title of the result that it offers */
  offers?: string;
  interests: readonly DemoInterest[];
  /** why it was closed before its day, and when */
  closed?: { daysAgo: number; reason: string };
  /** its last day put off to so many days after that */
  renewed?: { daysAgo: number; openFor: number };
};

/** The partnership of the demonstration that still lacks its houses and looks for a school. */
export const FORMING = {
  by: "thuyen-thung",
  daysAgo: 41,
  title: { vi: "Phao quan trắc ven bờ tự lặn tránh bão", en: "Coastal buoys that dive to ride out storms" },
  description: {
    vi: "Phao đo sóng, gió và độ mặn ở ba vịnh; khi có bão thì tự lặn xuống mười mét rồi nổi lên đo tiếp. Còn tìm một trường và một đơn vị vận hành.",
    en: "Buoys that measure waves, wind and salinity in three bays, dive to ten metres when a storm comes and go on measuring afterwards.",
  },
  provinces: ["48", "56"],
};

export const CALLS: readonly DemoCall[] = [
  {
    by: "thuyen-thung",
    daysAgo: 36,
    openFor: 80,
    words: {
      kind: "CALL",
      title_vi: "Tìm trường có bể sóng để thử phao tự lặn",
      title_en: "A school with a wave tank to test diving buoys",
      text_vi:
        "Mẫu phao thứ hai đã lặn và nổi được hai mươi lần trong hồ. Chúng tôi cần bể sóng cao hai mét trong sáu tuần, một nhóm thủy động lực cùng đọc số liệu, và đứng tên chung trong kết quả.",
      text_en:
        "The second prototype has dived and surfaced twenty times in a lake. We need a tank with two-metre waves for six weeks and a group in hydrodynamics that reads the data with us.",
      needs: ["LABORATORY", "TECHNOLOGY"],
      words: "bể sóng, thủy động lực, hiệu chuẩn cảm biến",
      productCodes: "21-S26",
      ...{ trlFrom: "5", trlTo: "7", provinceCodes: ["48", "56"] },
    },
    interests: [
      {
        by: "con-quay",
        daysAgo: 20,
        message:
          "Viện có bể sóng mười hai mét và bốn nghiên cứu viên về điều khiển; chúng tôi trống từ giữa tháng sau.",
        answer: {
          daysAgo: 12,
          outcome: "ACCEPTED",
          text: "Đúng thứ chúng tôi tìm. Chúng tôi mời Viện vào dự án để cùng thử.",
        },
      },
      {
        by: "dong-chiem",
        daysAgo: 16,
        message: "Trường có trạm đo mặn ở ba cửa sông và sinh viên thủy văn, nhưng chưa có bể sóng.",
        answer: {
          daysAgo: 12,
          outcome: "DECLINED",
          text: "Lần này chúng tôi cần bể sóng trước. Khi phao ra biển, mong được gặp lại Trường.",
        },
      },
    ],
  },
  {
    by: "den-dom",
    daysAgo: 33,
    openFor: 70,
    words: {
      kind: "CALL",
      title_vi: "Cần mặt bằng chạy thử trạm pin chịu nóng",
      text_vi:
        "Trạm pin 500 kWh đã qua thử trong phòng. Chúng tôi cần một mặt bằng ngoài trời nóng trên 38 độ, có điểm đấu nối lưới, trong mười hai tháng, và sẵn sàng để lại trạm sau khi thử xong.",
      needs: ["SITE", "MARKET"],
      words: "điểm đấu nối 22 kV, nền bê tông 200 m²",
      productCodes: "21-S18",
      ...{ trlFrom: "6", trlTo: "8", provinceCodes: ["75", "56"] },
    },
    interests: [
      {
        by: "khu-doi-che",
        daysAgo: 29,
        message:
          "Khu thử nghiệm có nền bê tông và điểm đấu nối, nhưng mùa hè chỉ nóng đến 37 độ. Xin hỏi có phù hợp không.",
      },
    ],
  },
  {
    by: "khu-doi-che",
    daysAgo: 30,
    openFor: 120,
    words: {
      kind: "OFFER",
      title_vi: "Cho dùng khu thử nghiệm ngoài trời có lưới điện riêng",
      title_en: "An outdoor test park with its own grid, open to partners",
      title_fr: "Un parc d’essai en plein air avec son propre réseau",
      text_vi:
        "Khu có hai héc-ta, lưới điện riêng 22 kV, trạm đo nắng gió và tổ trực ngày đêm. Đơn vị thử pin, biến tần, thiết bị lưới dùng được theo đợt ba tháng, không thu tiền đợt đầu.",
      text_en:
        "Two hectares with a 22 kV grid of their own, sun and wind meters and staff day and night. Whoever tests batteries, inverters or grid equipment may use it for three months at a time; the first is free.",
      needs: ["SITE", "LABORATORY"],
      words: "lưới 22 kV riêng, trạm đo nắng gió",
      productCodes: ["21-S18", "21-S20"],
      ...{ trlFrom: "5", trlTo: "9", provinceCodes: "19" },
    },
    interests: [
      {
        by: "gio-nom",
        daysAgo: 4,
        message:
          "Chúng tôi có biến tần gió 250 kW cần chạy thử ba tháng trước khi đưa ra đảo, tự lo lắp đặt và tháo dỡ.",
      },
    ],
  },
  {
    by: "quy-mai-ngoi",
    daysAgo: 26,
    openFor: 150,
    words: {
      kind: "OFFER",
      title_vi: "Vốn đối ứng cho vật liệu pin và đất hiếm",
      text_vi:
        "Quỹ góp đến một nửa vốn của dự án làm vật liệu pin, chế biến sâu đất hiếm có đủ ba nhà, mỗi dự án không quá 20 tỷ đồng, giải ngân theo mốc đã kiểm chứng.",
      needs: "CAPITAL",
      amount: "20 tỷ",
      productCodes: ["21-S18", "21-S25"],
      ...{ trlFrom: "4", trlTo: "8" },
    },
    interests: [],
  },
  {
    by: "nui-bac",
    daysAgo: 22,
    openFor: 60,
    words: {
      kind: "CALL",
      title_vi: "Tìm vốn và công nghệ tách riêng đất hiếm nặng",
      text_vi:
        "Dây chuyền thử đã ra tổng ô-xít 92 %. Chúng tôi tìm vốn 15 tỷ đồng và công nghệ chiết tách riêng dysprosi, terbi ít dùng axit, làm chung trên dây chuyền sẵn có.",
      needs: ["CAPITAL", "TECHNOLOGY"],
      amount: "15 tỷ",
      productCodes: "21-S25",
      ...{ trlFrom: "4", trlTo: "6", provinceCodes: "15" },
    },
    interests: [],
  },
  {
    by: "da-cuoi",
    daysAgo: 19,
    openFor: 90,
    words: {
      kind: "OFFER",
      title_vi: "Công nghệ chiết tách đất hiếm bằng dung môi tái sinh",
      text_vi:
        "Viện có quy trình tách riêng từng nguyên tố, dung môi dùng lại bảy lần, đã chạy năm mươi ki-lô-gam. Viện tìm doanh nghiệp có dây chuyền thử để lên mức một tấn.",
      needs: ["TECHNOLOGY", "LABORATORY"],
      productCodes: "21-S25",
      ...{ trlFrom: "4", trlTo: "5", provinceCodes: ["31", "15"] },
    },
    interests: [],
  },
  {
    by: "cau-vong",
    daysAgo: 14,
    openFor: 45,
    words: {
      kind: "CALL",
      title_vi: "Tìm doanh nghiệp đóng gói chip và đơn vị đặt hàng",
      title_en: "A company to package chips, and somebody to order them",
      text_vi:
        "Học viện đã có thiết kế chip đo điện năng chạy đúng trên bản thử. Chúng tôi tìm doanh nghiệp đóng gói mười nghìn chiếc và một đơn vị nhận dùng trong công tơ điện tử.",
      needs: ["MARKET", "CAPITAL"],
      amount: "6 tỷ",
      productCodes: "21-S23",
      ...{ trlFrom: "5", trlTo: "7", provinceCodes: ["48", "24"] },
    },
    interests: [
      {
        by: "hat-gao",
        daysAgo: 5,
        message: "Xưởng đóng gói của chúng tôi còn trống một ca từ quý sau; xin gửi trước bản vẽ chân để báo giá.",
      },
    ],
  },
  {
    by: "san-dinh",
    daysAgo: 40,
    openFor: 90,
    words: {
      kind: "OFFER",
      title_vi: "Kênh đưa trợ lý tiếng Việt tới 200 xã",
      text_vi:
        "Chúng tôi đang vận hành bộ phận một cửa điện tử của 200 xã và đưa được mô hình ngôn ngữ đã kiểm chứng vào dùng thử, kèm hạ tầng và tổ trực.",
      needs: ["MARKET", "SITE"],
      productCodes: "21-S01",
      ...{ trlFrom: "6", trlTo: "9", provinceCodes: ["01", "79"] },
    },
    interests: [
      {
        by: "song-may",
        daysAgo: 34,
        message: "Trường có mô hình ngôn ngữ tiếng Việt đã chấm theo bộ đề công khai, sẵn sàng cho thử ở mười xã đầu.",
        answer: { daysAgo: 28, outcome: "ACCEPTED", text: "Mời Trường lập dự án cùng chúng tôi, bắt đầu từ mười xã." },
      },
    ],
    closed: { daysAgo: 8, reason: "Đã có đối tác cho đợt đầu; đợt hai sẽ đăng vào đầu năm sau." },
  },
];
