import { type Format, formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { Paper, PaperBlock } from "#app/platform/paper/paper.ts";
import { entryKind } from "#app/ui/record/entry-words.ts";
import { lastDay } from "../partnership-view.server.ts";
import { agreementBlocks } from "./dossier-agreement.server.ts";
import type { DossierFacts } from "./dossier-facts.server.ts";

export type Dossier = { facts: DossierFacts; lang: Language; t: Translate; format: Format };

/** The dossier of a partnership as a document: what its public page says, and for its parties what is not public too. */
export function dossierPaper(facts: DossierFacts, lang: Language): Paper {
  const dossier: Dossier = { facts, lang, t: translator(lang), format: formatter(lang) };
  const { t, format } = dossier;
  const { found, entries, asOf, inside } = facts;
  const title = pickText(found.title, lang)?.text ?? found.code;
  const codes = found.agreements.map(({ productCode: one }) => `${facts.products.get(one) ?? one} (${one})`);
  return {
    lang,
    title: t("papers:dossier.title", { code: found.code }),
    lede: t(inside ? "papers:dossier.asOfInside" : "papers:dossier.asOf", { date: format.date(asOf) }),
    header: `${found.code} · ${codes.join("; ") || title}`,
    address: facts.address,
    madeAt: new Date(entries.at(-1)?.at ?? found.publishedAt ?? `${asOf}T00:00:00Z`),
    blocks: [
      ...aboutBlocks(dossier, title),
      ...memberBlocks(dossier),
      ...found.agreements.flatMap((agreement) => agreementBlocks(dossier, agreement)),
      ...recordBlocks(dossier),
    ],
  };
}

function aboutBlocks({ facts, lang, t, format }: Dossier, title: string): PaperBlock[] {
  const { found, provinces } = facts;
  const last = lastDay(found.to);
  const period = last
    ? t("partnerships:period.fromTo", { from: format.date(found.from), to: format.date(last) })
    : t("partnerships:period.from", { from: format.date(found.from) });
  const { trlStart, trlTarget } = found;
  const readiness = { start: String(trlStart ?? "–"), target: String(trlTarget ?? "–") };
  const said: { term: string; value: string | null | undefined }[] = [
    { term: t("partnerships:field.title"), value: title },
    { term: t("papers:dossier.state"), value: t(`partnerships:state.${found.state}`) },
    { term: t("papers:dossier.form"), value: t(`partnerships:form.${found.form}`) },
    { term: t("partnerships:field.description"), value: pickText(found.description, lang)?.text },
    { term: t("partnerships:field.period"), value: period },
    {
      term: t("partnerships:field.totalValue"),
      value: found.totalValueVnd && format.money(BigInt(found.totalValueVnd)),
    },
    {
      term: t("partnerships:field.readiness"),
      value: trlStart === null && trlTarget === null ? null : t("partnerships:readiness", readiness),
    },
    { term: t("partnerships:field.provinces"), value: provinces.join(", ") },
  ];
  const caption = t("papers:dossier.about");
  return [
    { kind: "heading", text: caption },
    { kind: "facts", caption, facts: said.flatMap(({ term, value }) => (value ? [{ term, value }] : [])) },
  ];
}

function memberBlocks({ facts, lang, t, format }: Dossier): PaperBlock[] {
  const caption = t("papers:dossier.members");
  const rows = facts.parties.map((party) => {
    const member = facts.found.members.find(({ id }) => id === party.id);
    const last = lastDay(member?.to ?? null);
    return [
      `${party.key} ${pickText(party.names, lang)?.text ?? ""}`,
      t(`house:${party.house}`),
      t(`partnerships:role.${party.role}`),
      member ? format.date(member.from) : "",
      last ? format.date(last) : "",
    ];
  });
  return [
    { kind: "heading", text: caption },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("papers:party"), part: 5 },
        { label: t("papers:dossier.house"), part: 2 },
        { label: t("papers:dossier.role"), part: 2 },
        { label: t("papers:dossier.since"), part: 2 },
        { label: t("papers:dossier.until"), part: 2 },
      ],
      rows,
    },
  ];
}

function recordBlocks({ facts, t, format }: Dossier): PaperBlock[] {
  const caption = t("papers:dossier.record");
  return [
    { kind: "heading", text: caption },
    {
      kind: "table",
      caption,
      columns: [
        { label: t("papers:dossier.entry"), part: 1 },
        { label: t("papers:dossier.at"), part: 2.5 },
        { label: t("papers:dossier.kind"), part: 3.5 },
        { label: t("papers:dossier.hash"), part: 5 },
      ],
      rows: facts.entries.map(({ entryNo, at, kind, hash }) => [
        format.number(entryNo),
        format.dateTime(at),
        entryKind(t, kind),
        hash,
      ]),
    },
  ];
}
