import type { Language } from "#app/platform/languages/languages.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { Prose } from "#app/ui/initiatives/content.tsx";
import { useLanguage } from "#app/ui/language.tsx";

export type Reply = { text: string; language: Language; at: string };

/** What the author said to the comments of the council, word for word, or that they waived it. */
export function AuthorReply({ reply }: { reply: Reply | null }) {
  const { t, format } = useLanguage();
  if (!reply) return null;
  return (
    <Section id="reply" title={t("council:reply.heard")} aside={format.date(format.dayOf(reply.at))}>
      {reply.text === "" ? (
        <p className="read">{t("council:reply.waived")}</p>
      ) : (
        <div className="quote flow">
          <Prose text={reply.text} lang={reply.language} />
        </div>
      )}
    </Section>
  );
}
