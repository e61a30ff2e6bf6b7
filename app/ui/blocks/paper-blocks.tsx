import type { Paper, PaperBlock, PaperTable } from "#app/platform/paper/paper.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";

type Part = { title: string | null; blocks: PaperBlock[] };

/** A document as a page: the same blocks as its PDF, in the same order. */
export function PaperBlocks(props: { blocks: Paper["blocks"] }) {
  return partsOf(props.blocks).map(({ title, blocks }, place) => {
    const content = blocks.map((block) => <Block key={keyOf(block)} block={block} />);
    return title === null ? (
      content
    ) : (
      <Section key={title} id={`part-${place}`} title={title}>
        {content}
      </Section>
    );
  });
}

/** Each heading with what stands under it. */
function partsOf(blocks: readonly PaperBlock[]): Part[] {
  const parts: Part[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") parts.push({ title: block.text, blocks: [] });
    else if (parts.length === 0) parts.push({ title: null, blocks: [block] });
    else parts.at(-1)?.blocks.push(block);
  }
  return parts;
}

function keyOf(block: PaperBlock): string {
  return block.kind === "text" || block.kind === "heading" ? block.text : `${block.kind} ${block.caption}`;
}

function Block({ block }: { block: PaperBlock }) {
  if (block.kind === "text") return <p>{block.text}</p>;
  if (block.kind === "facts") return <Facts facts={block.facts} />;
  return block.kind === "table" ? <PaperTableView table={block} /> : null;
}

function PaperTableView({ table }: { table: PaperTable }) {
  const { columns, rows, total } = table;
  return (
    <table className="stack" role="table">
      <caption>{table.caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, isNumber }) => (
            <th key={label} role="columnheader" scope="col" className={isNumber ? "n" : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a document never move
          <Row key={place} columns={columns} cells={cells} />
        ))}
        {total ? <Row columns={columns} cells={total} isTotal /> : null}
      </tbody>
    </table>
  );
}

function Row(props: { columns: PaperTable["columns"]; cells: readonly string[]; isTotal?: boolean }) {
  const [name, ...others] = props.cells;
  return (
    <tr role="row" className={props.isTotal ? "total" : undefined}>
      <th role="rowheader" scope="row">
        {name}
      </th>
      {others.map((text, place) => {
        const column = props.columns[place + 1];
        return (
          <td key={column?.label} role="cell" data-l={column?.label} className={column?.isNumber ? "n" : undefined}>
            {text}
          </td>
        );
      })}
    </tr>
  );
}
