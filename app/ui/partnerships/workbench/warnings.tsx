import type { Weighed } from "#app/domain/partnerships/workbench/weigh.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Notice } from "#app/ui/marks/notice.tsx";

/** What the parties must see beside the figures: a loss that nobody can bear, and authors below the legal minimum. */
export function Warnings(props: { letter: string; weighed: Weighed; minimumPpm: number }) {
  const { t, format } = useLanguage();
  const { letter, weighed } = props;
  const unborne = weighed.scenarios.filter(({ unallocatedVnd }) => unallocatedVnd > 0n);
  return (
    <>
      {unborne.map(({ name, unallocatedVnd }) => (
        <Notice key={name} warn>
          {t("workbench:warn.unallocated", { letter, scenario: name, amount: format.money(unallocatedVnd) })}
        </Notice>
      ))}
      {weighed.isLawful ? null : (
        <Notice warn>{t("workbench:warn.unlawful", { letter, minimum: format.percent(props.minimumPpm) })}</Notice>
      )}
      {weighed.tiersVnd > 0n || weighed.reserveVnd > 0n ? (
        <p className="s soft read">
          {t("workbench:besides", {
            letter,
            tiers: format.money(weighed.tiersVnd),
            reserve: format.money(weighed.reserveVnd),
          })}
        </p>
      ) : null}
    </>
  );
}
