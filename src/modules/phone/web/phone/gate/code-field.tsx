// The second factor, asked for where the account has one.

export function CodeField({ value, onChange }: { value: string; onChange: (code: string) => void }) {
  return (
    <label className="f-label">
      动态口令
      <input
        className="f-input"
        value={value}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={20}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
