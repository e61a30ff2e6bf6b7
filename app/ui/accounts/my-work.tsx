import type { HeldRole, Role } from "#app/domain/accounts/actor.ts";
import { Section } from "#app/ui/frame/head.tsx";
import { useLanguage } from "#app/ui/language.tsx";

const PAGES = {
  submit: "/submit",
  initiatives: "/me/initiatives",
  partnerships: "/me/partnerships",
  calls: "/me/calls",
  results: "/me/results",
  desk: "/desk",
  interests: "/me/interests",
  work: "/desk/work",
  organisations: "/desk/organisations",
  monitoring: "/monitoring/workbench",
  roles: "/admin/roles",
  tokens: "/me/access-tokens",
} as const;
type Work = keyof typeof PAGES;

const WORK_OF: Partial<Record<Role, readonly Work[]>> = {
  PARTY_REP: ["partnerships", "calls", "results", "work"],
  INTAKE: ["desk", "organisations"],
  INTAKE_HEAD: ["desk"],
  CHAIR: ["desk", "interests"],
  EVALUATOR: ["desk", "interests"],
  STEERING: ["desk"],
  TASK_OWNER: ["desk"],
  VERIFIER: ["desk"],
  AUDITOR: ["desk"],
  RESULT_OFFICER: ["desk", "organisations"],
  MONITOR: ["monitoring", "tokens"],
  MONITOR_LEAD: ["monitoring", "tokens"],
  ADMIN: ["roles"],
};

/** Where the reader's own work lies: everybody's first, then that of each role. */
export function MyWork(props: { roles: readonly HeldRole[] }) {
  const { lang, t } = useLanguage();
  const works = new Set<Work>(["submit", "initiatives", ...props.roles.flatMap((held) => WORK_OF[held.role] ?? [])]);
  return (
    <Section id="work" title={t("accounts:me.work")}>
      <ul className="flow tight">
        {[...works].map((work) => (
          <li key={work}>
            <a href={`/${lang}${PAGES[work]}`}>{t(`accounts:work.${work}`)}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
