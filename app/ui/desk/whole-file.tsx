import type { ClosedPart } from "#app/domain/initiatives/file-view.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { ContentSection, Prose, type SentContent } from "#app/ui/initiatives/content.tsx";
import { PartReaders } from "#app/ui/initiatives/part-readers.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** The submitted version whole: what was written, then the rights in it. */
export function WholeFile(props: { content: SentContent; closed: readonly ClosedPart[] }) {
  const { t } = useLanguage();
  const { content } = props;
  const { ipOwnership, priorRights, filedBeforePublication, language } = content;
  const isShut = props.closed.some(({ part, mine }) => part === "priorRights" && !mine);
  return (
    <>
      <ContentSection content={content} closed={props.closed} title={t("desk:wholeFile")} />
      <Section id="rights" title={t("desk:rights")}>
        <Facts
          facts={[
            {
              term: t("initiatives:form.ipOwnership.label"),
              value: ipOwnership ? <Prose text={ipOwnership} lang={language} /> : null,
            },
            {
              term: t("initiatives:form.filedBeforePublication.label"),
              value: filedBeforePublication ? t(`initiatives:filed.${filedBeforePublication}`) : null,
            },
            {
              term: t("initiatives:form.priorRights.label"),
              value: (
                <>
                  <PartReaders part="priorRights" closed={props.closed} />
                  {priorRights ? <Prose text={priorRights} lang={language} /> : null}
                  {priorRights || isShut ? null : <span className="soft">{t("form:notAnswered")}</span>}
                </>
              ),
            },
          ]}
        />
      </Section>
    </>
  );
}
