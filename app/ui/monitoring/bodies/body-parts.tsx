import type { FoundFrontBody, FrontBodyItem } from "#app/domain/monitoring/bodies/body.ts";
import type { OpenFinding, OpenRecommendation } from "#app/domain/monitoring/open-data/open-data.ts";
import { workClock } from "#app/domain/monitoring/workbench/workbench.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Foreign, Text } from "#app/ui/foreign.tsx";
import { Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { ClockChip } from "#app/ui/marks/clock-chip.tsx";

/** Bodies of the Front, each with what stands of its own work in public. */
export function FrontBodies({ caption, bodies }: { caption: string; bodies: readonly FrontBodyItem[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={caption}
      columns={[
        { label: t("monitoring:bodies.body"), heads: true },
        { label: t("monitoring:spaces.campaigns"), numeric: true },
        { label: t("monitoring:findings"), numeric: true },
        { label: t("monitoring:spaces.open"), numeric: true },
        { label: t("monitoring:spaces.overdue"), numeric: true },
      ]}
      rows={bodies.map((body) => ({
        key: body.id,
        cells: [
          <a key="name" href={`/${lang}/monitoring/bodies/${body.code}`}>
            <Text of={body.name} badge={false} />
          </a>,
          ...[body.campaigns, body.findings, body.open, body.overdue].map((count) => format.number(count)),
        ],
      }))}
    />
  );
}

/** Who monitors for a body, by their posts. */
export function FrontPosts({ posts }: Pick<FoundFrontBody, "posts">) {
  const { t, format } = useLanguage();
  return (
    <ul className="flow tight">
      {posts.map(({ role, post, people }) => (
        <li key={role + post}>
          {post ?? t(`accounts:role.${role}`)}
          {people > 1 ? <span className="soft"> × {format.number(people)}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Open recommendations of a body, what is due first. */
export function OpenRecommendations(props: { items: readonly OpenRecommendation[]; today: string }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:recommendations")}
      columns={[
        { label: t("monitoring:recommendation"), heads: true },
        { label: t("monitoring:addressee") },
        { label: t("monitoring:due") },
      ]}
      rows={props.items.map((one) => ({
        key: one.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/recommendations/${one.code}`}>{one.code}</a>{" "}
            <Foreign lang={one.language}>{one.text}</Foreign>
          </>,
          <Text key="addressee" of={one.addressee.name} badge={false} />,
          <>
            <ClockChip {...workClock(one.dueOn, props.today)} /> <span className="s nw">{format.date(one.dueOn)}</span>
          </>,
        ],
      }))}
    />
  );
}

/** The newest findings of a body. */
export function NewestFindings({ items }: { items: readonly OpenFinding[] }) {
  const { lang, t, format } = useLanguage();
  return (
    <StackTable
      caption={t("monitoring:findings")}
      columns={[
        { label: t("monitoring:finding"), heads: true },
        { label: t("monitoring:field.severity") },
        { label: t("monitoring:subject") },
        { label: t("monitoring:spaces.publishedOn") },
      ]}
      rows={items.map((one) => ({
        key: one.code,
        cells: [
          <>
            <a href={`/${lang}/monitoring/findings/${one.code}`}>{one.code}</a>{" "}
            <Foreign lang={one.language}>{one.title}</Foreign>
          </>,
          t(`monitoring:severity.${one.severity}`),
          one.subject?.code ?? t("monitoring:wholeCampaign"),
          format.date(format.dayOf(one.publishedAt)),
        ],
      }))}
    />
  );
}

/** Below which body a lead's own stands. */
export function PlaceForm({ form, others }: { form: FormState; others: readonly SelectOption[] }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Select
        name="parentCode"
        label={t("monitoring:spaces.parent")}
        hint={t("monitoring:spaces.parentHint")}
        empty={t("monitoring:spaces.noParent")}
        options={others}
        form={form}
      />
      <Actions>
        <Submit look="alt">{t("monitoring:spaces.place")}</Submit>
      </Actions>
    </Form>
  );
}
