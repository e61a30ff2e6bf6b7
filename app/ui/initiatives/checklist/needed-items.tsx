import type { ChecklistItem, ChecklistName } from "#app/domain/initiatives/completeness.ts";
import { LENGTHS } from "#app/domain/initiatives/initiative.schema.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** What is said of each item: the hints of its fields in the form, so that both say the same. */
const HINTS = {
  applicant: ["checklist:who"],
  authors: ["initiatives:form.team.hint"],
  summary: ["initiatives:form.title.hint", "initiatives:form.abstract.hint"],
  problem: ["initiatives:form.problem.hint"],
  publicBenefit: ["initiatives:form.publicBenefit.hint"],
  solution: ["initiatives:form.solution.hint"],
  novelty: ["initiatives:form.novelty.hint"],
  maturityTrl: ["initiatives:form.maturityTrl.hint"],
  field: ["checklist:where"],
  products: ["checklist:oneOrMore"],
  funding: ["initiatives:form.requestedFunding.hint", "initiatives:form.durationMonths.hint"],
  rights: ["initiatives:form.ipOwnership.hint", "initiatives:form.filedBeforePublication.hint"],
  declarations: ["initiatives:form.secrecyDeclared.label", "initiatives:form.consentPublish.label"],
} as const satisfies Record<ChecklistName, readonly string[]>;

/** Every item of a file, what to write in it and how much. */
export function NeededItems({ items }: { items: readonly ChecklistItem[] }) {
  const { t, format } = useLanguage();
  return (
    <StackTable
      caption={t("checklist:items")}
      columns={[
        { label: t("checklist:item"), heads: true },
        { label: t("checklist:what") },
        { label: t("checklist:amount") },
      ]}
      rows={items.map(({ name, fields }) => ({
        key: name,
        cells: [t(`initiatives:form.checklist.${name}`), HINTS[name].map((key) => t(key)).join(" "), lengthOf(fields)],
      }))}
    />
  );

  function lengthOf(fields: readonly string[]) {
    const [only] = fields;
    const length = Object.entries(LENGTHS).find(([name]) => name === only)?.[1];
    if (!length || length.least === 0) return "";
    return (
      <span className="nw">
        {t("checklist:chars", { least: format.number(length.least), most: format.number(length.most) })}
      </span>
    );
  }
}
