import type { Author } from "#app/domain/results/completeness.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** Who made it, with contributions that sum to the whole. */
export function AuthorsTable(props: { authors: readonly Author[] }) {
  const { t, format } = useLanguage();
  const sumPpm = props.authors.reduce((sum, it) => sum + it.contributionPpm, 0);
  return (
    <StackTable
      caption={t("results:page.authors")}
      columns={[
        { label: t("results:page.author"), heads: true },
        { label: t("results:page.affiliation") },
        { label: t("results:page.contribution"), numeric: true },
      ]}
      rows={[
        ...props.authors.map((author, index) => ({
          key: `${index} ${author.name}`,
          cells: [author.name, author.affiliation || "–", format.percent(author.contributionPpm)],
        })),
        { key: "total", total: true, cells: [t("results:page.total"), "", format.percent(sumPpm)] },
      ]}
    />
  );
}
