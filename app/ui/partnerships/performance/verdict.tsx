import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { sizeWords, typeWords } from "#app/ui/initiatives/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Evidence } from "#app/ui/marks/evidence.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

/** Which body said so, and when; that nobody has yet. */
export function Verdict(props: { of: { body: Texts; at: string } | null; none: string }) {
  const { format } = useLanguage();
  if (!props.of) return <>{props.none}</>;
  return (
    <>
      <Text of={props.of.body} />, <time dateTime={props.of.at}>{format.dateTime(props.of.at)}</time>
    </>
  );
}

export type ShownEvidence = {
  evidenceSha256: string | null;
  /** the document itself, where it was handed in; without its name where the reader may not open it */
  evidence: { id: string; name: string | null; sizeBytes: number; mediaType: string } | null;
};

/** The document that shows it, to open or by its fingerprint alone; nothing where there is none. */
export function Shown(props: { by: ShownEvidence }) {
  const { t, format } = useLanguage();
  const { evidence, evidenceSha256 } = props.by;
  if (!evidence || !evidenceSha256) return <Fingerprint sha256={evidenceSha256} />;
  const meta = (
    <>
      {[typeWords(evidence.mediaType), sizeWords(evidence.sizeBytes, format.number)].join(" · ")}
      {evidence.name ? "" : ` · ${t("performance:insideOnly")}`} · SHA-256{" "}
      <code title={evidenceSha256}>{shortHash(evidenceSha256)}</code>
    </>
  );
  if (!evidence.name)
    return (
      <small className="soft">
        {" "}
        {t("performance:evidence")}: {meta}
      </small>
    );
  return <Evidence href={`/files/partnerships/${evidence.id}`} title={evidence.name} meta={meta} />;
}

/** The fingerprint of the document that shows it, where there is one. */
export function Fingerprint(props: { sha256: string | null }) {
  const { t } = useLanguage();
  if (!props.sha256) return null;
  return (
    <small className="soft">
      {" "}
      {t("performance:evidence")} <code title={props.sha256}>{shortHash(props.sha256)}</code>
    </small>
  );
}
