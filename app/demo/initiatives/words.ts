/** What intake asks for, two items at a time. */
export const MISSING = [
  [
    { field: "solution", message: "Thêm bản vẽ mặt cắt và kích thước chính của thiết bị." },
    { field: "files", message: "Gửi kèm số liệu thử gần nhất, có ngày và nơi đo." },
  ],
  [
    { field: "requestedFunding", message: "Tách phần mua sắm và phần nhân công trong kinh phí đề nghị." },
    { field: "team", message: "Ghi rõ phần việc của từng tác giả." },
  ],
  [
    { field: "novelty", message: "Nêu ít nhất một giải pháp tương tự đã có và chỗ khác với giải pháp đó." },
    { field: "ipOwnership", message: "Nêu bên giữ quyền khi có nhiều đơn vị cùng làm." },
  ],
] as const satisfies readonly (readonly { field: string; message: string }[])[];

export const COMMENTS = {
  high: [
    "Lập luận rõ, số liệu kèm theo đủ để kiểm tra lại từng bước.",
    "Cách làm vừa sức địa phương, chi phí hợp lý; nên công bố số liệu thử.",
    "Điểm mới được so sánh thẳng thắn với cách làm hiện nay.",
    "Kế hoạch thử có địa chỉ và có người chịu trách nhiệm rõ ràng.",
  ],
  low: [
    "Kết luận đi xa hơn bằng chứng đã nộp; cần thêm số liệu độc lập.",
    "Phần an toàn mới dừng ở mô tả, chưa có kết quả thử.",
    "Chưa rõ ai vận hành sau khi hết kinh phí.",
    "So sánh với giải pháp đang có còn sơ lược.",
  ],
} as const;

export const FORM_REFUSAL = {
  DUPLICATE: "Nội dung trùng với một hồ sơ mà chính nhóm này đã nộp trước đó; hồ sơ trước vẫn đang được xem xét.",
  OUT_OF_SCOPE: "Hồ sơ đề nghị mua sắm thiết bị có sẵn trên thị trường, không nêu giải pháp mới để đánh giá.",
} as const;

/** What the experts of the council know of: fields of science, and products of the catalogue in force. */
export const KNOWLEDGE = [
  { fordCodes: ["2.2", "1.2"], productCodes: ["21-S17"] },
  { fordCodes: ["2.3", "2.5"], productCodes: ["21-S13"] },
  { fordCodes: ["2.7", "1.5"], productCodes: [] },
  { fordCodes: ["3.3", "6.2"], productCodes: ["21-S02"] },
  { fordCodes: ["4.1", "4.4"], productCodes: ["21-S15", "21-S20"] },
  { fordCodes: ["5.3", "2.6"], productCodes: [] },
] as const;

/** What proposers say to the items that intake returned, by field. */
export const ANSWERS: Record<string, string> = {
  solution: "Bản vẽ mặt cắt nằm ở trang 4 của thuyết minh kỹ thuật; kích thước chính là 420 × 260 × 180 mm.",
  files: "Số liệu thử ngày 12 và 13 tháng trước, đo tại hai điểm, đã nằm trong phụ lục 2 của thuyết minh.",
  requestedFunding: "Mua sắm chiếm 62 % kinh phí, nhân công 30 %, thử nghiệm 8 %; chi tiết ở bảng 3 của thuyết minh.",
  team: "Tác giả thứ nhất thiết kế, tác giả thứ hai chế tạo; cả nhóm cùng thử nghiệm tại chỗ.",
  novelty: "Giải pháp gần nhất là phao đo có pin mặt trời; phần so sánh nằm ở trang 2 của thuyết minh.",
  ipOwnership: "Đơn vị chủ trì giữ quyền, đơn vị phối hợp được dùng miễn phí trong mười năm.",
  other: "Nội dung đã được bổ sung trong thuyết minh kỹ thuật.",
};
