import type { CampaignBody } from "#app/domain/monitoring/campaigns/campaign.ts";
import type { FormState } from "#app/platform/form-state.ts";
import { Text } from "#app/ui/foreign.tsx";
import { RadioGroup, Select, type SelectOption } from "#app/ui/form/choices.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";

/** The bodies asked to work in a campaign, with what each answered; and, for a lead, another to ask. */
export function InvitedBodies(props: {
  bodies: readonly CampaignBody[];
  others: readonly SelectOption[];
  form: FormState;
}) {
  const { t, format } = useLanguage();
  const { bodies, others, form } = props;
  return (
    <>
      {bodies.length === 0 ? (
        <p className="soft">{t("monitoring:bodies.noneInvited")}</p>
      ) : (
        <StackTable
          caption={t("monitoring:bodies.title")}
          columns={[
            { label: t("monitoring:bodies.body"), heads: true },
            { label: t("monitoring:bodies.invitedOn") },
            { label: t("monitoring:bodies.answer") },
          ]}
          rows={bodies.map((body) => ({
            key: body.id,
            cells: [
              <Text key="name" of={body.name} badge={false} />,
              format.date(format.dayOf(body.invitedAt)),
              <>
                {t(
                  `monitoring:bodies.answered.${body.accepted === null ? "WAITS" : body.accepted ? "ACCEPTED" : "DECLINED"}`,
                )}
                {body.note ? <small className="soft"> {body.note}</small> : null}
              </>,
            ],
          }))}
        />
      )}
      {others.length > 0 ? (
        <Form>
          <Select
            name="bodyId"
            label={t("monitoring:bodies.invite")}
            hint={t("monitoring:bodies.inviteHint")}
            empty={t("monitoring:bodies.choose")}
            options={others}
            form={form}
          />
          <Actions>
            <Submit name="intent" value="invite" look="alt">
              {t("monitoring:bodies.doInvite")}
            </Submit>
          </Actions>
        </Form>
      ) : null}
    </>
  );
}

/** What an invited body answers. */
export function InvitationForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <RadioGroup
        name="invitation"
        label={t("monitoring:bodies.answer")}
        choices={(["ACCEPTED", "DECLINED"] as const).map((value) => ({
          value,
          label: t(`monitoring:bodies.say.${value}`),
        }))}
        form={form}
      />
      <TextArea
        name="invitationNote"
        label={t("monitoring:bodies.note")}
        hint={t("monitoring:bodies.noteHint")}
        rows={3}
        max={1_000}
        form={form}
      />
      <Actions>
        <Submit>{t("monitoring:bodies.send")}</Submit>
      </Actions>
    </Form>
  );
}
