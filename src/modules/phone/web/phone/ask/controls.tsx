// How each kind of question is answered with a thumb: large targets, the number pad for numbers, nothing that needs aim.

import { type ReactElement, useId, useState } from 'react';
import { readMoney, readNumber } from '../../../../../kernel/written-number.ts';
import { readWan } from '../../../../../platform/web/registers/written-wan.ts';
import { isEmpty, moneyText, namesOf, type Question } from '../../../../field/domain/questions.ts';
import { PhotosInput } from './photos-input.tsx';
import { HouseholdInput, RowInput } from './pickers.tsx';
import { PlaceInput } from './place-input.tsx';
import { SignatureInput } from './signature-input.tsx';

export type ControlProps<Q extends Question = Question> = {
  question: Q;
  value: unknown;
  onChange: (value: unknown) => void;
  /** Ids for those who cannot see the screen. */
  id: string;
};
type OfKind<K extends Question['kind']> = ControlProps<Extract<Question, { kind: K }>>;

const CONTROLS: { [K in Question['kind']]: (props: OfKind<K>) => ReactElement } = {
  text: ({ question: { lines, most }, value, onChange, id }) =>
    lines && lines > 1 ? (
      <textarea
        id={id}
        className="f-input"
        rows={lines}
        maxLength={most}
        value={String(value ?? '')}
        onChange={({ target }) => onChange(target.value)}
      />
    ) : (
      <input
        id={id}
        className="f-input"
        maxLength={most}
        autoComplete="off"
        value={String(value ?? '')}
        onChange={({ target }) => onChange(target.value)}
      />
    ),
  number: ({ question: { unit = '' }, value, onChange, id }) => (
    <Typed
      id={id}
      unit={unit}
      shown={typeof value === 'number' ? String(value) : ''}
      read={(text) => readNumber(text, unit)}
      onChange={onChange}
    />
  ),
  money: ({ question: { unit }, value, onChange, id }) => (
    <Typed
      id={id}
      unit={unit}
      shown={typeof value === 'number' && !Number.isNaN(value) ? moneyText(value, unit) : ''}
      read={(text) => (unit === '万元' ? readWan(text) : readMoney(text, { mayBeNegative: true }).fen)}
      onChange={onChange}
    />
  ),
  day: ({ question: { latest }, value, onChange, id }) => (
    <input
      id={id}
      className="f-input"
      type="date"
      max={latest}
      value={String(value ?? '')}
      onChange={({ target }) => onChange(target.value)}
    />
  ),
  month: ({ value, onChange, id }) => (
    <input
      id={id}
      className="f-input"
      type="month"
      value={String(value ?? '').slice(0, 7)}
      onChange={({ target }) => onChange(target.value ? `${target.value}-01` : '')}
    />
  ),
  year: ({ value, onChange, id }) => (
    <Typed
      id={id}
      unit="年"
      shown={value ? String(value) : ''}
      read={(text) => (/^\d{4}年?$/.test(text.trim()) ? Number.parseInt(text, 10) : undefined)}
      onChange={onChange}
    />
  ),
  choice: ({ question: { choices }, value, onChange, id }) => (
    <div className="f-options" role="radiogroup" aria-labelledby={`${id}-title`}>
      {Object.entries(choices).map(([code, word]) => (
        <label key={code} className="f-option">
          <input type="radio" name={id} checked={String(value ?? '') === code} onChange={() => onChange(code)} />
          {word}
        </label>
      ))}
    </div>
  ),
  choices: ({ question: { choices }, value, onChange }) => {
    const chosen = Array.isArray(value) ? (value as string[]) : [];
    return (
      <div className="f-options">
        {Object.entries(choices).map(([code, word]) => (
          <label key={code} className="f-option">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={({ target }) =>
                onChange(target.checked ? [...chosen, code] : chosen.filter((each) => each !== code))
              }
            />
            {word}
          </label>
        ))}
      </div>
    );
  },
  'yes-no': ({ question: { yes, no }, value, onChange, id }) => (
    <div className="f-options f-options-two" role="radiogroup" aria-labelledby={`${id}-title`}>
      {([true, false] as const).map((each) => (
        <label key={String(each)} className="f-option">
          <input type="radio" name={id} checked={value === each} onChange={() => onChange(each)} />
          {each ? yes : no}
        </label>
      ))}
    </div>
  ),
  names: ({ value, onChange, id }) => <NamesInput id={id} value={value} onChange={onChange} />,
  photos: (props) => <PhotosInput {...props} />,
  signature: (props) => <SignatureInput {...props} />,
  place: (props) => <PlaceInput {...props} />,
  shown: ({ value }) => <p className="f-shown">{String(value ?? '')}</p>,
  household: (props) => <HouseholdInput {...props} />,
  row: (props) => <RowInput {...props} />,
};

type TypedProps = {
  id: string;
  unit: string;
  shown: string;
  read: (text: string) => number | undefined;
  onChange: (value: unknown) => void;
};

/** What is typed stays as it is typed; what cannot be read is told, not dropped. */
function Typed({ id, unit, shown, read, onChange }: TypedProps) {
  const [text, setText] = useState(shown);
  return (
    <span className="f-with-unit">
      <input
        id={id}
        className="f-input"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          onChange(target.value.trim() === '' ? undefined : (read(target.value) ?? Number.NaN));
        }}
      />
      {unit ? <span>{unit}</span> : null}
    </span>
  );
}

function NamesInput({ id, value, onChange }: { id: string; value: unknown; onChange: (value: unknown) => void }) {
  const [text, setText] = useState(Array.isArray(value) ? value.join('、') : '');
  return (
    <input
      id={id}
      className="f-input"
      autoComplete="off"
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        onChange(namesOf(target.value));
      }}
    />
  );
}

/** Whose control is one field that a label may name; the others are groups. */
const SINGLE: readonly Question['kind'][] = ['text', 'number', 'money', 'day', 'month', 'year', 'names'];

type OneControlProps = {
  question: Question;
  value: unknown;
  /** Now, by the other answers. */
  isRequired: boolean;
  /** The only one of its screen, whose heading says the same. */
  isAlone: boolean;
  fault: string | undefined;
  onChange: (value: unknown) => void;
};

export function Control({ question, value, isRequired, isAlone, fault, onChange }: OneControlProps) {
  const id = useId();
  const Answer = CONTROLS[question.kind] as (props: ControlProps) => ReactElement;
  const title = `${question.title}${isRequired || isAlone || question.kind === 'shown' ? '' : '（可不填）'}`;
  const hint =
    question.hint ?? (isAlone && !isRequired && question.kind !== 'shown' ? '可以不填，直接到下一步' : undefined);
  return (
    <div className="f-field">
      {SINGLE.includes(question.kind) ? (
        <label className={isAlone ? 'f-hidden' : 'f-label'} htmlFor={id} id={`${id}-title`}>
          {title}
        </label>
      ) : (
        <p className={isAlone ? 'f-hidden' : 'f-label'} id={`${id}-title`}>
          {title}
        </p>
      )}
      {hint ? <p className="f-quiet">{hint}</p> : null}
      <Answer question={question} value={isEmpty(value) ? undefined : value} onChange={onChange} id={id} />
      {fault ? (
        <p className="f-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}
