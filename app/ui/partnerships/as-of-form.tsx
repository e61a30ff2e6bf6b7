import { useLanguage } from "#app/ui/language.tsx";

/** Two typed days above every share figure: in force on, as known on. `asOf` and `knownOn` are as they were typed. */
export function AsOfForm(props: { action: string; product: string; asOf: string; knownOn: string; bad: boolean }) {
  const { t } = useLanguage();
  return (
    <form className="asof" action={props.action}>
      <input type="hidden" name="product" value={props.product} />
      <label htmlFor="as-of">{t("partnerships:asOf.on")}</label>
      <input className="in sm" id="as-of" name="asOf" inputMode="numeric" size={10} defaultValue={props.asOf} />
      <label htmlFor="known-on">{t("partnerships:asOf.known")}</label>
      <input
        className="in sm"
        id="known-on"
        name="knownOn"
        inputMode="numeric"
        size={10}
        defaultValue={props.knownOn}
      />
      <button className="btn alt sm" type="submit">
        {t("partnerships:asOf.show")}
      </button>
      {props.bad ? (
        <p className="err" role="alert">
          {t("errors:date")}
        </p>
      ) : null}
    </form>
  );
}
