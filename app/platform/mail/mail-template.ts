import type { Language } from "#app/platform/languages/languages.ts";
import type { Translate } from "#app/platform/languages/translate.ts";

/** What a mail says, in the order in which it is read (docs/domain.md, mail). All texts are in the reader's language. */
export type MailContent = {
  /** state, code, date */
  subject: string;
  /** one sentence of news */
  news: string;
  /** what is due: who, what, the day in words, and how long is left */
  clock?: { who: string; what: string; due: string; left?: string };
  /** lists of things, each with its address and what is said of it */
  sections?: readonly MailSection[];
  button?: { label: string; href: string };
  /** the reason in full, and what else there is to say */
  paragraphs?: readonly string[];
  /** code and record hash */
  reference?: string;
  /** why the reader gets this mail */
  why: string;
  /** where it can be changed, if it can */
  change?: { label: string; href: string };
};

export type MailSection = {
  title: string;
  items: readonly { title: string; href: string; lines: readonly string[] }[];
};

export type Mail = { subject: string; text: string; html: string };

const INK = "#1d1b18";
const SOFT = "#544f48";
const FONT = "font-family:Arial,'Helvetica Neue',sans-serif;";
const PARAGRAPH = `margin:0 0 16px;${FONT}font-size:16px;line-height:26px;color:${INK}`;
const SMALL = `margin:0 0 8px;${FONT}font-size:14px;line-height:22px;color:${SOFT}`;

/** Sets a mail in one column of 600 px with inline styles and no images, beside a plain-text twin in the same order. */
export function mail(lang: Language, t: Translate, content: MailContent): Mail {
  const subject = content.subject.replace(/[\r\n]+/g, " ");
  return { subject, text: plain(t, content), html: page(lang, subject, body(t, content)) };
}

function plain(t: Translate, content: MailContent): string {
  const { clock, sections = [], button, reference, change } = content;
  const blocks = [
    t("frame:name"),
    content.news,
    clock ? [clock.who, clock.what, clock.due, clock.left].filter(Boolean).join("\n") : null,
    ...sections.flatMap(({ title, items }) => [
      title,
      ...items.map((item) => [item.title, ...item.lines, item.href].join("\n")),
    ]),
    button ? `${button.label}:\n${button.href}` : null,
    ...(content.paragraphs ?? []),
    reference ?? null,
    `-- \n${content.why}${change ? `\n${change.label}: ${change.href}` : ""}`,
  ];
  return `${blocks.filter((block) => block !== null).join("\n\n")}\n`;
}

function body(t: Translate, content: MailContent): string {
  const { clock, sections = [], button, reference, change } = content;
  return [
    `<p style="margin:0 0 24px;${FONT}font-size:20px;line-height:28px;font-weight:600;color:${INK}">${escaped(t("frame:name"))}</p>`,
    `<h1 style="margin:0 0 16px;${FONT}font-size:20px;line-height:30px;font-weight:600;color:${INK}">${escaped(content.news)}</h1>`,
    clock ? frame(clock) : "",
    ...sections.map(list),
    button ? link(button) : "",
    ...(content.paragraphs ?? []).map((text) => `<p style="${PARAGRAPH}">${escaped(text)}</p>`),
    reference ? `<p style="${SMALL}">${escaped(reference)}</p>` : "",
    `<p style="${SMALL}border-top:1px solid #ddd7cb;padding-top:16px;margin-top:24px">${escaped(content.why)}${
      change ? ` <a href="${escaped(change.href)}" style="color:${SOFT}">${escaped(change.label)}</a>` : ""
    }</p>`,
  ].join("\n");
}

function frame(clock: NonNullable<MailContent["clock"]>): string {
  const row = (text: string, weight: number) =>
    `<p style="margin:0;${FONT}font-size:16px;line-height:26px;font-weight:${weight};color:${INK}">${escaped(text)}</p>`;
  const rows = [
    row(clock.who, 600),
    row(clock.what, 400),
    row(clock.due, 600),
    clock.left ? row(clock.left, 400) : "",
  ].join("");
  return `<div style="margin:0 0 20px;padding:16px;border:1px solid #ddd7cb;border-top:4px solid ${INK};background:#ffffff">${rows}</div>`;
}

function list({ title, items }: MailSection): string {
  const heading = `<h2 style="margin:0;padding:8px 0;border-top:2px solid ${INK};${FONT}font-size:18px;line-height:26px;font-weight:600;color:${INK}">${escaped(title)}</h2>`;
  const rows = items.map(({ title: name, href, lines }) => {
    const said = lines.map((text) => `<br>${escaped(text)}`).join("");
    return `<p style="${PARAGRAPH}"><a href="${escaped(href)}" style="color:${INK};font-weight:600">${escaped(name)}</a>${said}</p>`;
  });
  return [heading, ...rows].join("\n");
}

function link(button: NonNullable<MailContent["button"]>): string {
  const style = `display:inline-block;padding:10px 18px;background:${INK};color:#ffffff;${FONT}font-size:16px;line-height:24px;font-weight:600;text-decoration:none;border-radius:2px`;
  const href = escaped(button.href);
  return [
    `<p style="margin:0 0 8px"><a href="${href}" style="${style}">${escaped(button.label)}</a></p>`,
    `<p style="${SMALL}margin-bottom:20px;word-break:break-all"><a href="${href}" style="color:${SOFT}">${href}</a></p>`,
  ].join("\n");
}

function page(lang: Language, subject: string, content: string): string {
  return `<!doctype html>
<html lang="${lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:0;background:#fbfaf6">
<div style="height:4px;background:#a8231a"></div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px"><tr><td style="padding:24px 20px;text-align:left">
${content}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
