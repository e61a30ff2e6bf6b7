import { DUTY_KINDS, type DutyKind, filterQuery, type InboxFilter } from "#app/domain/initiatives/inbox/inbox.ts";
import { TRACKS } from "#app/domain/initiatives/initiative.ts";
import { inboxDutyWords } from "#app/ui/desk/inbox/words.ts";
import { useLanguage } from "#app/ui/language.tsx";
import { Choose } from "#app/ui/lists/choose.tsx";

type InboxFilterProps = {
  filter: InboxFilter;
  kinds: Partial<Record<DutyKind, number>>;
  colleagues: readonly { personId: string; name: string }[];
  bodies: readonly { id: string; name: string }[];
};

/** A GET form above the inbox: what, on which track, whose, in which body, which words. The clock of the tabs stays. */
export function InboxFilterForm(props: InboxFilterProps) {
  const { lang, t } = useLanguage();
  const { filter } = props;
  return (
    <form className="inbox-f" action={`/${lang}/desk/inbox`} aria-label={t("inbox:filter.title")}>
      {filter.clock ? <input type="hidden" name="clock" value={filter.clock} /> : null}
      <details className="filters" open={filterQuery({ ...filter, clock: null }) !== ""}>
        <summary>{t("inbox:filter.title")}</summary>
        <div className="grid">
          <div className="wide">
            <label className="lab" htmlFor="f-q">
              {t("inbox:filter.text")}
            </label>
            <input className="in" id="f-q" name="q" type="search" defaultValue={filter.text} maxLength={80} />
          </div>
          <Choices {...props} />
          <button className="btn alt" type="submit">
            {t("common:filter.apply")}
          </button>
        </div>
      </details>
    </form>
  );
}

function Choices(props: InboxFilterProps) {
  const { t, format } = useLanguage();
  const { filter, kinds } = props;
  const people = [
    { value: "me", label: t("inbox:filter.mine") },
    { value: "nobody", label: t("inbox:filter.nobodys") },
    ...props.colleagues.map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  const duties = DUTY_KINDS.filter((kind) => kinds[kind] || kind === filter.kind).map((kind) => ({
    value: kind,
    label: `${inboxDutyWords(t, kind)} (${format.number(kinds[kind] ?? 0)})`,
  }));
  return (
    <>
      <Choose
        name="kind"
        label={t("inbox:filter.kind")}
        all={t("inbox:filter.all")}
        chosen={filter.kind}
        choices={duties}
      />
      <Choose
        name="track"
        label={t("inbox:filter.track")}
        all={t("inbox:filter.all")}
        chosen={filter.track}
        choices={TRACKS.map((track) => ({ value: track, label: t(`initiatives:track.${track}`) }))}
      />
      <Choose
        name="assigned"
        label={t("inbox:filter.assigned")}
        all={t("inbox:filter.all")}
        chosen={filter.assigned}
        choices={people}
      />
      {props.bodies.length > 1 ? (
        <Choose
          name="body"
          label={t("inbox:filter.body")}
          all={t("inbox:filter.all")}
          chosen={filter.body}
          choices={props.bodies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </>
  );
}
