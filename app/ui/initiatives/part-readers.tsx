import type { ClosedPart } from "#app/domain/initiatives/file-view.ts";
import type { PartLevel, SealablePart } from "#app/domain/initiatives/part.ts";
import type { Format } from "#app/platform/languages/format.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** Who reads something, in a few words. */
export function levelWords(rule: { level: PartLevel; untilOn: string | null }, t: Translate, format: Format): string {
  if (rule.level === "SEALED" && rule.untilOn !== null)
    return t("authorship:parts.level.SEALED", { date: format.date(rule.untilOn) });
  return t(`authorship:parts.level.${rule.level === "PUBLIC" ? "PUBLIC" : "REVIEWERS"}`);
}

/** Beside a part that not everybody reads: who does, and to whom it stays closed; nothing where everybody reads it. */
export function PartReaders(props: { part: SealablePart; closed: readonly ClosedPart[] }) {
  const { t, format } = useLanguage();
  const closed = props.closed.find(({ part }) => part === props.part);
  if (!closed) return null;
  const words = levelWords(closed, t, format);
  return (
    <p className="s soft">
      {closed.mine ? t("authorship:parts.mine", { level: words }) : t("authorship:parts.closed", { level: words })}
    </p>
  );
}
