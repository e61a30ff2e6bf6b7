import type { Paper, PaperBlock, PaperTable } from "#app/platform/paper/paper.ts";
import { Facts } from "#app/ui/blocks/facts.tsx";
import { Section } from "#app/ui/frame/head.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

type Part = { title: string | null; blocks: PaperBlock[] };

/** A document as a page: the same blocks as its PDF, in the same order. */
export function PaperBlocks(props: { blocks: Paper["blocks"] }) {
  return partsOf(props.blocks).map(({ title, blocks }, place) => {
    const content = blocks.map((block) => <Block key={keyOf(block)} block={block} title={title} />);
    return title === null ? (
      content
    ) : (
      <Section key={title} id={`part-${place}`} title={title}>
        <div className="flow">{content}</div>
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

function Block({ block, title }: { block: PaperBlock; title: string | null }) {
  if (block.kind === "text") return <p>{block.text}</p>;
  if (block.kind === "facts") {
    const facts = block.facts.map(({ term, value, href }) => ({
      term,
      value: href ? <a href={href}>{value}</a> : value,
    }));
    return <Facts facts={facts} />;
  }
  return block.kind === "table" ? <PaperTableView table={block} captioned={block.caption !== title} /> : null;
}

function PaperTableView({ table, captioned }: { table: PaperTable; captioned: boolean }) {
  const { columns, rows, total } = table;
  return (
    <StackTable
      caption={table.caption}
      captioned={captioned}
      columns={columns.map(({ label, isNumber }, place) => ({ label, numeric: isNumber ?? false, heads: place === 0 }))}
      rows={[
        ...rows.map((cells, place) => ({ key: String(place), cells })),
        ...(total ? [{ key: "total", cells: total, total: true }] : []),
      ]}
    />
  );
}
