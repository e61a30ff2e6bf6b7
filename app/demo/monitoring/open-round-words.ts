/** A campaign whose draft lies open now, so that whoever reads the demonstration can comment at once. */
export const LOCAL_CAMPAIGN = {
  title_vi: "Giám sát việc dùng kết quả ở địa phương",
  title_en: "Monitoring the local use of results",
  title_fr: "Suivi de l’utilisation locale des résultats",
  question_vi: "Người ở nơi sử dụng có tự vận hành và sửa chữa được kết quả đã nhận không?",
  question_en: "Can those who use a result run and repair it by themselves?",
  question_fr: "Ceux qui utilisent un résultat peuvent-ils l’exploiter et le réparer eux-mêmes ?",
  scope_vi:
    "Các kết quả đã công bố trên cổng trước ngày chốt tập hợp. Xem việc bàn giao, tập huấn và tài liệu sửa chữa ở nơi sử dụng; không chấm lại chất lượng khoa học.",
  legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 25 và Điều 26",
  method: "VISIT",
} as const;

export const LOCAL_FINDING = {
  title: "Bàn giao mà không có tài liệu sửa chữa bằng tiếng Việt",
  criteria: "Nơi nhận kết quả có tài liệu vận hành và sửa chữa bằng tiếng Việt để tự làm được khi hỏng.",
  condition: "Ở nơi đoàn đến, tổ vận hành chỉ có tài liệu tiếng nước ngoài và số điện thoại của một người.",
  cause: "Hợp đồng bàn giao không nêu tài liệu sửa chữa, nên không ai phải làm.",
  effect: "Máy hỏng phải chờ người của tổ chức chủ trì, có lần mười một ngày.",
  severity: "MODERATE",
} as const;

export const LOCAL_RECOMMENDATION =
  "Gửi tài liệu vận hành và sửa chữa bằng tiếng Việt cho mọi nơi đang dùng kết quả, và ghi điều này vào mẫu hợp đồng bàn giao.";

export const LOCAL_ROUND = {
  summary: {
    vi: "Đoàn đã xem bốn kết quả trong mẫu. Phần lớn đang chạy; ở một nơi, tổ vận hành không có tài liệu sửa chữa bằng tiếng Việt và phải chờ khi máy hỏng.",
    en: "The team looked at four results. Most are running; at one place those who run it have no repair manual in Vietnamese and must wait when it breaks down.",
    fr: "L’équipe a examiné quatre résultats. La plupart fonctionnent ; à un endroit, les opérateurs n’ont pas de manuel de réparation en vietnamien et doivent attendre en cas de panne.",
  },
  questions: [
    {
      vi: "Ở nơi bạn làm việc, khi máy móc hay phần mềm mới nhận bị hỏng, ai sửa và mất bao lâu?",
      en: "Where you work, who repairs new machines or software when they break down, and how long does it take?",
      fr: "Là où vous travaillez, qui répare une machine ou un logiciel récent en panne, et en combien de temps ?",
    },
    {
      vi: "Tài liệu nào giúp bạn tự sửa được?",
      en: "Which documents would let you repair it yourself?",
      fr: "Quels documents vous permettraient de réparer vous-même ?",
    },
  ],
};

export const LOCAL_COMMENT =
  "Ở xưởng chúng tôi cũng vậy: có máy mới mà sổ tay sửa chữa không có bản tiếng Việt, phải đợi người từ thành phố về.";
