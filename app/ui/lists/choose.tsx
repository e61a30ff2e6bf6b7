/** One question of a filter above a list: a labelled choice, of which the first chooses nothing. */
export function Choose(props: {
  /** the key in the address */
  name: string;
  label: string;
  all: string;
  chosen: string | null;
  choices: readonly { value: string; label: string }[];
}) {
  const id = `f-${props.name}`;
  return (
    <div>
      <label className="lab" htmlFor={id}>
        {props.label}
      </label>
      <select className="in" id={id} name={props.name} defaultValue={props.chosen ?? ""}>
        <option value="">{props.all}</option>
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
