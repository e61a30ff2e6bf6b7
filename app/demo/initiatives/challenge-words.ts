/** What bodies of the demonstration ask for. */
export const CHALLENGES = {
  open: {
    title: "Báo trước 48 giờ xâm nhập mặn ở từng cống lấy nước",
    problem:
      "Mỗi mùa khô, người vận hành các cống phải quyết định mở hay đóng khi chỉ có số đo ở cửa sông, cách cống xa nhất bốn mươi cây số. Ba mùa gần đây có mười một lần lấy phải nước mặn, thiệt hại lúa ở sáu xã. Các mô hình hiện có chạy chậm và cần số liệu mà địa phương không có.",
    criteria:
      "Sai số độ mặn dưới 0,5 g/l trước 48 giờ ở ít nhất tám trên mười lần; chạy được trên một máy tính thường; người vận hành dùng được sau một buổi tập huấn.",
  },
  answered: {
    title: "Sấy chè bằng phế phẩm tại chỗ, không dùng than",
    problem:
      "Các lò sấy chè trong khu thử nghiệm dùng than đá, chi phí nhiên liệu bằng một phần ba giá thành và khói ảnh hưởng đến vườn ươm bên cạnh. Cành đốn và bã chè mỗi năm hơn bốn trăm tấn đang bỏ không.",
    criteria:
      "Giảm ít nhất ba mươi phần trăm chi phí nhiên liệu; bụi dưới mức quy chuẩn; chất lượng chè khô không thấp hơn mẻ đối chứng.",
  },
  unanswered: {
    title: "Tìm cáp ngầm bị đứt mà không phải đào dò",
    problem:
      "Mỗi lần đứt cáp ngầm ở khu phố cũ, đội sửa chữa phải đào dò từ ba đến bảy hố mới gặp chỗ hỏng, vì bản vẽ cũ sai lệch và nền đất lẫn nhiều lớp gạch. Thời gian mất dịch vụ trung bình mười chín giờ.",
    criteria:
      "Chỉ ra chỗ đứt với sai số dưới hai mét trong vòng hai giờ; dùng được trên vỉa hè có người đi lại; không cần cắt điện khu vực.",
  },
  statement:
    "Sáng kiến được chọn đạt cả ba tiêu chí khi thử tại khu thử nghiệm. Ban Quản lý sẽ đưa vào kế hoạch nâng cấp các lò sấy của năm sau và công bố số liệu vận hành hằng quý.",
} as const;
