/** The head of a file to import, and a row below it. */
export const HEAD = "key,type,title_vi,teaser,product_codes,ford_code,province_code,keywords,trl,trl_on,trl_evidence";

export function row(key: string, more: { title?: string; type?: string; products?: string; on?: string } = {}): string {
  const { title = `Bộ đo độ mặn số ${key}`, type = "PRODUCT", products = "21-S13", on = "01/03/2026" } = more;
  const teaser = '"Đo mặn, tự rửa; ""bền"" trong nước lợ."';
  return [key, type, title, teaser, products, "2.2", "01", "mặn; cảm biến", "6", on, "Biên bản thử tại ba ao"].join(
    ",",
  );
}
