import { useLoaderData } from "@remix-run/react";
import { dayInVietnam } from "#app/domain/obligations/calendar.ts";
import { listCalendarYears } from "#app/domain/obligations/calendar-year/queries.server.ts";
import { WorkingYearSection } from "#app/ui/catalogue/working-year.tsx";
import { Head } from "#app/ui/frame/head.tsx";
import { Page } from "#app/ui/frame/page.tsx";
import { useLanguage } from "#app/ui/language.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const loader = publicLoader(async ({ t }) => ({
  title: t("catalogue:workingDays.title"),
  description: t("catalogue:workingDays.lede"),
  years: await listCalendarYears(Number(dayInVietnam(new Date()).slice(0, 4))),
}));

export default function WorkingDaysPage() {
  const { years } = useLoaderData<typeof loader>();
  const { lang, t } = useLanguage();
  const title = t("catalogue:workingDays.title");
  return (
    <Page crumbs={[{ label: t("catalogue:title"), href: `/${lang}/catalogue` }, { label: title }]}>
      <Head title={title} lede={t("catalogue:workingDays.lede")}>
        <p className="row s">
          {years.map(({ year }) => (
            <a key={year} href={`#y${year}`}>
              {String(year)}
            </a>
          ))}
          <a href={`/${lang}/obligations?kind=CALENDAR_YEAR`}>{t("catalogue:workingDays.alarm")}</a>
        </p>
      </Head>
      {years.map((year) => (
        <WorkingYearSection key={year.year} year={year} />
      ))}
    </Page>
  );
}
