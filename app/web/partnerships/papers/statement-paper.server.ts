import type { How, StatementLine } from "#app/domain/partnerships/distributions/statement.ts";
import { environment } from "#app/platform/environment.server.ts";
import { type Format, formatter } from "#app/platform/languages/format.ts";
import type { Language } from "#app/platform/languages/languages.ts";
import { translator } from "#app/platform/languages/messages.server.ts";
import { pickText } from "#app/platform/languages/texts.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import type { Paper, PaperBlock, PaperTable } from "#app/platform/paper/paper.ts";
import { runName } from "#app/ui/partnerships/distributions/run-name.ts";
import { rewardWords } from "#app/ui/partnerships/terms/terms-words.ts";
import { lastDay } from "../partnership-view.server.ts";
import { inputBlocks } from "./statement-inputs.server.ts";
import type { StatementView } from "./statement-view.server.ts";

export type Told = { view: StatementView; lang: Language; t: Translate; format: Format };

/** A statement as a document: its page and its PDF say the same. */
export function statementPaper(view: StatementView, lang: Language): Paper {
  const told: Told = { view, lang, t: translator(lang), format: formatter(lang) };
  const { t } = told;
  const { code, product, productCode, run } = view;
  return {
    lang,
    title: t("papers:statement.of", { name: view.name }),
    lede: ledeOf(told),
    header: t("papers:statement.header", { code, product, productCode }),
    address: view.address,
    madeAt: new Date(run.endedAt ?? run.proposedAt),
    blocks: [
      ...ownBlocks(told),
      { kind: "heading", text: t("papers:statement.linesTitle") },
      wholeTable(told),
      ...authorBlocks(told),
      { kind: "heading", text: t("papers:statement.inputsTitle") },
      ...inputBlocks(told),
      ...approvalBlocks(told),
      ...checkBlocks(told),
    ],
  };
}

function ledeOf(told: Told): string {
  const { view, t, format } = told;
  const { ownVnd } = view.statement;
  const words = {
    run: runName(told.t, told.view.run),
    period: inSentence(periodOf(told)),
    amount: format.money(ownVnd < 0n ? -ownVnd : ownVnd),
  };
  return t(ownVnd < 0n ? "papers:statement.bears" : "papers:statement.gets", words);
}

/** A sentence goes on with what begins one elsewhere. */
function inSentence(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function periodOf({ view: { run }, t, format }: Told): string {
  return t("distributions:period", { from: format.date(run.from), to: format.date(lastDay(run.to) ?? run.to) });
}

function ownBlocks(told: Told): PaperBlock[] {
  const { view, t } = told;
  const { own, ownVnd } = view.statement;
  const heading: PaperBlock = { kind: "heading", text: t("papers:statement.ownTitle") };
  if (own.length === 0) return [heading, { kind: "text", text: t("papers:statement.nothing", { name: view.name }) }];
  const table: PaperTable = {
    kind: "table",
    caption: t("papers:statement.own", { name: view.name }),
    columns: [
      { label: t("papers:item"), part: 3 },
      { label: t("papers:statement.how"), part: 6 },
      ...amountColumns(told),
    ],
    rows: own.map((line) => [t(`exports:tier.${line.tier}`), howText(told, line.how), ...amounts(told, line)]),
    total: [t("papers:sum"), "", ...amounts(told, sumOf(own, ownVnd))],
  };
  const notes: PaperBlock[] = [{ kind: "text", text: t("papers:statement.by.rounding") }];
  const { compensates } = view.run;
  if (compensates !== null)
    notes.push({ kind: "text", text: t("papers:statement.compensates", { number: String(compensates) }) });
  return [heading, table, ...notes];
}

type Amounts = Pick<StatementLine, "wholeVnd" | "beforeVnd" | "amountVnd">;

/** A run that compensates another shows what is right, what was given before, and the difference. */
function amountColumns({ view, t }: Told): PaperTable["columns"] {
  if (view.run.compensates === null) return [{ label: t("papers:amount"), part: 3, isNumber: true }];
  const labels = [t("papers:statement.whole"), t("papers:statement.before"), t("papers:statement.difference")];
  return labels.map((label) => ({ label, part: 3, isNumber: true }));
}

function amounts({ view, format }: Told, { wholeVnd, beforeVnd, amountVnd }: Amounts): string[] {
  const shown = view.run.compensates === null ? [amountVnd] : [wholeVnd, beforeVnd, amountVnd];
  return shown.map((vnd) => format.money(vnd));
}

function sumOf(lines: readonly StatementLine[], amountVnd: bigint): Amounts {
  const sum = (key: "wholeVnd" | "beforeVnd") => lines.reduce((all, line) => all + line[key], 0n);
  return { wholeVnd: sum("wholeVnd"), beforeVnd: sum("beforeVnd"), amountVnd };
}

function howText({ t, format }: Pick<Told, "t" | "format">, how: How | null): string {
  if (!how) return "";
  const of = format.money(how.ofVnd);
  if (how.kind === "CAPITAL") {
    const [capital, all] = [format.money(how.capitalVnd), format.money(how.allVnd)];
    return t("papers:statement.by.CAPITAL", { of, capital, all });
  }
  const share = format.percent(how.ppm);
  if (how.kind === "SHARE") return t("papers:statement.by.SHARE", { of, share });
  if (how.kind === "HOST") {
    const [authors, intermediary] = [format.money(how.authorsVnd), format.money(how.intermediaryVnd)];
    return t("papers:statement.by.HOST", { of, share, authors, intermediary });
  }
  if (how.capVnd === null) return t("papers:statement.by.LOSS", { of, share });
  const [cap, prior] = [format.money(how.capVnd), format.money(how.priorVnd)];
  return t("papers:statement.by.LOSS_CAPPED", { of, share, cap, prior });
}

function partyName({ view, lang }: Told, place: number | null): string {
  const id = view.members.find(({ position }) => position === place)?.id;
  const party = view.parties.find((one) => one.id === id);
  return party ? `${party.key} ${pickText(party.names, lang)?.text ?? ""}` : "";
}

function wholeTable(told: Told): PaperTable {
  const { view, t } = told;
  const { lines } = view.statement;
  const total = lines.reduce((sum, { amountVnd }) => sum + amountVnd, 0n);
  return {
    kind: "table",
    caption: t("papers:statement.linesTitle"),
    columns: [{ label: t("papers:item"), part: 3 }, { label: t("papers:party"), part: 4 }, ...amountColumns(told)],
    rows: lines.map((line) => [
      t(`exports:tier.${line.tier}`),
      line.author ?? partyName(told, line.party),
      ...amounts(told, line),
    ]),
    total: [
      t(view.run.kind === "LOSS" ? "papers:statement.totalLoss" : "papers:statement.total"),
      "",
      ...amounts(told, sumOf(lines, total)),
    ],
  };
}

function authorBlocks({ view, t, format }: Told): PaperBlock[] {
  const { run, inputs, whose } = view;
  const authors = inputs.terms?.authors;
  if (inputs.kind === "LOSS" || !authors) return [];
  const own = whose.kind === "AUTHOR" ? inputs.authors[whose.place - 1] : undefined;
  const text = t("papers:statement.authorsTitle");
  const facts = [
    { term: t("papers:statement.fact.reward"), value: format.money(BigInt(run.authorsVnd)) },
    { term: t("papers:statement.fact.minimum"), value: format.money(BigInt(run.authorsMinimumVnd)) },
    {
      term: t("papers:statement.fact.rewardRate"),
      value: rewardWords(authors, { t, format }),
    },
    ...(own ? [{ term: t("papers:statement.fact.share"), value: format.percent(own.ppm) }] : []),
  ];
  return [
    { kind: "heading", text },
    { kind: "facts", caption: text, facts },
  ];
}

function approvalBlocks({ view, lang, t, format }: Told): PaperBlock[] {
  const text = t("papers:statement.approvalsTitle");
  return [
    { kind: "heading", text },
    {
      kind: "table",
      caption: text,
      columns: [
        { label: t("papers:party"), part: 5 },
        { label: t("papers:dossier.post"), part: 3 },
        { label: t("papers:statement.approvedAt"), part: 3 },
      ],
      rows: view.run.approvals.map(({ memberId, post, approvedAt }) => {
        const party = view.parties.find(({ id }) => id === memberId);
        const name = party ? `${party.key} ${pickText(party.names, lang)?.text ?? ""}` : "";
        return [name, postText(post, t), format.dateTime(approvedAt)];
      }),
    },
  ];
}

function checkBlocks(told: Told): PaperBlock[] {
  const { view, lang, t, format } = told;
  const { run, entry, statement } = view;
  const text = t("papers:statement.checkTitle");
  const facts = [
    { term: t("papers:statement.fact.run"), value: runName(told.t, told.view.run) },
    { term: t("papers:statement.fact.period"), value: periodOf(told) },
    { term: t("papers:statement.fact.lockedAt"), value: run.endedAt ? format.dateTime(run.endedAt) : "" },
    { term: t("papers:statement.fact.engine"), value: run.engineVersion },
    { term: t("papers:statement.fact.hash"), value: run.inputsSha256 },
    ...(entry
      ? [
          {
            term: t("papers:statement.fact.entry"),
            value: format.number(entry.entryNo),
            href: `/${lang}/record/${entry.entryNo}`,
          },
          { term: t("papers:statement.fact.entryHash"), value: entry.hash },
          {
            term: t("papers:statement.fact.verify"),
            value: `${environment().baseUrl}/${lang}/record/${entry.entryNo}`,
          },
        ]
      : []),
  ];
  return [
    { kind: "heading", text },
    { kind: "text", text: t(statement.isSame ? "papers:statement.same" : "papers:statement.notSame") },
    { kind: "facts", caption: text, facts },
  ];
}

/** A role code where the signer's profile names no post. */
export function postText(post: string, t: Translate): string {
  return post === "PARTY_REP" ? t("partnerships:signatures.representative") : post;
}
