/** What members say in favour. */
export const FOR = [
  "Xã tôi gặp đúng khó khăn này mỗi mùa khô. Giá thành nêu trong hồ sơ vừa sức hợp tác xã, chúng tôi sẵn sàng cho thử tại chỗ.",
  "Hồ sơ nói rõ số đo, nơi đo và ngày đo. Tôi làm nghề này hai mươi năm và thấy cách lập luận đáng tin.",
  "Điểm hay là người vận hành không phải học phần mềm mới. Nên nhân rộng sau khi có số liệu của một mùa đầy đủ.",
  "Sinh viên của chúng tôi có thể tham gia thu số liệu. Đề nghị nhóm tác giả công bố thiết kế thử nghiệm để các trường cùng làm.",
  "Đã xem mô hình chạy tại hội chợ thiết bị của tỉnh: máy gọn, thay phụ tùng được bằng đồ bán sẵn ở chợ huyện.",
] as const;

/** And against. */
export const AGAINST = [
  "Chi phí bảo trì sau năm thứ ba chưa được tính. Nếu không có người giữ máy thì thiết bị sẽ nằm kho như vài dự án trước.",
  "Số liệu mới lấy ở một điểm, một mùa. Chưa nên dùng tiền ngân sách để mở rộng khi chưa có đối chứng độc lập.",
  "Giải pháp phụ thuộc một linh kiện nhập; khi hãng ngừng bán thì cả hệ thống phải thay. Cần phương án thay thế trong nước.",
  "Phần quyền sở hữu chưa rõ khi có bên thứ ba góp dữ liệu. Nên làm rõ trước khi ký bất kỳ thỏa thuận nào.",
] as const;

/** What they ask, of whom, and what they are answered. */
export const QUESTIONS = [
  {
    addressee: "PROPOSER",
    text: "Khi mất điện lưới ba ngày liền thì hệ thống còn ghi được số liệu không, và số liệu cũ có mất không?",
    reply:
      "Pin đi kèm giữ được 21 ngày ở chu kỳ năm phút. Sau đó máy tự chuyển sang ghi mỗi giờ; số liệu nằm trong bộ nhớ tại chỗ nên không mất khi mất điện.",
  },
  {
    addressee: "BODY",
    text: "Cơ quan đang giữ hồ sơ cho biết: số liệu thử của nhóm tác giả có được đơn vị độc lập đo lại trước khi quyết định không?",
    reply:
      "Có. Báo cáo đo lại là một phần của hồ sơ được xem xét; phần tóm tắt được công bố cùng quyết định, trừ số liệu mà nhóm tác giả đề nghị giữ kín.",
  },
  {
    addressee: "PROPOSER",
    text: "Một hợp tác xã nhỏ muốn làm theo thì cần bao nhiêu tiền ban đầu và ai hướng dẫn lắp đặt?",
    reply:
      "Bộ nhỏ nhất khoảng 38 triệu đồng, gồm cả lắp đặt. Chúng tôi có tài liệu hướng dẫn từng bước và một buổi tập huấn trực tiếp cho mỗi nơi dùng lần đầu.",
  },
  {
    addressee: "PROPOSER",
    text: "Kết quả có lặp lại được ở vùng nước lợ không? Số liệu trong hồ sơ chỉ nói về nước ngọt.",
    reply:
      "Chúng tôi mới thử ở độ mặn đến 8 phần nghìn, kết quả lệch dưới 3 %. Cao hơn mức đó thì chưa có số liệu và chúng tôi không khẳng định.",
  },
] as const satisfies readonly { addressee: "PROPOSER" | "BODY"; text: string; reply: string }[];

/** What is reported: the first is hidden, the second waits. */
export const REPORTED = [
  "Cứ gọi thẳng cho kế toán của nhóm, chị L., số nhà và số điện thoại tôi ghi ở đây, mà hỏi tiền mua máy.",
  "Nhân tiện, tỉnh nên sửa con đường liên xã trước khi nói chuyện máy móc.",
] as const;

/** Why it is reported. */
export const REPORTS = [
  "Ý kiến nêu nơi ở và số điện thoại của một người không liên quan.",
  "Nói chuyện đường sá, không nói gì về sáng kiến.",
] as const;

export const HIDING = "Ý kiến nêu thông tin liên lạc riêng của một người; phần còn lại không góp ý cho sáng kiến.";
