import type { Texts } from "#app/platform/languages/texts.ts";
import { Text } from "#app/ui/foreign.tsx";
import { useLanguage } from "#app/ui/language.tsx";
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
