// A labelled input; what is wrong stands below it and is tied to it.

import { type InputHTMLAttributes, useId } from 'react';

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  label: string;
  hint?: string;
  problem?: string | undefined;
  value: string;
  onChange: (value: string) => void;
};

export function Field({ label, hint, problem, onChange, ...input }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter(Boolean).join(' ');
  return (
    <div className="d-field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="d-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <input
        {...input}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {problem ? (
        <p className="d-problem" id={`${id}-problem`}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

type ChoicesProps<T extends string> = {
  label: string;
  options: readonly { value: T; title: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
  problem?: string | undefined;
};

/** One of a few, all of them in sight. */
export function Choices<T extends string>({ label, options, value, onChange, problem }: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className="d-field" aria-describedby={problem ? `${name}-problem` : undefined}>
      <legend>{label}</legend>
      <div className="d-choices">
        {options.map((option) => (
          <label key={option.value} className="d-choice">
            <input type="radio" name={name} checked={value === option.value} onChange={() => onChange(option.value)} />
            <span>{option.title}</span>
          </label>
        ))}
      </div>
      {problem ? (
        <p className="d-problem" id={`${name}-problem`}>
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}
