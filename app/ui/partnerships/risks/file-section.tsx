import type { FileText, ReadAcceptance } from "#app/domain/partnerships/acceptance/acceptance.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { EmptyState, Notice, Tag } from "#app/ui/marks/notice.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";
import { PartyCell } from "#app/ui/partnerships/capital/party-cell.tsx";
import { nameOf } from "#app/ui/partnerships/partnership-hit.tsx";
import type { ListedParty } from "#app/ui/partnerships/party-list.tsx";
import { EntryLink } from "#app/ui/record/entry-link.tsx";

type ShownFile = {
  number: number;
  textSha256: string;
  criteria: number;
  sealedAt: string;
  sealedNo: number | null;
  decidedNo: number | null;
  text: FileText | null;
  seals: readonly { party: ListedParty | null; post: string; sealedAt: string }[];
  acceptance: ReadAcceptance | null;
  /** what the reader may do with it, and where */
  acts: readonly { act: "join" | "ask" | "decide"; href: string }[];
};

/** The sealed files: who stands by which text since when, and what was found after a loss. */
export function FileSection(props: { files: readonly ShownFile[]; sealHref: string | null }) {
  const { t } = useLanguage();
  return (
    <Section id="files" title={t("acceptance:title")}>
      <div className="flow">
        <p className="read">{t("acceptance:rule")}</p>
        {props.sealHref ? (
          <p>
            <a className="btn alt" href={props.sealHref}>
              {t("acceptance:act.seal")}
            </a>
          </p>
        ) : null}
        {props.files.length === 0 ? <EmptyState title={t("acceptance:none")} /> : null}
        {props.files.map((file) => (
          <File key={file.number} file={file} />
        ))}
      </div>
    </Section>
  );
}

function File({ file }: { file: ShownFile }) {
  const { t, format } = useLanguage();
  return (
    <div className="panel flow" id={`file-${file.number}`}>
      <h3>
        {t("acceptance:file", { number: String(file.number) })}{" "}
        {file.acceptance ? <Tag>{t(`acceptance:is.${file.acceptance.decision ?? "OPEN"}`)}</Tag> : null}{" "}
        <EntryLink entryNo={file.decidedNo} />
      </h3>
      <div className="cols side-r">
        <div className="flow">
          {file.text ? <SealedText text={file.text} /> : <p className="soft">{t("acceptance:hidden")}</p>}
          <Facts
            facts={[
              { term: t("acceptance:reason"), value: file.acceptance?.reason },
              { term: t("acceptance:lessons"), value: file.acceptance?.lessons },
            ]}
          />
        </div>
        <div className="flow">
          <Facts
            facts={[
              {
                term: t("acceptance:hash"),
                value: <code title={file.textSha256}>{shortHash(file.textSha256)}</code>,
              },
              {
                term: t("acceptance:sealedAt"),
                value: (
                  <>
                    {format.dateTime(file.sealedAt)} <EntryLink entryNo={file.sealedNo} />
                  </>
                ),
              },
              { term: t("acceptance:sealedBy"), value: <Seals seals={file.seals} /> },
            ]}
          />
          {file.acceptance ? <Findings acceptance={file.acceptance} criteria={file.criteria} /> : null}
        </div>
      </div>
      {file.acceptance?.decision === "ACCEPTED" ? <Notice>{t("acceptance:final")}</Notice> : null}
      {file.acts.length > 0 ? (
        <p className="row actions">
          {file.acts.map(({ act, href }) => (
            <a key={act} className="btn alt sm" href={href}>
              {t(`acceptance:act.${act}`)}
            </a>
          ))}
        </p>
      ) : null}
    </div>
  );
}

/** What was sealed, as the members wrote it. */
export function SealedText({ text }: { text: FileText }) {
  const { t } = useLanguage();
  return (
    <Facts
      facts={[
        { term: t("acceptance:field.risk"), value: text.risk },
        {
          term: t("acceptance:field.criteria"),
          value: (
            <ol>
              {text.criteria.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ol>
          ),
        },
        { term: t("acceptance:field.procedure"), value: text.procedure },
        { term: t("acceptance:field.decision"), value: text.decision },
      ]}
    />
  );
}

function Seals(props: { seals: ShownFile["seals"] }) {
  const { format } = useLanguage();
  return (
    <ul className="list">
      {props.seals.map(({ party, sealedAt }) => (
        <li key={party?.id ?? sealedAt}>
          <PartyCell party={party} />
          <br />
          <small className="soft">{format.dateTime(sealedAt)}</small>
        </li>
      ))}
    </ul>
  );
}

/** About which loss a State body was asked, and what it found. */
function Findings({ acceptance, criteria }: { acceptance: ReadAcceptance; criteria: number }) {
  const { lang, t, format } = useLanguage();
  const { loss, decision } = acceptance;
  const found = (yes: boolean | null) => (yes === null ? null : t(yes ? "acceptance:yes" : "acceptance:no"));
  const met = t("acceptance:metOf", { met: String(acceptance.criteriaMet.length), all: String(criteria) });
  const lossWords = t("acceptance:lossOf", {
    product: loss.productCode,
    number: String(loss.number),
    amount: format.money(BigInt(loss.lossVnd)),
  });
  return (
    <Facts
      facts={[
        { term: t("acceptance:loss"), value: lossWords },
        { term: t("acceptance:stateLoss"), value: format.money(BigInt(loss.stateVnd)) },
        { term: t("acceptance:authority"), value: nameOf(acceptance.authority, lang) },
        { term: t("acceptance:askedAt"), value: format.dateTime(acceptance.askedAt) },
        { term: t("acceptance:decidedAt"), value: acceptance.decidedAt && format.dateTime(acceptance.decidedAt) },
        { term: t("acceptance:criteriaMet"), value: decision && met },
        { term: t("acceptance:procedureFollowed"), value: found(acceptance.procedureFollowed) },
        { term: t("acceptance:noFraud"), value: found(acceptance.noFraud) },
        { term: t("acceptance:noMisuse"), value: found(acceptance.noMisuse) },
      ]}
    />
  );
}
