import type { PublicAgreement, PublicSchedule } from "#app/domain/partnerships/queries.server.ts";
import { SHARE_DIMENSIONS, type ShareDimension } from "#app/domain/partnerships/share-schedule.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { PaperBlock } from "#app/platform/paper/paper.ts";
import { runName } from "#app/ui/partnerships/distributions/run-name.ts";
import { basisWords, formWords } from "#app/ui/partnerships/terms/form-words.ts";
import { termsWords } from "#app/ui/partnerships/terms/terms-words.ts";
import { lastDay } from "../partnership-view.server.ts";
import { moneyBlocks } from "./dossier-money.server.ts";
import type { Dossier } from "./dossier-paper.server.ts";
import { postText } from "./statement-paper.server.ts";

/** One agreement: its shares on the day, terms (for the parties), signatures, amendments, money and distributions. */
export function agreementBlocks(dossier: Dossier, agreement: PublicAgreement): PaperBlock[] {
  const { facts, t, format } = dossier;
  const { productCode: code, version, signedAt, textSha256 } = agreement;
  const product = facts.products.get(code) ?? code;
  const text = t("papers:dossier.agreement", { product, code });
  const said = [
    { term: t("papers:dossier.state"), value: t(`partnerships:agreementState.${agreement.state}`) },
    { term: t("papers:dossier.version"), value: String(version) },
    { term: t("papers:statement.fact.signedAt"), value: format.dateTime(signedAt) },
    { term: t("papers:statement.fact.textHash"), value: textSha256 },
  ];
  return [
    { kind: "heading", text },
    { kind: "facts", caption: text, facts: said },
    ...shareBlocks(dossier, agreement),
    ...formBlocks(dossier, agreement),
    ...termsBlocks(dossier, agreement),
    signatureTable(dossier, agreement),
    ...amendmentBlocks(dossier, agreement),
    ...moneyBlocks(dossier, agreement),
    ...runBlocks(dossier, agreement),
  ];
}

/** The shares on the day; to the parties the profit shares too that are kept from the public. */
function shareBlocks({ facts, lang, t, format }: Dossier, agreement: PublicAgreement): PaperBlock[] {
  const { asOf, parties, inside } = facts;
  const own = inside?.agreements.find(({ productCode }) => productCode === agreement.productCode);
  const schedules: readonly PublicSchedule[] = own?.schedules ?? agreement.schedules;
  const date = format.date(asOf);
  const onDay = (dimension: ShareDimension) =>
    schedules.find((it) => it.dimension === dimension && it.from <= asOf && (it.to === null || asOf < it.to));
  if (!onDay("CAPITAL")) return [{ kind: "text", text: t("papers:dossier.noShares", { date }) }];
  const named = new Set(SHARE_DIMENSIONS.flatMap((one) => onDay(one)?.lines.map(({ memberId }) => memberId) ?? []));
  const shareOf = (dimension: ShareDimension, id: string) => {
    const schedule = onDay(dimension);
    if (!schedule) return t("papers:dossier.withheld");
    return format.percent(schedule.lines.find(({ memberId }) => memberId === id)?.ppm ?? 0);
  };
  return [
    {
      kind: "table",
      caption: t("papers:dossier.shares", { date }),
      columns: [
        { label: t("papers:party"), part: 5 },
        { label: t("share:capital"), part: 2, isNumber: true },
        { label: t("share:risk"), part: 2, isNumber: true },
        { label: t("share:profit"), part: 2, isNumber: true },
      ],
      rows: parties
        .filter(({ id }) => named.has(id))
        .map(({ id, key, names }) => [
          `${key} ${pickText(names, lang)?.text ?? ""}`,
          ...SHARE_DIMENSIONS.map((dimension) => shareOf(dimension, id)),
        ]),
    },
  ];
}

/** What the form of partnership needs, and what it rests on. */
function formBlocks({ facts: { found }, t, format }: Dossier, { formFacts }: PublicAgreement): PaperBlock[] {
  const facts = formWords(found.form, formFacts ?? {}, { t, format });
  if (facts.length === 0) return [];
  const caption = t("terms:forms.title", { form: t(`partnerships:form.${found.form}`) });
  return [
    { kind: "facts", caption, facts },
    { kind: "text", text: basisWords(found.form, t) },
  ];
}

/** Terms stand in the text that the parties keep; they are no public fact. */
function termsBlocks({ facts, lang, t, format }: Dossier, agreement: PublicAgreement): PaperBlock[] {
  const own = facts.inside?.agreements.find(({ productCode }) => productCode === agreement.productCode);
  if (!own?.terms) return [];
  const names = Object.fromEntries(
    facts.found.members.map(({ position, names: texts }) => [position, pickText(texts, lang)?.text ?? ""]),
  );
  return [{ kind: "facts", caption: t("papers:dossier.terms"), facts: termsWords(own.terms, names, { t, format }) }];
}

function signatureTable({ facts, lang, t, format }: Dossier, { signatures }: PublicAgreement): PaperBlock {
  return {
    kind: "table",
    caption: t("papers:dossier.signatures"),
    columns: [
      { label: t("papers:party"), part: 5 },
      { label: t("papers:dossier.post"), part: 3 },
      { label: t("papers:statement.fact.signedAt"), part: 3 },
    ],
    rows: signatures.map(({ memberId, post, signedAt }) => {
      const party = facts.parties.find(({ id }) => id === memberId);
      const name = party ? `${party.key} ${pickText(party.names, lang)?.text ?? ""}` : "";
      return [name, postText(post, t), format.dateTime(signedAt)];
    }),
  };
}

function amendmentBlocks({ t, format }: Dossier, { amendments }: PublicAgreement): PaperBlock[] {
  if (amendments.length === 0) return [];
  return [
    {
      kind: "table",
      caption: t("papers:dossier.amendments"),
      columns: [
        { label: t("papers:dossier.number"), part: 1 },
        { label: t("papers:dossier.effective"), part: 2 },
        { label: t("papers:dossier.reason"), part: 4 },
        { label: t("papers:statement.fact.textHash"), part: 4 },
      ],
      rows: amendments.map(({ number, effectiveFrom, rationale, textSha256 }) => [
        String(number),
        format.date(effectiveFrom),
        rationale,
        textSha256,
      ]),
    },
  ];
}

function runBlocks({ t, format }: Dossier, { runs }: PublicAgreement): PaperBlock[] {
  if (runs.length === 0) return [];
  return [
    {
      kind: "table",
      caption: t("papers:dossier.distributions"),
      columns: [
        { label: t("papers:statement.fact.run"), part: 3 },
        { label: t("papers:statement.fact.period"), part: 3 },
        { label: t("papers:amount"), part: 3, isNumber: true },
        { label: t("papers:statement.fact.hash"), part: 4 },
      ],
      rows: runs.map((run) => [
        runName(t, run),
        t("distributions:period", { from: format.date(run.from), to: format.date(lastDay(run.to) ?? run.to) }),
        format.money(BigInt(run.totalVnd)),
        run.inputsSha256,
      ]),
    },
  ];
}
