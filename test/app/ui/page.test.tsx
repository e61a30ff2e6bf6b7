import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { Frame } from "#app/ui/frame/frame.tsx";
import { areaOf } from "#app/ui/frame/header.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { AppliedFilters, FilterPanel } from "#app/ui/lists/filter-panel.tsx";
import { Highlight } from "#app/ui/lists/highlight.tsx";
import { Pagination, shownPages } from "#app/ui/lists/pagination.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";
import { HouseMark } from "#app/ui/marks/house.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { draw, textOfMarkup } from "#test/app/ui/draw.tsx";

const made = {
  newest: { entryNo: 184_203, hash: "7f3a91c20be4c21eaa", at: "2026-11-21T07:05:12Z" },
  madeAt: "2026-11-21T07:05:20Z",
};

describe("frame", () => {
  const html = draw(
    <Frame demo person={null} path="/initiatives?page=2&q=%22" {...made}>
      <Page crumbs={[{ label: "Sáng kiến", href: "/vi/initiatives" }, { label: "SK-2026-0148" }]}>x</Page>
    </Frame>,
  );

  test("the language switch keeps the place, names each language in itself, and marks the current one", () => {
    expect(html).toContain('<a href="/fr/initiatives?page=2&amp;q=%22" lang="fr" hrefLang="fr">Français</a>');
    expect(html).toContain('lang="vi" aria-current="true">Tiếng Việt</a>');
  });

  test("the skip link leads to main, the area is marked, the page itself is the last crumb", () => {
    expect(html).toContain('href="#main"');
    expect(html).toContain('<main id="main" tabindex="-1">');
    expect(html).toContain('<a href="/vi/initiatives" aria-current="page">Sáng kiến</a>');
    expect(html).toContain('<span aria-current="page">SK-2026-0148</span>');
    expect(areaOf("/search?q=initiatives")).toBeNull();
  });

  test("a page marks the area that it names, where its address lies in another", () => {
    const market = draw(
      <Frame demo={false} person={null} path="/partnerships/calls/HT-2026-0001" area="results" {...made}>
        <Page>x</Page>
      </Frame>,
    );
    expect(market).toContain('<a href="/vi/results" aria-current="page">');
    expect(market).not.toContain('<a href="/vi/partnerships" aria-current');
  });

  test("who is signed in can sign out by a form, who is not can sign in", () => {
    expect(html).toContain('href="/vi/sign-in"');
    const signedIn = draw(
      <Frame demo={false} person={{ name: "Trần <b>", unread: 3, follows: false }} path="" {...made}>
        <Page>x</Page>
      </Frame>,
      "en",
    );
    expect(signedIn).toContain('<form method="post" action="/en/sign-out">');
    expect(signedIn).toContain("Trần &lt;b&gt;");
    expect(signedIn).not.toContain("Demonstration data");
  });

  test("the footer shows the newest entry of the record and when the page was made, in Vietnam's time", () => {
    expect(textOfMarkup(html)).toContain("184.203 · 7f3a 91c2 0be4 c21e · ghi lúc 14:05:12, 21/11/2026");
    expect(textOfMarkup(html)).toContain("14:05, thứ Bảy, 21/11/2026");
  });
});

describe("texts of people", () => {
  test("a text in another language carries its language and a badge", () => {
    expect(draw(<Text of={{ en: "Pump" }} />)).toContain('<span lang="en">Pump</span>');
    expect(draw(<Text of={{ en: "Pump" }} />)).toContain(">EN</abbr>");
    expect(draw(<Text of={{ vi: "Bơm", en: "Pump" }} />)).toBe("Bơm");
    expect(draw(<Text of={{}} />)).toBe("");
    expect(
      draw(
        <Foreign lang="fr" badge={false}>
          x
        </Foreign>,
      ),
    ).toBe('<span lang="fr">x</span>');
  });

  test("matches of a search are marked, and markup in them is text", () => {
    expect(draw(<Highlight text={"a \u0002đất <i>\u0003 & b\u0003 \u0002"} />)).toBe(
      "a <mark>đất &lt;i&gt;</mark> &amp; b ",
    );
    expect(draw(<Highlight text={"\u0002x\u0003\u0002y\u0003"} />)).toBe("<mark>x</mark><mark>y</mark>");
    expect(draw(<Highlight text={"\u0003a\u0002b"} />)).toBe("ab");
  });
});

describe("lists", () => {
  test("page numbers show the ends and the neighbourhood, and never a gap of one", () => {
    expect(shownPages(1, 4)).toEqual([1, 2, 3, 4]);
    expect(shownPages(7, 52)).toEqual([1, null, 6, 7, 8, null, 52]);
    expect(shownPages(4, 52)).toEqual([1, 2, 3, 4, 5, null, 52]);
    expect(shownPages(52, 52)).toEqual([1, null, 50, 51, 52]);
    expect(draw(<Pagination page={1} pages={1} hrefOf={(page) => `?page=${page}`} />)).toBe("");
  });

  test("a filter keeps the query, shows counts, and folds long lists but never what is chosen", () => {
    const options = Array.from({ length: 34 }, (_option, index) => ({
      value: `${index}`,
      label: `Tỉnh ${index}`,
      count: index * 100,
      chosen: index === 20,
    }));
    const html = draw(
      <FilterPanel
        action="/vi/search"
        hidden={{ q: '"><b>', sort: undefined }}
        facets={[{ name: "province", legend: "Tỉnh", options }]}
      />,
    );
    expect(html).toContain('name="q" value="&quot;&gt;&lt;b&gt;"');
    expect(html).not.toContain('name="sort"');
    expect(html.indexOf('value="20" checked')).toBeLessThan(html.indexOf("Thêm 23 mục"));
    expect(textOfMarkup(html)).toContain("3.300");
    expect(draw(<AppliedFilters filters={[{ label: "Năm 2026", href: "?" }]} />)).toContain(
      'aria-label="Bỏ lọc: Năm 2026"',
    );
  });
});

describe("marks", () => {
  test("a clock says its state in words even where the words only count days", () => {
    expect(textOfMarkup(draw(<ClockChip state="soon" days={13} />))).toBe("Sắp đến hạn: Còn 13 ngày");
    expect(textOfMarkup(draw(<ClockChip state="soon" days={0} />, "en"))).toBe("Due soon: Due today");
    expect(textOfMarkup(draw(<ClockChip state="over" days={1} />, "fr"))).toBe("En retard de 1 jour");
    expect(textOfMarkup(draw(<ClockChip state="late" days={4} />))).toBe("Xong muộn 4 ngày");
    expect(textOfMarkup(draw(<ClockChip state="void" />))).toBe("Không còn hiệu lực");
  });

  test("a house alone is told by name too, and what has no house is an ink disc", () => {
    expect(draw(<HouseMark house="SCHOOL" alone />)).toContain('aria-label="Nhà trường"');
    expect(draw(<HouseMark house="OTHER" />)).toBe('<span class="nohouse"></span>');
    expect(shortHash("0be47d19a3f0", 8)).toBe("0be4 7d19");
  });
});

test("no component asks for an inline style or script, which the content policy forbids", () => {
  const files = readdirSync("app/ui", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  // data that no browser runs
  for (const file of files.filter((name) => name !== "frame/json-ld.tsx")) {
    const code = readFileSync(join("app/ui", file), "utf8");
    expect(code, file).not.toMatch(/\sstyle=|dangerouslySetInnerHTML|<script|<style|\sonClick="/);
  }
});

test("the script that enhances pages stays under 6 kB", () => {
  expect(readFileSync("public/enhance.js").byteLength).toBeLessThan(6_000);
});
