import type { DemoCall } from "#app/demo/partnerships/calls/call-plan.ts";

/** Offers of results and needs of the demonstration. */
export const MARKET: readonly DemoCall[] = [
  {
    by: "da-cuoi",
    daysAgo: 24,
    openFor: 180,
    offers: "Màng lọc nano từ vỏ trấu cho giếng nhiễm asen",
    words: {
      kind: "RESULT_OFFER",
      title_vi: "Cấp quyền sản xuất màng lọc asen từ vỏ trấu",
      title_en: "Licence to produce the rice-husk arsenic membrane",
      title_fr: "Licence de fabrication de la membrane en balle de riz",
      text_vi:
        "Quyền sản xuất không độc quyền trong năm năm, cả nước; phí theo mô-đun bán được, không thu phí ban đầu. Viện chuyển giao lò nung mẫu, đào tạo hai kỹ thuật viên và kiểm ba mẻ đầu.",
      text_en:
        "A non-exclusive licence for five years, the whole country; a fee per module sold and none up front. The institute hands over a sample kiln, trains two technicians and checks the first three batches.",
      text_fr:
        "Licence non exclusive de cinq ans pour tout le pays ; redevance par module vendu, sans versement initial. L’institut remet un four, forme deux techniciens et contrôle les trois premiers lots.",
      needs: ["LICENCE", "PILOT"],
      words: "nước giếng, cấp nước nông thôn",
    },
    interests: [],
  },
  {
    by: "khu-doi-che",
    daysAgo: 17,
    openFor: 120,
    words: {
      kind: "NEED",
      title_vi: "Cần lọc asen cho bốn trạm cấp nước của khu công nghiệp",
      title_en: "Arsenic removal for four water stations of an industrial park",
      text_vi:
        "Nước giếng ở bốn trạm có asen gấp ba lần mức cho phép. Cần bộ lọc 600 đến 2.000 lít một ngày, rửa được tại chỗ, chạy thử ba tháng trước khi mua.",
      text_en:
        "Well water at four stations holds three times the permitted arsenic. We need filters of 600 to 2,000 litres a day that are washed on site, with a trial of three months before we buy.",
      needs: ["PILOT", "LICENCE"],
      words: "lọc nước, asen",
      productCodes: "21-S17",
      ...{ trlFrom: "6", trlTo: "9", fordCode: "2.10" },
    },
    interests: [
      {
        by: "da-cuoi",
        daysAgo: 11,
        message: "Màng lọc vỏ trấu của Viện giữ được 98 % asen; chúng tôi lắp thử được hai trạm trong tháng sau.",
      },
    ],
  },
  {
    by: "den-dom",
    daysAgo: 9,
    openFor: 200,
    offers: "Bộ pin lithi sắt phốt phát chịu hơi mặn cho trạm bơm nông nghiệp",
    words: {
      kind: "RESULT_OFFER",
      title_vi: "Liên doanh lắp ráp bộ pin chịu mặn ở đồng bằng sông Cửu Long",
      title_en: "Joint venture to assemble salt-resistant packs in the Mekong delta",
      text_vi:
        "Tìm doanh nghiệp cơ điện có xưởng ở Cà Mau hoặc Vĩnh Long; chúng tôi góp thiết kế, mạch bảo vệ và đơn hàng hai năm đầu, bên kia góp xưởng và đội lắp đặt. Chia lợi nhuận theo vốn góp.",
      text_en:
        "For an electrical firm with a workshop in Ca Mau or Vinh Long: we bring the design, the protection board and two years of orders; the other side brings the workshop and the installers. Profit follows capital.",
      needs: ["JOINT_VENTURE", "LICENCE"],
      words: "lắp ráp pin, lưu trữ điện",
    },
    interests: [],
  },
  {
    by: "gio-nom",
    daysAgo: 6,
    openFor: 150,
    words: {
      kind: "NEED",
      title_vi: "Cần bộ lưu trữ điện chịu hơi mặn cho tua bin gió ven biển",
      title_en: "Salt-resistant storage for coastal wind turbines",
      title_fr: "Stockage résistant au sel pour éoliennes côtières",
      text_vi:
        "Mười hai tua bin sát biển cần bộ pin 20 đến 40 kWh cho hệ điều khiển, chịu được hơi mặn và 45 độ, thay được trên tháp. Muốn thử ở hai tháp trong sáu tháng.",
      text_en:
        "Twelve turbines by the sea need packs of 20 to 40 kWh for their controls that stand salty air and 45 °C and are replaced on the tower. We would try them on two towers for six months.",
      needs: ["PILOT", "CO_DEVELOPMENT"],
      words: "pin, ăn mòn, hơi mặn",
      productCodes: "21-S18",
      ...{ trlFrom: "7", trlTo: "9", provinceCodes: ["56", "96"] },
    },
    interests: [],
  },
  {
    by: "ben-say",
    daysAgo: 78,
    openFor: 60,
    words: {
      kind: "NEED",
      title_vi: "Cần máy đo độ ẩm hạt cầm tay đọc được lúa vừa gặt",
      title_en: "Hand-held grain moisture meter for freshly cut paddy",
      text_vi:
        "Trạm khuyến nông cần 30 máy đo ẩm từ 18 đến 34 %, sai số dưới 0,5 điểm, chịu được mưa. Máy nhập đang dùng chỉ đúng với hạt đã phơi.",
      text_en:
        "Thirty meters for 18 to 34% moisture, within half a point and rain-proof; the imported ones are right for dried grain only.",
      needs: ["SALE", "PILOT"],
      words: "độ ẩm hạt, lúa",
      productCodes: "21-S15",
      ...{ trlFrom: "7", trlTo: "9", fordCode: "2.11" },
    },
    interests: [
      {
        by: "cau-vong",
        daysAgo: 44,
        message: "Mạch đo điện dung của chúng tôi đọc đến 30 %; muốn đo đến 34 % thì cần ba tháng hiệu chuẩn lại.",
        answer: {
          daysAgo: 39,
          outcome: "DECLINED",
          text: "Vụ này không chờ được ba tháng; mời Công ty trở lại vào vụ sau.",
        },
      },
    ],
  },
  {
    by: "luy-tre",
    daysAgo: 62,
    openFor: 45,
    renewed: { daysAgo: 19, openFor: 29 },
    words: {
      kind: "NEED",
      title_vi: "Cần mô-đun mã hóa bằng phần cứng cho tủ điều khiển trạm bơm",
      title_en: "Hardware encryption module for pump-station controllers",
      text_vi:
        "Cần mô-đun cắm vào khe mở rộng sẵn có, ký và kiểm mọi lệnh đóng mở van, chạy được ở 60 °C. Nhận cùng phát triển bản đầu với nhóm có chip đã chế thử.",
      text_en:
        "A module for the spare slot that signs and checks every valve command and works at 60 °C. We would develop the first version with a team whose chip exists.",
      needs: ["CO_DEVELOPMENT", "LICENCE"],
      words: "mã hóa, an ninh mạng, trạm bơm",
      productCodes: "21-S09",
      ...{ trlFrom: "5", trlTo: "8", fordCode: "2.2" },
    },
    interests: [],
  },
];
