/**
 * `Content-Disposition` of a download (RFC 6266): a plain ASCII name for old programs and the true one in UTF-8. Quotes,
 * line ends and whatever else could end the header are gone or encoded.
 */
export function contentDisposition(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .replace(/[^\w .()-]+/g, "_");
  const encoded = encodeURIComponent(Buffer.from(name, "utf8").toString("utf8")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
