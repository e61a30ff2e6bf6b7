import type { Confidence as Level } from "#app/domain/catalogue/catalogue.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** How sure a piece of reference data is, in words. */
export function Confidence(props: { level: Level }) {
  const { t } = useLanguage();
  return <Tag>{t(`catalogue:confidence.${props.level}`)}</Tag>;
}
