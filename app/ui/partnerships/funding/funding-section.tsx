import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { FundingLine, type ShownLine } from "#app/ui/partnerships/funding/funding-line.tsx";

/** The money that bodies of the State give to an agreement; nothing where none was allocated. */
export function FundingSection(props: { lines: readonly ShownLine[]; asOf: string }) {
  const { t, format } = useLanguage();
  if (props.lines.length === 0) return null;
  return (
    <Section
      id="funding"
      title={t("money:funding.title")}
      aside={t("money:funding.aside", { date: format.date(props.asOf) })}
    >
      {props.lines.map((line) => (
        <FundingLine key={line.number} line={line} />
      ))}
    </Section>
  );
}
