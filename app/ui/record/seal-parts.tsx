import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

type Head = { size: number; root: string; at: string; keyId: string; note: string };

/** The newest signed head of the record, how many entries wait for the next, and how anybody checks both. */
export function NewestSeal(props: { head: Head | null; waiting: number; origin: string }) {
  const { t, format } = useLanguage();
  const { head, waiting } = props;
  return (
    <Section id="seal" title={t("record:head.title")} aside={<a href="/api/v1/record/heads">{t("record:head.api")}</a>}>
      <div className="flow">
        {head ? (
          <Facts
            facts={[
              { term: t("record:head.size"), value: format.number(head.size) },
              { term: t("record:head.at"), value: <time dateTime={head.at}>{format.dateTimeSeconds(head.at)}</time> },
              { term: t("record:head.root"), value: <code>{head.root}</code> },
              { term: t("record:head.key"), value: <code>{head.keyId}</code> },
              { term: t("record:head.waiting"), value: waiting > 0 ? format.number(waiting) : null },
            ]}
          />
        ) : (
          <p className="read">{t("record:head.none")}</p>
        )}
        <h3>{t("record:checking.title")}</h3>
        <p className="read">{t("record:checking.text")}</p>
        <pre className="payload">node tools/verify-record/verify.mjs {props.origin}</pre>
        <p className="read">{t("record:checking.witness")}</p>
      </div>
    </Section>
  );
}

export type Proof = {
  entryNo: number;
  leafIndex: number;
  leafText: string;
  leafHash: string;
  size: number;
  root: string;
  hashes: string[];
  sides: ("left" | "right")[];
  head: Head | null;
};

/** Everything that an inclusion proof needs, in the order in which it is followed. */
export function ProofSection(props: { proof: Proof | null }) {
  const { t, format } = useLanguage();
  const { proof } = props;
  if (!proof) {
    return (
      <Section id="proof" title={t("record:proof.title")}>
        <p className="read">{t("record:proof.waiting")}</p>
      </Section>
    );
  }
  const json = `/api/v1/record/proof/${proof.entryNo}?size=${proof.size}`;
  return (
    <Section id="proof" title={t("record:proof.title")} aside={<a href={json}>{t("record:proof.api")}</a>}>
      <div className="flow">
        <p className="read">{t("record:proof.text")}</p>
        <Facts
          facts={[
            { term: t("record:proof.leafIndex"), value: format.number(proof.leafIndex) },
            { term: t("record:head.size"), value: format.number(proof.size) },
            { term: t("record:proof.leafHash"), value: <code>{proof.leafHash}</code> },
            { term: t("record:head.root"), value: <code>{proof.root}</code> },
          ]}
        />
        <h3>{t("record:proof.leaf")}</h3>
        <pre className="payload">{proof.leafText}</pre>
        <h3>{t("record:proof.hashes")}</h3>
        {proof.hashes.length === 0 ? (
          <p className="read">{t("record:proof.only")}</p>
        ) : (
          <ol className="hashes">
            {proof.hashes.map((hash, at) => (
              <li key={hash}>
                <code>{hash}</code> <span className="soft">{t(`record:proof.${proof.sides[at] ?? "left"}`)}</span>
              </li>
            ))}
          </ol>
        )}
        {proof.head ? (
          <>
            <h3>{t("record:proof.note")}</h3>
            <pre className="payload">{proof.head.note}</pre>
          </>
        ) : null}
      </div>
    </Section>
  );
}
