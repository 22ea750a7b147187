import { useId } from 'react';
import { LONGEST_WORDS, TROUBLE_NAMES, TROUBLES, type Trouble } from '../../../domain/words.ts';
import { Alert, Page } from '../parts/frame.tsx';
import { TroubleIcon } from '../parts/icons.tsx';
import { Photos } from '../parts/photos.tsx';
import type { StepProps } from './step-props.ts';

export function Troubles({ draft, change, faults, onNext }: StepProps) {
  const id = useId();
  const toggle = (trouble: Trouble) =>
    change(({ troubles }) => ({
      troubles: troubles.includes(trouble) ? troubles.filter((each) => each !== trouble) : [...troubles, trouble],
    }));
  return (
    <Page title="遇到了什么困难" step={{ step: 2, of: 3 }}>
      <fieldset className="d-field">
        <legend>可以选几项</legend>
        <div className="d-troubles">
          {TROUBLES.map((trouble) => (
            <label key={trouble} className="d-trouble">
              <input type="checkbox" checked={draft.troubles.includes(trouble)} onChange={() => toggle(trouble)} />
              <TroubleIcon trouble={trouble} />
              <span>{TROUBLE_NAMES[trouble]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Alert>{faults.troubles ?? ''}</Alert>
      <div className="d-field">
        <label htmlFor={id}>用自己的话说一说（可以不填）</label>
        <p className="d-hint" id={`${id}-hint`}>
          什么时候开始的，花了多少钱，现在缺什么。请不要写身份证号和银行卡号。
        </p>
        <textarea
          id={id}
          rows={4}
          maxLength={LONGEST_WORDS}
          value={draft.words}
          aria-describedby={`${id}-hint`}
          aria-invalid={faults.words ? true : undefined}
          onChange={({ target }) => change({ words: target.value })}
        />
      </div>
      <Alert>{faults.words ?? ''}</Alert>
      <Photos photos={draft.photos} change={(how) => change(({ photos }) => ({ photos: how(photos) }))} />
      <Alert>{faults.photos ?? ''}</Alert>
      <div className="d-actions">
        <button type="button" className="d-button" onClick={onNext}>
          下一步
        </button>
        <a className="d-button d-button-plain" href="#place">
          上一步
        </a>
      </div>
    </Page>
  );
}
