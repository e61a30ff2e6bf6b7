import type { BulkKind } from "#app/domain/initiatives/bulk/bulk.ts";
import { useLanguage } from "#app/ui/language.tsx";

/** What is done with the ticked rows: each button leads to the form of its act. It stays in sight while the list scrolls. */
export function TickedActs(props: {
  acts: readonly BulkKind[];
  allTicked: boolean;
  tickAll: string;
  tickNone: string;
}) {
  const { lang, t } = useLanguage();
  return (
    <div className="acts-bar">
      <p className="s">
        <span className="soft">{t("inbox:withTicked")}</span>{" "}
        <a href={props.allTicked ? props.tickNone : props.tickAll}>
          {t(props.allTicked ? "inbox:tickNone" : "inbox:tickAll")}
        </a>
      </p>
      <p className="row">
        {props.acts.map((act) => (
          <button key={act} className="btn alt sm" type="submit" formAction={`/${lang}/desk/inbox/${act}`}>
            {t(`inbox:act.${act}`)}
          </button>
        ))}
      </p>
    </div>
  );
}
