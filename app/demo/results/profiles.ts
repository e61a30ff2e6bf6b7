/** What some results of the demonstration show beyond the usual, by their Vietnamese titles. */
export type Profile = {
  /** what its drawn pictures are said to show, and the titles of its documents */
  pictures?: string[];
  documents?: string[];
};

export const PROFILES: Record<string, Profile> = {
  "Màng lọc nano từ vỏ trấu cho giếng nhiễm asen": {
    pictures: [
      "Tranh vẽ minh họa: ba nhà dùng chung một cụm màng lọc ở Bến Mơ",
      "Tranh vẽ minh họa: ba nhà sau khi thay mô-đun lọc",
    ],
    documents: ["Hướng dẫn rửa ngược và thay mô-đun lọc (bản minh họa)"],
  },
  "Bộ pin lithi sắt phốt phát chịu hơi mặn cho trạm bơm nông nghiệp": {
    pictures: ["Tranh vẽ minh họa: ba trạm bơm dùng bộ pin ở Cửa Vịnh"],
  },
};
