/** One of several, each explained: real radio buttons in a labelled group. */
import { useId } from 'preact/hooks';

interface ChoicesProps<Value extends string> {
  readonly title: string;
  readonly value: Value;
  readonly choices: readonly {
    readonly value: Value;
    readonly label: string;
    readonly help?: string;
  }[];
  readonly onChoose: (value: Value) => void;
}

export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{props.title}</legend>
      {props.choices.map(({ value, label, help }) => (
        <label class="choice" key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChoose(value)}
          />
          <span>
            {label}
            {help && <span class="help">{help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
