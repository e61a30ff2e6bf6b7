import type { Language } from "#app/platform/languages/languages.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { Tag } from "#app/ui/marks/notice.tsx";

/** One thing that is similar, in the words of the page. */
export type SimilarRow = {
  tag: string;
  code: string;
  href: string;
  title: string;
  titleLang: Language;
  /** what both say, in quotation marks; empty where they share no two words in a row */
  why: string;
};

/** What is similar: one sentence, and at most five rows. */
export type SimilarView = { said: string; rows: readonly SimilarRow[] };

/**
 * What is similar. The autosave of a form around it puts its answer in place: the sentence is spoken, and a row is a copy
 * of the template.
 */
export function SimilarList(props: { view: SimilarView; isLive?: boolean }) {
  const { said, rows } = props.view;
  return (
    <div data-similar={props.isLive ? "" : undefined}>
      <p className="read" role={props.isLive ? "status" : undefined}>
        {said}
      </p>
      <ul className="list" hidden={rows.length === 0}>
        {rows.map((row) => (
          <Row key={row.code} row={row} />
        ))}
      </ul>
      {props.isLive ? (
        <template>
          <Row row={BLANK} />
        </template>
      ) : null}
    </div>
  );
}

/** What is like a file on a desk: what is public, then the files without a decision that the reader may open. */
export function SimilarSection(props: { similar: { open: SimilarView; files: SimilarView | null } }) {
  const { t } = useLanguage();
  const { open, files } = props.similar;
  return (
    <Section id="similar" title={t("similar:title")}>
      <div className="flow">
        <p className="s read">{t("similar:ledeDesk")}</p>
        <SimilarList view={open} />
        {files ? <SimilarList view={files} /> : null}
      </div>
    </Section>
  );
}

function Row({ row }: { row: SimilarRow }) {
  const { lang } = useLanguage();
  const isForeign = row.titleLang !== lang;
  return (
    <li className="hit">
      <p className="eyebrow">
        <Tag>
          <span data-part="tag">{row.tag}</span>
        </Tag>
        <span className="nw" data-part="code">
          {row.code}
        </span>
      </p>
      <h3>
        <a href={row.href} lang={isForeign ? row.titleLang : undefined} data-part="title">
          {row.title}
        </a>
      </h3>
      <p className="s" data-part="why">
        {row.why}
      </p>
    </li>
  );
}

const BLANK: SimilarRow = { tag: "", code: "", href: "", title: "", titleLang: "vi", why: "" };
