import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Texts } from "#app/platform/languages/texts.ts";
import type { VersionedDocument } from "#search/document.ts";
import { versioned } from "#search/engines/postgres-write.server.ts";
import type { SearchPage, SearchQuery } from "#search/port.ts";
import { documentOf } from "#test/search/library.ts";

type Asked = Partial<Omit<SearchQuery, "query">> & { literal?: boolean };

/** The engine as a test speaks to it. */
type Use = {
  put: (documents: VersionedDocument[]) => Promise<void>;
  remove: (...codes: string[]) => Promise<void>;
  ask: (typed: string, asked?: Asked) => Promise<SearchPage>;
  codes: (typed: string, asked?: Asked) => Promise<string[]>;
};

/** What can be said otherwise is found alike on both engines. */
export function knowsOtherWords({ put, remove, ask, codes }: Use): void {
  describe("other words for the same", () => {
    const shelf: [code: string, title: Texts][] = [
      ["KQ-2026-0801", { vi: "Máy bay không người lái rải phân" }],
      ["KQ-2026-0802", { en: "Drone for counting storks" }],
      ["KQ-2026-0803", { vi: "UAV đo tán rừng" }],
      ["KQ-2026-0804", { vi: "Người lái máy bay và giấc ngủ" }],
      ["KQ-2026-0811", { vi: "Giống lúa ngắn ngày" }],
      ["KQ-2026-0812", { vi: "Tơ lụa nhuộm củ nâu" }],
      ["KQ-2026-0813", { en: "Rice husk gasifier", fr: "Gazéifieur de balle de riz" }],
      ["KQ-2026-0821", { vi: "Trí tuệ nhân tạo đọc phim phổi" }],
      ["KQ-2026-0822", { en: "AI that reads old land registers" }],
      ["KQ-2026-0823", { vi: "Ai trồng cây này" }],
    ];
    beforeAll(() => put(shelf.map(([code, title]) => versioned(documentOf(code, { title })))));
    afterAll(() => remove(...shelf.map(([code]) => code)));
    const drones = ["KQ-2026-0801", "KQ-2026-0802", "KQ-2026-0803"];

    test("what can be said otherwise is found in any of three languages, the very words first", async () => {
      for (const typed of ["drone", "UAV", "may bay khong nguoi lai", "máy bay không người lái", "aéronef sans pilote"])
        expect((await codes(typed)).toSorted(), typed).toEqual(drones);
      expect((await codes("drone"))[0]).toBe("KQ-2026-0802");
      expect((await codes("uav"))[0]).toBe("KQ-2026-0803");
      expect((await codes("máy bay không người lái"))[0]).toBe("KQ-2026-0801");
      expect(await codes("drone rừng")).toEqual(["KQ-2026-0803"]);
      expect((await ask("drone", { filters: { type: ["initiative"] } })).total).toBe(0);
    });

    test("what was mistyped is found in other words as well, also where no text has the word itself", async () => {
      for (const typed of ["drones", "dronnes", "unmaned aerial vehicle", "aeronef sans pilotte"])
        expect((await codes(typed)).toSorted(), typed).toEqual(drones);
      expect(await codes("unmaned aerial vehicle", { literal: true })).toEqual([]);
      expect((await codes("bettery")).toSorted()).toEqual((await codes("battery")).toSorted());
    });

    test("other tones are another word, unless the word was typed without any", async () => {
      const rice = await codes("rice");
      expect(rice).toEqual(expect.arrayContaining(["KQ-2026-0811", "KQ-2026-0813"]));
      expect(rice).not.toContain("KQ-2026-0812");
      expect((await codes("lúa"))[0]).toBe("KQ-2026-0811");
      expect((await codes("lụa"))[0]).toBe("KQ-2026-0812");
      const either = ["KQ-2026-0811", "KQ-2026-0812", "KQ-2026-0813"];
      expect(await codes("lua")).toEqual(expect.arrayContaining(either));
    });

    test("AI in capitals is no Vietnamese question", async () => {
      expect((await codes("AI")).slice(0, 2).toSorted()).toEqual(["KQ-2026-0821", "KQ-2026-0822"]);
      expect(await codes("trí tuệ nhân tạo")).toEqual(["KQ-2026-0821", "KQ-2026-0822"]);
    });

    test("in quotation marks, to the letter and behind a minus a word is itself alone", async () => {
      expect(await codes('"drone"')).toEqual(["KQ-2026-0802"]);
      expect(await codes("drone", { literal: true })).toEqual(["KQ-2026-0802"]);
      expect(await codes("uav -drone")).not.toContain("KQ-2026-0802");
    });
  });
}
