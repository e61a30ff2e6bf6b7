import type { BulkWork } from "#app/domain/initiatives/bulk/bulk.schema.ts";
import { RETURNABLE_FIELDS } from "#app/domain/initiatives/intake/intake.schema.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { useLanguage } from "#app/ui/language.tsx";

/** What goes to every row alike: to whom, which items, or which decision and why. */
export function BulkWords(props: { work: BulkWork; assignee: string | null }) {
  const { t } = useLanguage();
  const { work, assignee } = props;
  if (work.kind === "assign")
    return <Facts facts={[{ term: t("inbox:assign.to"), value: assignee ?? t("inbox:assign.nobody") }]} />;
  if (work.kind === "return")
    return (
      <Facts
        facts={work.input.items.map(({ field, message }) => {
          const known = RETURNABLE_FIELDS.find((one) => one === field);
          return { term: known ? t(`desk:field.${known}`) : field, value: <p className="pre">{message}</p> };
        })}
      />
    );
  const { kind, reason, language, legalRef } = work.input;
  return (
    <Facts
      facts={[
        { term: t("desk:decide.kind"), value: t(`desk:decide.kinds.${kind}`) },
        {
          term: t("desk:decide.reason"),
          value: (
            <p className="pre read" lang={language}>
              {reason}
            </p>
          ),
        },
        { term: t("desk:decide.legalRef"), value: legalRef || null },
      ]}
    />
  );
}
