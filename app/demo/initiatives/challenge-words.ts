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
    title: "Giúp lính cứu hỏa nhìn được qua khói trong nhà ống",
    problem:
      "Trong nhà ống, khói đặc làm đội cứu hỏa mất phương hướng sau vài mét. Camera nhiệt cầm tay có sẵn trên thị trường đắt, nặng và chiếm một tay; đa số đội cấp xã không có chiếc nào. Năm qua có bốn vụ mà người mắc kẹt chỉ cách lối vào chưa đầy mười mét.",
    criteria:
      "Gắn được lên mũ đang dùng, không chiếm tay; nhìn thấy người sau khói ở tám mét; chịu 200 độ trong hai phút; giá dưới một phần ba thiết bị nhập.",
  },
  unanswered: {
    title: "Tìm cáp ngầm bị đứt mà không phải đào dò",
    problem:
      "Mỗi lần đứt cáp ngầm ở khu phố cũ, đội sửa chữa phải đào dò từ ba đến bảy hố mới gặp chỗ hỏng, vì bản vẽ cũ sai lệch và nền đất lẫn nhiều lớp gạch. Thời gian mất dịch vụ trung bình mười chín giờ.",
    criteria:
      "Chỉ ra chỗ đứt với sai số dưới hai mét trong vòng hai giờ; dùng được trên vỉa hè có người đi lại; không cần cắt điện khu vực.",
  },
  statement:
    "Sáng kiến được chọn đạt cả bốn tiêu chí khi thử trong nhà tập khói của khu thử nghiệm. Ban Quản lý sẽ trang bị thử cho ba đội và công bố số liệu sử dụng hằng quý.",
} as const;
