import type { WorkLink } from "#app/domain/initiatives/implementation/work.ts";
import { linkPath } from "#app/domain/initiatives/links/link.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** What an initiative builds on and what it led to. */
export function LinkList(props: { links: readonly WorkLink[] }) {
  const { lang, t } = useLanguage();
  if (props.links.length === 0) return <p className="soft">{t("work:link.none")}</p>;
  return (
    <ul className="flow">
      {props.links.map((link) => {
        const path = linkPath(link.kind, link.code);
        const words = link.title ? <Text of={link.title} /> : link.code;
        return (
          <li className="flow tight" key={link.id}>
            <p>
              <Tag>{t(`work:link.kind.${link.kind}`)}</Tag> {path ? <a href={`/${lang}${path}`}>{words}</a> : words}{" "}
              {link.title ? <span className="s soft nw">{link.code}</span> : null}
            </p>
            {link.note ? <p className="s">{link.note}</p> : null}
            {link.isOrigin ? <p className="s soft">{t("work:link.origin")}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
