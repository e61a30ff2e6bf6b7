import type { PartnershipState } from "#app/domain/partnerships/partnership.ts";
import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** The head of a page about a party's leaving, or about the end of a partnership. */
export function ExitHead(props: {
  about: "exits" | "closing";
  partnership: { title: Texts; state: PartnershipState };
}) {
  const { t } = useLanguage();
  const { about, partnership } = props;
  return (
    <Head
      eyebrow={
        <>
          <Text of={partnership.title} /> <Tag>{t(`partnerships:state.${partnership.state}`)}</Tag>
        </>
      }
      title={t(`${about}:title`)}
      lede={t(about === "exits" ? "exits:lede" : "closing:lede")}
    />
  );
}
