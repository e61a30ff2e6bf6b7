import { Section } from "#app/ui/frame/head.tsx";
import { SimilarList, type SimilarView } from "#app/ui/initiatives/similar-list.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What is like a file on a desk: what is public, then the files without a decision that the reader may open. */
export function SimilarSection(props: { similar: { open: SimilarView; files: SimilarView | null } }) {
  const { t } = useLanguage();
  const { open, files } = props.similar;
  return (
    <Section id="similar" title={t("similar:title")}>
      <p className="s read">{t("similar:ledeDesk")}</p>
      <SimilarList view={open} />
      {files ? <SimilarList view={files} /> : null}
    </Section>
  );
}
