import type { PartnershipForm } from "#app/domain/partnerships/partnership.schema.ts";
import type { FormFacts } from "#app/domain/partnerships/terms/form-facts.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { basisWords, formWords } from "#app/ui/partnerships/terms/form-words.ts";

/** What a signed agreement says as its form needs it, and where: in the text whose signatures `sourceHref` shows. */
export function FormSection(props: { form: PartnershipForm; facts: FormFacts | null; sourceHref: string | null }) {
  const { form, facts, sourceHref } = props;
  const words = useLanguage();
  const { t } = words;
  const said = formWords(form, facts ?? {}, words);
  if (said.length === 0) return null;
  return (
    <Section id="form" title={t("terms:forms.title", { form: t(`partnerships:form.${form}`) })}>
      <Facts
        facts={said.map(({ term, value }) => ({
          term,
          // lists are written one a line
          value: <span className="lines">{value}</span>,
        }))}
      />
      <p className="src">
        {basisWords(form, t)} {sourceHref ? <a href={sourceHref}>{t("terms:forms.source")}</a> : null}
      </p>
    </Section>
  );
}
