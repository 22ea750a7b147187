// Six digits on the phone's own number pad.

import { PIN_DIGITS } from '../../../../../kernel/field/pin-policy.ts';

type PinInputProps = { label: string; value: string; onChange: (pin: string) => void; autoFocus?: boolean };

export function PinInput({ label, value, onChange, autoFocus }: PinInputProps) {
  return (
    <label className="f-label">
      {label}
      <input
        className="f-input f-pin"
        type="password"
        inputMode="numeric"
        autoComplete="off"
        maxLength={PIN_DIGITS}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: nothing else can be done on this screen
        autoFocus={autoFocus}
        onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}
