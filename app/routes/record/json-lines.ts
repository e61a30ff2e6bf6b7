import { listEntriesAfter } from "#app/domain/record/queries.server.ts";
import { entryAnswer } from "#app/web/api/record/entry-answer.ts";
import { publicLoader } from "#app/web/guard.server.ts";

const AT_ONCE = 500;

/**
 * The public record from an entry on (`after`, the first unless given), an entry a line, as the API tells it, oldest first: tasks,
 * findings, share changes and all the rest. With each hash and place in the sealed tree anybody checks that nothing is missing.
 */
export const loader = publicLoader(async ({ url }) => {
  const asked = url.searchParams.get("after") ?? "";
  let after = /^\d{1,15}$/.test(asked) ? BigInt(asked) : 0n;
  const encoder = new TextEncoder();
  let more = true;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (!more) return controller.close();
      const page = await listEntriesAfter(after, AT_ONCE);
      more = page.more;
      after = BigInt(page.items.at(-1)?.entryNo ?? 0);
      const lines = page.items.map((entry) => `${JSON.stringify(entryAnswer(entry))}\n`).join("");
      if (lines === "") return controller.close();
      controller.enqueue(encoder.encode(lines));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/jsonl; charset=utf-8",
      "Content-Disposition": 'attachment; filename="record.jsonl"',
      "Cache-Control": "public, max-age=30",
      "Access-Control-Allow-Origin": "*",
    },
  });
});
