import { HOUSES } from "#app/domain/accounts/actor.ts";
import { AGES, type BoardFilter, type BodyFigures } from "#app/domain/obligations/board.ts";
import { OBLIGATION_KINDS } from "#app/domain/obligations/obligation.ts";
import { dutyWords, handWords } from "#app/ui/board/board-words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Choose } from "#app/ui/lists/choose.tsx";

type Choice = { value: string; label: string };

export type BoardFilterFormProps = {
  action: string;
  filter: BoardFilter;
  /** the bodies and roles that owe or have owed something */
  bodies: readonly Pick<BodyFigures, "organisationId" | "role" | "names">[];
  provinces: readonly { code: string; name: string }[];
};

/** A GET form: who, what, which house, where, since when. The view of the tabs stays. */
export function BoardFilterForm(props: BoardFilterFormProps) {
  const { lang, t } = useLanguage();
  const { filter } = props;
  const bodies = props.bodies
    .flatMap((body): Choice[] => {
      const value = body.organisationId ?? body.role;
      return value ? [{ value, label: handWords(t, lang, body) }] : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label, lang));
  const kinds = OBLIGATION_KINDS.map((kind) => ({ value: kind, label: dutyWords(t, kind) }));
  const houses = HOUSES.map((house) => ({ value: house, label: t(`house:${house}`) }));
  const provinces = props.provinces.map(({ code, name }) => ({ value: code, label: name }));
  const ages = AGES.map((age) => ({ value: age, label: t(`obligations:age.${age}`) }));
  return (
    <form className="bar-f" action={props.action} aria-label={t("obligations:filter.title")}>
      {filter.view === "open" ? null : <input type="hidden" name="view" value={filter.view} />}
      <Choose
        name="body"
        label={t("obligations:filter.body")}
        all={t("obligations:filter.allBodies")}
        chosen={filter.body ?? filter.role}
        choices={bodies}
      />
      <Choose
        name="kind"
        label={t("obligations:filter.kind")}
        all={t("obligations:filter.allKinds")}
        chosen={filter.kind}
        choices={kinds}
      />
      <Choose
        name="house"
        label={t("obligations:filter.house")}
        all={t("obligations:filter.allHouses")}
        chosen={filter.house}
        choices={houses}
      />
      <span className="hide-s" />
      <Choose
        name="province"
        label={t("obligations:filter.province")}
        all={t("obligations:filter.allProvinces")}
        chosen={filter.province}
        choices={provinces}
      />
      <Choose
        name="age"
        label={t("obligations:filter.age")}
        all={t("obligations:filter.allAges")}
        chosen={filter.age}
        choices={ages}
      />
      <button className="btn alt" type="submit">
        {t("common:filter.apply")}
      </button>
    </form>
  );
}
