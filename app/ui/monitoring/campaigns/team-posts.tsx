import type { FoundCampaign } from "#app/domain/monitoring/campaigns/campaign.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState } from "#app/ui/marks/notice.tsx";
import { postWord } from "#app/ui/record/entry-words.ts";

type Declared = Pick<FoundCampaign["team"][number], "post" | "declaration" | "declaredAt" | "leftAt">;

/** The team by its posts, with what each declared. */
export function TeamPosts({ team }: { team: readonly Declared[] }) {
  const { t, format } = useLanguage();
  if (team.length === 0) return <EmptyState title={t("monitoring:teamNone")} />;
  return (
    <>
      <p className="read">{t("monitoring:teamText")}</p>
      <StackTable
        caption={t("monitoring:team")}
        columns={[
          { label: t("monitoring:field.post"), heads: true },
          { label: t("monitoring:field.declaration") },
          { label: t("monitoring:declared") },
        ]}
        rows={team.map((member) => ({
          key: `${member.post} ${member.declaredAt}`,
          cells: [
            <>
              {postWord(t, member.post)}
              {member.leftAt ? <small className="soft"> {t("monitoring:left")}</small> : null}
            </>,
            member.declaration,
            format.date(format.dayOf(member.declaredAt)),
          ],
        }))}
      />
    </>
  );
}
