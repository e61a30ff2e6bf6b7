import { daysBetween } from "#app/domain/obligations/calendar.ts";
import type { Reminder } from "#app/domain/obligations/reminder.ts";
import { environment } from "#app/platform/environment.server.ts";
import { formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { type Mail, type MailSection, mail } from "#app/platform/mail/mail-template.ts";
import { bySubject, type Notice, noticePath, noticeSentence } from "../notice.ts";

/** What a digest tells one person. `untold` is how many more pieces of news stand on their page. */
export type DigestContent = { on: string; reminders: readonly Reminder[]; news: readonly Notice[]; untold: number };

/** Sets the digest: what is overdue first, then what is due, then the news by subject; `secret` is for who wants it no more. */
export function digestLetter(lang: Language, content: DigestContent, secret: string): Mail {
  const t = translator(lang);
  const base = `${environment().baseUrl}/${lang}`;
  const { on, reminders, news, untold } = content;
  const owes = reminders.length > 0;
  const count = owes ? reminders.length : news.length + untold;
  const date = formatter(lang).date(on);
  return mail(lang, t, {
    subject: t(owes ? "notices:digest.subject.turn" : "notices:digest.subject.news", { date, count }),
    news: t(owes ? "notices:digest.news.turn" : "notices:digest.news.news", { count }),
    sections: [
      ...(owes ? [turnSection(lang, t, base, content)] : []),
      ...(news.length > 0 ? [newsSection(lang, t, base, news)] : []),
    ],
    button: { label: t("notices:digest.button"), href: `${base}/me` },
    paragraphs: untold > 0 ? [t("notices:digest.more", { count: untold })] : [],
    why: t("notices:digest.why"),
    change: { label: t("notices:digest.change"), href: `${base}/unsubscribe/${secret}` },
  });
}

function turnSection(lang: Language, t: Translate, base: string, { on, reminders }: DigestContent): MailSection {
  const format = formatter(lang);
  return {
    title: t("notices:digest.turn"),
    items: reminders.map((reminder) => ({
      title: `${kindName(t, reminder.kind)} · ${reminder.subjectCode}`,
      href: base + placeOfWork(reminder),
      lines: [
        `${dueWords(t, daysBetween(on, reminder.dueOn))} · ${t("notices:digest.due", { date: format.weekdayDate(reminder.dueOn) })}`,
      ],
    })),
  };
}

function newsSection(lang: Language, t: Translate, base: string, news: readonly Notice[]): MailSection {
  const format = formatter(lang);
  return {
    title: t("notices:digest.latest"),
    items: bySubject(news).map((group) => {
      const name = (group.title && pickText(group.title, lang)?.text) ?? t(`obligations:subject.${group.type}`);
      const [newest] = group.notices;
      return {
        title: `${group.code} · ${name}`,
        href: base + (newest ? noticePath(newest) : ""),
        lines: group.notices.map((notice) => `${noticeSentence(t, notice)} · ${format.dateTime(notice.at)}`),
      };
    }),
  };
}

function kindName(t: Translate, kind: string): string {
  const key = `obligations:kind.${kind}`;
  return t.has(key) ? t(key) : kind;
}

function dueWords(t: Translate, days: number): string {
  if (days < 0) return t("notices:digest.over", { count: -days });
  if (days === 0) return t("notices:digest.today");
  return days === 1 ? t("notices:digest.tomorrow") : t("notices:digest.left", { count: days });
}

const DESKS: Record<string, string> = {
  "INITIATIVE PROPOSER": "/submit/",
  "INITIATIVE INTAKE": "/desk/intake/",
  "INITIATIVE INTAKE_HEAD": "/desk/decisions/",
  "INITIATIVE STEERING": "/desk/decisions/",
  "INITIATIVE CHAIR": "/desk/chair/",
  "RESULT RESULT_OFFICER": "/desk/results/",
};

/** Where it is done, behind the language; one's own page where the portal has no desk for it. */
function placeOfWork({ subjectType, role, subjectCode }: Reminder): string {
  const desk = DESKS[`${subjectType} ${role}`];
  return desk ? desk + subjectCode : "/me#turn";
}
