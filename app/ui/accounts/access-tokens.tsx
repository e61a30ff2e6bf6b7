import {
  type OwnToken,
  TOKEN_DAYS,
  TOKEN_SCOPES,
  type TokenScope,
} from "#app/domain/accounts/access-tokens/access-token.ts";
import type { FormState } from "#app/platform/form-state.ts";
import type { Translate } from "#app/platform/languages/translate.ts";
import { Checkboxes, RadioGroup } from "#app/ui/form/choices.tsx";
import { Field } from "#app/ui/form/field.tsx";
import { Actions, Form, Submit } from "#app/ui/form/form.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { StackTable } from "#app/ui/lists/stack-table.tsx";
import { EmptyState, Notice } from "#app/ui/marks/notice.tsx";

const SCOPE_WORDS = { "findings:write": "accounts:tokens.scope.findings" } as const satisfies Record<
  TokenScope,
  string
>;

/** The fields of a new token by name, for the summary of errors. */
export function accessTokenLabels(t: Translate): Record<string, string> {
  return {
    tokenName: t("accounts:tokens.name"),
    scopes: t("accounts:tokens.scopes"),
    days: t("accounts:tokens.days"),
  };
}

/** The secret of a token just made, which no other page shows. */
export function NewSecret({ secret }: { secret: string }) {
  const { t } = useLanguage();
  return (
    <Notice>
      <h2>{t("accounts:tokens.made")}</h2>
      <p>
        <code>{secret}</code>
      </p>
      <p>{t("accounts:tokens.madeText")}</p>
    </Notice>
  );
}

/** What is in force, and what was. `at`: the moment that tells them apart. */
export function AccessTokenTable({ tokens, at }: { tokens: readonly OwnToken[]; at: string }) {
  const { t, format } = useLanguage();
  if (tokens.length === 0)
    return <EmptyState title={t("accounts:tokens.none")}>{t("accounts:tokens.noneText")}</EmptyState>;
  return (
    <StackTable
      caption={t("accounts:tokens.yours")}
      columns={[
        { label: t("accounts:tokens.name"), heads: true },
        { label: t("accounts:tokens.scopes") },
        { label: t("accounts:tokens.expires") },
        { label: t("accounts:tokens.used") },
        { label: t("accounts:tokens.end") },
      ]}
      rows={tokens.map((token) => ({
        key: token.id,
        cells: [
          token.name,
          token.scopes.map((scope) => t(SCOPE_WORDS[scope])).join("; "),
          format.date(format.dayOf(token.expiresAt)),
          token.lastUsedAt ? format.dateTime(token.lastUsedAt) : t("accounts:tokens.never"),
          token.revokedAt || Date.parse(token.expiresAt) <= Date.parse(at) ? (
            t("accounts:tokens.ended")
          ) : (
            <Form key="end">
              <input type="hidden" name="id" value={token.id} />
              <Submit name="intent" value="revoke" look="alt" small>
                {t("accounts:tokens.end")}
                <span className="vh"> {token.name}</span>
              </Submit>
            </Form>
          ),
        ],
      }))}
    />
  );
}

export function AccessTokenForm({ form }: { form: FormState }) {
  const { t } = useLanguage();
  return (
    <Form>
      <Field
        name="tokenName"
        label={t("accounts:tokens.name")}
        hint={t("accounts:tokens.nameHint")}
        maxLength={80}
        form={form}
      />
      <Checkboxes
        name="scopes"
        label={t("accounts:tokens.scopes")}
        choices={TOKEN_SCOPES.map((value) => ({
          value,
          label: t(SCOPE_WORDS[value]),
        }))}
        form={form}
      />
      <RadioGroup
        name="days"
        label={t("accounts:tokens.days")}
        choices={TOKEN_DAYS.map((value) => ({ value, label: t(`accounts:tokens.daysOf.${value}`) }))}
        form={form}
      />
      <Actions>
        <Submit name="intent" value="make">
          {t("accounts:tokens.make")}
        </Submit>
      </Actions>
    </Form>
  );
}
