import type { Recognition, ResultAudience } from "#app/domain/results/profile/audience.ts";

/** What some results of the demonstration show beyond the usual, by their Vietnamese titles. */
export type Profile = {
  /** what its drawn pictures are said to show, and the titles of its documents */
  pictures?: string[];
  documents?: string[];
  audience?: ResultAudience;
  recognition?: Recognition[];
  /** of its first right: names and shares in ppm that make the whole */
  owners?: [name: string, ppm: number][];
};

export const PROFILES: Record<string, Profile> = {
  "Màng lọc nano từ vỏ trấu cho giếng nhiễm asen": {
    pictures: [
      "Tranh vẽ minh họa: ba nhà dùng chung một cụm màng lọc ở Bến Mơ",
      "Tranh vẽ minh họa: ba nhà sau khi thay mô-đun lọc",
    ],
    documents: ["Hướng dẫn rửa ngược và thay mô-đun lọc (bản minh họa)"],
    audience: {
      audiences: ["SMALL_ENTERPRISE", "COOPERATIVE", "STATE_BODY", "COMMUNITY"],
      needs: ["LICENCE", "JOINT_VENTURE", "PILOT"],
      marketAreas: ["PROVINCE", "VIETNAM", "ASEAN", "SOUTH_ASIA"],
      competitiveAdvantage:
        "So với lọc bằng cát mangan, màng giữ được asen hóa trị ba mà không cần oxy hóa trước; rửa ngược bằng nước sạch, không có bùn hóa chất. Chi phí vật liệu cho một mét khối nước bằng khoảng 40 % màng nhập.",
      marketSegment:
        "Tổ cấp nước thôn và hợp tác xã dùng giếng khoan 200 đến 2.000 hộ; hộ gia đình ở vùng nước ngầm nhiễm asen.",
    },
    recognition: [
      {
        award: "Giải Nhì, hạng mục Nước sạch nông thôn",
        body: "Hội thi Sáng kiến Lam Giang (minh họa)",
        onDate: "2025-10-10",
        reference: "QĐ 17/HT-MH",
      },
    ],
    owners: [
      ["Viện Vật liệu Đá Cuội", 600_000],
      ["Trường Đại học Sông Mây (minh họa)", 400_000],
    ],
  },
  "Bộ pin lithi sắt phốt phát chịu hơi mặn cho trạm bơm nông nghiệp": {
    pictures: ["Tranh vẽ minh họa: ba trạm bơm dùng bộ pin ở Cửa Vịnh"],
    audience: {
      audiences: ["ENTERPRISE", "STATE_BODY", "INVESTOR"],
      needs: ["SALE", "CO_DEVELOPMENT", "MARKET"],
      marketAreas: ["VIETNAM", "ASEAN"],
      competitiveAdvantage: "Tháo từng khay để sửa tại trạm; sau 720 giờ phun muối điện trở tiếp xúc tăng dưới 5 %.",
      marketSegment: "Công ty khai thác thủy nông và trạm bơm ven biển từ 20 đến 200 kWh.",
    },
  },
  "Tủ lưu trữ điện mặt trời 10 kWh cho nhà dân vùng sâu": {
    pictures: ["Tranh vẽ minh họa: ba nhà dùng chung một tủ lưu trữ"],
  },
  "Thiết bị lặn không dây khảo sát chân cọc điện gió ngoài khơi": {
    pictures: ["Tranh vẽ minh họa: ba trạm trên bờ của đội khảo sát"],
  },
  "Camera đếm tôm giống xử lý ngay tại bể": {
    pictures: ["Tranh vẽ minh họa: ba trại giống có lắp camera"],
  },
};
