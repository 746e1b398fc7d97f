/** One of a few short choices side by side: real radio buttons, drawn as one control. */
import { useId } from 'preact/hooks';

interface ThreeWayProps<Value extends string> {
  readonly label: string;
  readonly detail: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly isDisabled: boolean;
  readonly onChoose: (value: Value) => void;
}

export function ThreeWay<Value extends string>(props: ThreeWayProps<Value>) {
  const name = useId();
  return (
    <fieldset class="three-way" disabled={props.isDisabled}>
      <legend>
        {props.label}
        <bdi class="switch-detail" dir="ltr">
          {props.detail}
        </bdi>
      </legend>
      <div class="ways">
        {props.choices.map(({ value, label }) => (
          <label class="way" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
