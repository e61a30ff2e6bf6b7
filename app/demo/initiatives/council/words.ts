/** What is said where a council does not agree, a member leaves, a decision is sealed or corrected, or somebody appeals. */
export const COUNCIL_WORDS = {
  apart: [
    "Tính mới rõ: chưa nơi nào đo theo cách này, và số liệu đối chứng kèm theo đủ để kiểm tra lại.",
    "Đã có giải pháp gần giống ở hai tỉnh; hồ sơ chưa nói chỗ khác, nên chỉ chấm ở mức trung bình.",
    "Ý tưởng cũ, phần mới nằm ở cách tổ chức; chưa có phép so sánh nào với cách làm hiện nay.",
  ],
  again: [
    "Sau khi đọc các nhận xét khác, giữ đánh giá tốt nhưng hạ điểm vì phần so sánh còn thiếu một giải pháp.",
    "Nhận xét của vòng một chỉ ra số liệu đối chứng ở phụ lục; nâng điểm vì phần mới đã được chứng minh.",
    "Chấp nhận lập luận về cách đo; phần tổ chức vẫn cần làm rõ nên chấm ở mức khá.",
  ],
  recusal: "Vừa nhận lời hướng dẫn luận án cho một thành viên của nhóm tác giả nên không tiếp tục chấm.",
  corrected:
    "Quyết định trước ghi nhầm số vụ đã chạy thử; con số đúng là hai vụ, số liệu vỡ hạt được đo lại độc lập ở cả hai vụ và khớp. Kết luận chấp nhận không thay đổi.",
  appeal:
    "Quyết định từ chối nói thiếu số liệu, nhưng số liệu ấy nằm ở phụ lục 2 của thuyết minh và đã được gửi cùng hồ sơ từ đầu. Đề nghị một hội đồng khác đọc lại phụ lục này.",
  votes: [
    "Đã đọc lại phụ lục 2: số liệu có đủ ngày, nơi đo và cách đo, hội đồng trước không nhắc đến.",
    "Số liệu có nhưng chỉ đo ở một nơi; điều đó là chuyện chấm điểm, không phải lý do để bỏ qua.",
    "Phụ lục có thật, tuy vậy mẫu đo quá ít so với điều kiện vận hành mà hồ sơ hứa.",
  ],
  reopened:
    "Hội đồng phúc tra thấy phụ lục 2 đã có trong hồ sơ khi quyết định, mà phần lý do không nói tới. Sáng kiến được đánh giá lại từ đầu bởi một hội đồng mới.",
  upheld:
    "Hội đồng phúc tra đã đọc phụ lục 2: số liệu có nhưng chưa trả lời lý do chính của việc từ chối. Quyết định từ chối được giữ nguyên.",
} as const;
