import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { RecordSeal } from "#app/ui/marks/record-seal.tsx";
import { RunDetail, type ShownRun } from "#app/ui/partnerships/distributions/run-detail.tsx";
import { runName } from "#app/ui/partnerships/distributions/run-name.ts";

/** The locked runs of an agreement, the newest first, each with its entry of the public record. */
export function RunList(props: {
  runs: readonly (ShownRun & { endedAt: string | null; entry: { entryNo: number; hash: string } | null })[];
}) {
  const { t, format } = useLanguage();
  if (props.runs.length === 0) return null;
  return (
    <Section id="distributions" title={t("distributions:title")} aside={t("distributions:aside")}>
      {props.runs.map((run, place) => (
        <details className="data" key={run.number} open={place === 0}>
          <summary>
            {runName(t, run)}, {format.money(BigInt(run.totalVnd))}
          </summary>
          <RunDetail run={run} />
          {run.entry ? (
            <RecordSeal
              entryNo={run.entry.entryNo}
              hash={run.entry.hash}
              statement={t("distributions:lockedOn", { date: format.dateTime(run.endedAt ?? "") })}
            />
          ) : null}
        </details>
      ))}
    </Section>
  );
}
