import { useLanguage } from "#app/ui/language.tsx";

type OwnPage = {
  code: string;
  currency: { isStale: boolean } | null;
  mayEdit: boolean;
  mayVerify: boolean;
  mayAnswer: boolean;
  mayReport: boolean;
  mayConfirm: boolean;
  mayWithdraw: boolean;
};

/** What those concerned can do from here. */
export function OwnActions({ page }: { page: OwnPage }) {
  const { lang, t } = useLanguage();
  const here = `/${lang}/results/${page.code}`;
  const mayOpenDesk = page.mayVerify || page.mayAnswer;
  if (!page.mayEdit && !mayOpenDesk && !page.mayWithdraw && !page.mayConfirm && !page.mayReport) return null;
  return (
    <p className="row actions">
      {page.mayEdit ? (
        <a className="btn" href={`${here}/edit`}>
          {t("results:page.continue")}
        </a>
      ) : null}
      {mayOpenDesk ? (
        <a className="btn" href={`/${lang}/desk/results/${page.code}`}>
          {t("results:page.toDesk")}
        </a>
      ) : null}
      {page.mayReport ? (
        <a className="btn" href={`${here}/report`}>
          {t("reports:link")}
        </a>
      ) : null}
      {page.mayConfirm ? (
        <a className={page.currency?.isStale ? "btn alt" : undefined} href={`${here}/confirm`}>
          {t("results:page.confirm")}
        </a>
      ) : null}
      {page.mayWithdraw ? <a href={`${here}/withdraw`}>{t("results:page.withdraw")}</a> : null}
    </p>
  );
}
