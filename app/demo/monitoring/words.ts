/** What the Front asks and finds in the demonstration. */
export const RESULTS_CAMPAIGN = {
  title_vi: "Giám sát việc đưa kết quả công nghệ chiến lược vào sử dụng",
  title_en: "Monitoring the use of strategic-technology results",
  title_fr: "Suivi de l’utilisation des résultats de technologies stratégiques",
  question_vi: "Kết quả đã công bố có thật sự được dùng như tổ chức chủ trì báo cáo không?",
  question_en: "Are published results really in use as their hosts report?",
  question_fr: "Les résultats publiés sont-ils réellement utilisés comme l’annoncent leurs porteurs ?",
  scope_vi:
    "Các kết quả đã công bố trên cổng trước ngày chốt tập hợp. Xem việc sử dụng thật, hợp đồng, hồ sơ nghiệm thu; không chấm lại chất lượng khoa học.",
  legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 25 và Điều 26",
  method: "OGP",
} as const;

export const INITIATIVES_CAMPAIGN = {
  title_vi: "Giám sát việc trả lời người nộp sáng kiến",
  title_en: "Monitoring the answers to those who submit initiatives",
  title_fr: "Suivi des réponses aux auteurs d’initiatives",
  question_vi: "Người nộp sáng kiến có nhận được câu trả lời đúng hạn và nêu rõ lý do không?",
  question_en: "Do those who submit an initiative get an answer in time, with its reasons?",
  question_fr: "Les auteurs d’initiatives reçoivent-ils une réponse motivée dans les délais ?",
  scope_vi: "Các sáng kiến đã công khai trên cổng. Xem thời hạn, lý do và cách trả lời của các cơ quan.",
  legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 26",
  method: "DESK",
} as const;

export const PLAN = {
  title_vi: "Giám sát việc thực hiện thỏa thuận Ba Nhà",
  question_vi: "Các bên có góp vốn và chia lợi nhuận đúng như đã ký không?",
  scope_vi: "Các dự án Ba Nhà đã ký thỏa thuận và công khai trên cổng.",
  legalBasis: "Luật Mặt trận Tổ quốc Việt Nam, Điều 26",
  method: "VISIT",
} as const;

export const DECLARATION =
  "Tôi không công tác, không góp vốn, không nhận thù lao tại bất kỳ bên được giám sát nào trong ba năm qua.";

export const RATIONALES = [
  "Hợp đồng và biên bản nghiệm thu khớp với báo cáo; đến nơi thấy thiết bị đang chạy.",
  "Có hợp đồng, nhưng biên bản nghiệm thu mới ở phần đầu; chưa thấy nơi dùng thứ hai.",
  "Tài liệu của tổ chức nêu đã dùng, nhưng không xuất trình được hợp đồng hay biên bản nào.",
] as const;

export const EVIDENCE = [
  { title: "Biên bản kiểm tra tại chỗ", reference: "Hồ sơ đợt giám sát, tờ 3", grade: "A" as const },
  { title: "Báo cáo sử dụng của tổ chức chủ trì", reference: "Phụ lục 2", grade: "B" as const },
];

export const FINDINGS = [
  {
    title: "Báo cáo ghi đã sử dụng, hồ sơ chưa chứng minh được",
    criteria: "Kết quả báo là đã đưa vào sử dụng phải có hợp đồng hoặc biên bản nghiệm thu để ai cũng kiểm được.",
    condition: "Tổ chức chủ trì báo hoàn thành, nhưng chỉ xuất trình được tài liệu do chính mình lập.",
    cause: "Mẫu báo cáo không buộc nêu số hợp đồng hay biên bản, và không ai đối chiếu trước khi gửi.",
    effect: "Người đọc tin một kết quả đã có trên thị trường trong khi nơi mua chưa thể dùng.",
    severity: "MAJOR",
    recommendation: "Bổ sung hợp đồng hoặc biên bản nghiệm thu cho từng nơi sử dụng đã nêu, hoặc sửa lại báo cáo.",
  },
  {
    title: "Số liệu sử dụng không ghi ngày chốt",
    criteria: "Mỗi con số về sử dụng phải có ngày, để so được giữa các kỳ.",
    condition: "Ba trong số các báo cáo được xem nêu số nơi sử dụng mà không có ngày chốt số.",
    cause: "Hướng dẫn nội bộ của tổ chức chủ trì không nhắc đến ngày chốt.",
    effect: "Không biết kết quả đang được dùng rộng thêm hay thu hẹp lại.",
    severity: "MINOR",
    recommendation: "Ghi ngày chốt số bên cạnh mỗi con số về sử dụng trong báo cáo kỳ tới.",
  },
] as const;

export const OBJECTION =
  "Chúng tôi có một hợp đồng đã ký với nơi mua thứ nhất (số 07/2026), gửi kèm; phát hiện ghi là không có tài liệu nào của bên mua.";
export const OBJECTION_ANSWER = "Đã xem hợp đồng số 07/2026 và gọi hỏi bên mua: đúng như tổ chức nêu.";
export const CORRECTED_CONDITION =
  "Tổ chức chủ trì báo hoàn thành. Một nơi sử dụng có hợp đồng (số 07/2026); các nơi khác chỉ có tài liệu do chính tổ chức lập.";

export const ANSWER = {
  acceptance: "PARTIALLY",
  reason: "Một nơi sử dụng là hợp đồng thử nghiệm đã kết thúc, chúng tôi không còn biên bản gốc.",
  plan: "Bổ sung biên bản của hai nơi đang dùng; sửa báo cáo, bỏ nơi đã kết thúc thử nghiệm.",
} as const;

export const EXPLANATION =
  "Chúng tôi tính cả hợp đồng thử nghiệm. Từ kỳ báo cáo tới, phần thử nghiệm được ghi riêng, không gộp vào phần đã sử dụng.";

export const ROUND = {
  summary: {
    vi: "Đoàn đã xem bốn kết quả trong mẫu. Ba kết quả có hợp đồng hoặc biên bản chứng minh đang được dùng; một kết quả mới chỉ có tài liệu do chính tổ chức chủ trì lập.",
    en: "The team looked at the four results of the sample. Contracts or minutes prove that three are in use; of one there are only papers of its own host.",
    fr: "L’équipe a examiné les quatre résultats de l’échantillon. Des contrats ou procès-verbaux prouvent que trois sont utilisés ; pour un seul, il n’y a que des documents de son porteur.",
  },
  questions: [
    {
      vi: "Bạn có thấy kết quả nào trong mẫu đang được dùng, hoặc không còn được dùng, ở nơi bạn làm việc không?",
      en: "Do you see any of these results in use, or no longer in use, where you work?",
      fr: "Voyez-vous l’un de ces résultats utilisé, ou abandonné, là où vous travaillez ?",
    },
    { vi: "Báo cáo nên nói thêm điều gì để người dân tự kiểm được?" },
  ],
};

export const PUBLIC_COMMENTS = [
  "Báo cáo nên ghi rõ nơi đang dùng và ngày nghiệm thu của từng nơi, để người ở đó tự đối chiếu được.",
  "Chúng tôi đang thu lại biên bản của hai nơi sử dụng, đề nghị ghi rõ là chưa xuất trình chứ không phải không có.",
  "Muốn hỏi rõ thì gọi thẳng cho người phụ trách theo số máy riêng của anh ấy, ở cuối thư này.",
] as const;

export const WITHHOLDING_REASON = "Đưa số điện thoại riêng của một người không liên quan đến việc công.";

export const PUBLIC_ANSWER = {
  outcome: "PARTLY",
  text: "Phụ lục của báo cáo ghi nơi dùng và ngày nghiệm thu nếu có hồ sơ. Phần thực trạng đã nói là chưa xuất trình; khi nhận được biên bản, Mặt trận ghi vào phần theo dõi kiến nghị.",
} as const;

export const VISIT = {
  place: "Xưởng lắp ráp của nơi sử dụng, xã Lam Giang",
  met: ["Phó giám đốc kỹ thuật", "Tổ trưởng tổ vận hành"],
  seen: "Ba máy lắp theo kết quả đã công bố đang chạy. Sổ vận hành ghi đủ từ ngày nghiệm thu; một máy có biên bản bảo trì, hai máy chưa có.",
  agreed: "Nơi sử dụng gửi bản sao sổ vận hành và biên bản bảo trì trong mười lăm ngày.",
} as const;

export const PHOTOGRAPH = {
  caption: "Nơi sử dụng lúc đoàn đến (hình vẽ thay ảnh, dữ liệu mẫu)",
  alt: "Hình vẽ ba nhà mái đỏ đứng cạnh nhau, tường xanh dương, xanh lá và vàng",
} as const;

export const INTERVIEW = {
  withPost: "Tổ trưởng tổ vận hành",
  summary:
    "Máy chạy hai ca mỗi ngày từ khi nghiệm thu. Tổ đã được tập huấn một lần; muốn có thêm tài liệu sửa chữa bằng tiếng Việt.",
} as const;

export const OPINION = {
  title: "Người dùng nói gì về các kết quả đã công bố",
  channel: "SURVEY",
  method:
    "Phiếu hỏi gửi ngẫu nhiên cho người làm việc ở các nơi sử dụng trong mẫu; Mặt trận xã phát và thu phiếu. Không hỏi người của tổ chức chủ trì.",
  question: "Ở nơi bạn làm việc, kết quả này đang được dùng thế nào?",
  n: 164,
  figures: [
    { label: "Dùng hằng ngày", count: 87 },
    { label: "Thỉnh thoảng mới dùng", count: 46 },
    { label: "Đã thôi dùng", count: 21 },
    { label: "Chưa bao giờ dùng", count: 10 },
  ],
  source: "Phiếu hỏi của Mặt trận, đợt hỏi thứ nhất (dữ liệu mẫu)",
  summary:
    "Phần lớn người được hỏi dùng hằng ngày hoặc thỉnh thoảng. Ai đã thôi dùng thường nêu lý do thiếu tài liệu sửa chữa.",
} as const;

export const SUBJECT_OPINION = {
  title: "Người dùng kết quả này nói gì ở ba cuộc họp xã",
  channel: "MEETING",
  method:
    "Mặt trận ba xã mời người đang dùng hoặc từng dùng kết quả; ai đến thì hỏi, không rút ngẫu nhiên. Đại diện tổ chức chủ trì không dự.",
  question: "Điều gì gây khó khi dùng kết quả này?",
  n: 38,
  several: true,
  figures: [
    { label: "Thiếu tài liệu sửa chữa", count: 21 },
    { label: "Phụ tùng đến chậm", count: 14 },
    { label: "Không gặp khó", count: 9 },
  ],
  source: "Biên bản ba cuộc họp xã (dữ liệu mẫu)",
  summary: "Hơn nửa số người dự nói thiếu tài liệu sửa chữa; vài người nêu cả hai điều đầu.",
} as const;

/** What the central body shares with the bodies below it. */
export const TEMPLATE = {
  reach: "BELOW",
  copiedFrom: "",
  name_vi: "Giám sát việc trả lời người nộp sáng kiến",
  name_en: "Monitoring the answers to those who submit initiatives",
  name_fr: "Suivi des réponses aux auteurs d’initiatives",
  questions: [
    "Người nộp có nhận được câu trả lời trong hạn công khai không?",
    "Câu trả lời có nêu lý do và căn cứ mà người nộp kiểm lại được không?",
    "Nếu chậm, cơ quan có nói trước và nói ai đang giữ hồ sơ không?",
  ].join("\n"),
  guidance:
    "Chấm Hoàn thành khi cả ba câu đều có và có chứng cứ hạng A hoặc B. Chấm Hạn chế khi có trả lời nhưng không có lý do.",
  checklist: ["Sổ đến của bộ phận tiếp nhận", "Văn bản trả lời đã gửi", "Gọi cho người nộp, hỏi ngày nhận được"].join(
    "\n",
  ),
  findings: [
    {
      title: "Trả lời muộn, không nêu lý do",
      article: "Nghị quyết 57-NQ/TW, mục III.2",
      criteria: "Cơ quan tiếp nhận trả lời trong thời hạn công khai và nêu rõ lý do.",
    },
  ],
} as const;

/** With what the central body looks at results in use. */
export const RESULTS_TEMPLATE = {
  reach: "ALL",
  copiedFrom: "",
  name_vi: "Kết quả có thật sự được dùng không",
  name_en: "Whether results are really in use",
  name_fr: "Les résultats sont-ils réellement utilisés ?",
  questions: [
    "Nơi sử dụng có hợp đồng hoặc biên bản nghiệm thu cho người ngoài xem không?",
    "Đến tận nơi có thấy kết quả đang chạy không?",
    "Mỗi con số về sử dụng trong báo cáo có ghi ngày chốt không?",
  ].join("\n"),
  guidance:
    "Chấm Hoàn thành khi hai câu đầu đều có, với chứng cứ hạng A. Chấm Hạn chế khi chỉ có giấy tờ do chính tổ chức chủ trì lập.",
  checklist: ["Biên bản nghiệm thu", "Sổ vận hành", "Hỏi người đang dùng"].join("\n"),
  findings: [
    {
      title: "Báo cáo ghi đã sử dụng, hồ sơ chưa chứng minh được",
      article: "Nghị quyết 57-NQ/TW, mục III.5",
      criteria: "Kết quả báo là đã đưa vào sử dụng phải có hợp đồng hoặc biên bản nghiệm thu để ai cũng kiểm được.",
    },
  ],
} as const;

/** What a reader answers to the three questions of either template, by how far they see a subject come. */
export const TEMPLATE_ANSWERS = {
  COMPLETE: [
    { answer: "YES", note: "" },
    { answer: "YES", note: "Xem tận nơi, có người đang làm việc với kết quả." },
    { answer: "PARTLY", note: "Hai trong ba con số có ngày chốt." },
  ],
  SUBSTANTIAL: [
    { answer: "PARTLY", note: "Mới có biên bản của phần đầu." },
    { answer: "YES", note: "" },
    { answer: "PARTLY", note: "Hai trong ba con số có ngày chốt." },
  ],
  LIMITED: [
    { answer: "NO", note: "Chỉ có giấy tờ do chính tổ chức lập." },
    { answer: "UNKNOWN", note: "Nơi được nêu tên không trả lời hai lần hẹn." },
    { answer: "NO", note: "Không con số nào có ngày." },
  ],
} as const;
