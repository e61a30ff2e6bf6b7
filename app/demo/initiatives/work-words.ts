import type { Closing } from "#app/domain/initiatives/implementation/implementation.ts";

export const CHIEF_POSTS = [
  "Trưởng phòng Kỹ thuật",
  "Phó viện trưởng phụ trách nghiên cứu",
  "Giám đốc trung tâm thử nghiệm",
  "Trưởng khoa Cơ điện tử",
  "Phó giám đốc phụ trách sản xuất",
] as const;

export const FUNDINGS = [
  "Dòng 371, dự toán ngân sách 2026",
  "Lời mời hợp tác số 03/2026",
  "Hợp đồng tài trợ số 12/2026 của Quỹ Mái Ngói",
  "Dòng 402, dự toán ngân sách 2026",
] as const;

type Told = { day: number; percent: number; note: string };

/** What an owner reports, days after the decision: the usual way, a fast one, and one that is stuck. */
export const REPORTS: readonly (readonly Told[])[] = [
  [
    { day: 60, percent: 25, note: "Đã lập nhóm thực hiện, đặt mua linh kiện và khảo sát xong hai địa điểm thử." },
    { day: 105, percent: 60, note: "Bản mẫu đầu tiên chạy được bốn tuần; đã sửa hai lỗi về nguồn cấp và che mưa." },
    { day: 165, percent: 100, note: "Đã bàn giao đủ bản mẫu, quy trình vận hành và bộ số liệu cho đơn vị sử dụng." },
  ],
  [
    { day: 48, percent: 40, note: "Kế thừa thiết bị sẵn có nên đi nhanh hơn kế hoạch; đang chạy thử ở quy mô nhỏ." },
    { day: 90, percent: 80, note: "Thử tại hiện trường cho kết quả như thuyết minh; còn phần đào tạo người vận hành." },
    {
      day: 150,
      percent: 100,
      note: "Hoàn thành: hai đơn vị đã tiếp nhận và tự vận hành trong một tháng không có sự cố.",
    },
  ],
  [
    { day: 70, percent: 15, note: "Chậm vì chưa có mặt bằng thử; đã gửi văn bản đề nghị địa phương bố trí." },
    { day: 130, percent: 35, note: "Đã có mặt bằng, đang lắp đặt. Đề nghị bổ sung người phụ trách phần dữ liệu." },
  ],
];

export const CLOSING_WORDS: readonly { closing: Closing; words: string }[] = [
  {
    closing: "CLOSED_STOPPED",
    words:
      "Sau sáu tháng vẫn chưa lắp đặt xong và đơn vị thực hiện đề nghị dừng; phần đã làm được ghi lại để nhóm khác dùng tiếp.",
  },
  {
    closing: "CLOSED_APPLIED",
    words:
      "Đã đến hai nơi đang dùng, xem thiết bị chạy và đối chiếu nhật ký vận hành với biên bản bàn giao. Số liệu khớp với báo cáo; người vận hành tự xử lý được các sự cố thường gặp.",
  },
  {
    closing: "CLOSED_APPLIED",
    words:
      "Đã kiểm tra ngẫu nhiên mười ngày số liệu, đo lại bằng thiết bị độc lập, sai khác trong giới hạn cho phép. Sản phẩm đang được dùng hằng ngày.",
  },
  {
    closing: "CLOSED_NOT_APPLIED",
    words:
      "Bản mẫu đạt yêu cầu kỹ thuật nhưng nơi tiếp nhận đã chọn giải pháp khác có sẵn dịch vụ bảo hành; hồ sơ kỹ thuật được công bố để dùng lại.",
  },
];
