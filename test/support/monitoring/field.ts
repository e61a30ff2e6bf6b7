import sharp from "sharp";
import type { InterviewInput, VisitInput } from "#app/domain/monitoring/field-work/field-work.schema.ts";
import type { Front } from "./front.ts";

/** Minutes of a visit by both members of the team, to be public. */
export function aVisit(front: Front, unitId: string): VisitInput {
  return {
    ...{ unitId, onDay: "2026-11-02", place: "Nhà máy cơ khí Lam Giang", language: "vi", isPublic: true },
    met: ["Phó giám đốc kỹ thuật", "Tổ trưởng tổ lắp ráp"],
    present: [front.monitor.personId, front.second.personId],
    seen: "Dây chuyền đang chạy, có ba máy lắp theo kết quả đã công bố; sổ vận hành ghi đủ ba tháng.",
    agreed: "Nhà máy gửi bản sao sổ vận hành trong tháng.",
  };
}

export const SAID = "Máy chạy từ tháng tám, mỗi ngày hai ca, chưa phải dừng lần nào vì hỏng.";

/** An interview that may be recorded and quoted, without a name. */
export function anInterview(unitId: string): InterviewInput {
  return {
    ...{ unitId, onDay: "2026-11-02", withPost: "Tổ trưởng tổ lắp ráp", language: "vi", summary: SAID, name: null },
    ...{ consentRecorded: true, consentQuoted: true, consentNamed: false },
  };
}

/** A small JPEG drawn here, with what a camera writes into it: its make, who held it, when and where. */
export function aPicture(shade = 60): Promise<Buffer> {
  return sharp({ create: { width: 80, height: 60, channels: 3, background: { r: shade, g: 120, b: 160 } } })
    .withExif({
      IFD0: { Make: "Máy ảnh mẫu", Artist: "Người chụp mẫu" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 1/1 40/1" },
    })
    .jpeg()
    .toBuffer();
}
