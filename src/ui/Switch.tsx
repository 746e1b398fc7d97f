/** A labelled on/off switch; a real checkbox, so that keys and screen readers just work. */

interface SwitchProps {
  readonly label: string;
  readonly detail?: string | undefined;
  /** A figure before the switch, said with the label. */
  readonly count?: string | undefined;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, detail, count, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label class="switch">
      <span class="switch-label">
        {label}
        {detail && <span class="switch-detail">{detail}</span>}
      </span>
      {count !== undefined && <span class="number">{count}</span>}
      <input
        type="checkbox"
        role="switch"
        aria-checked={isOn}
        checked={isOn}
        disabled={isDisabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
