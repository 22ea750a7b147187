// The foot of a form, always in sight: what is not filled in well, what the server said, what is unsent, and the buttons.

import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import { formatInstant } from '../numbers.ts';
import type { Draft } from './drafts/draft-store.ts';
import type { KeepingState } from './use-keeping.ts';

export type Fault = { name: (string | number)[]; sentence: string };

type FormFootProps = {
  faults: Fault[];
  onJump: (name: Fault['name']) => void;
  failure: ReactNode;
  state: KeepingState;
  /** A draft is kept on the device. */
  keeps: boolean;
  children: ReactNode;
};

export function FormFoot({ faults, onJump, failure, state, keeps, children }: FormFootProps) {
  const [first] = faults;
  return (
    <div className="sw-form-foot">
      {first ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={faults.length > 1 ? `有 ${faults.length} 处没有填好。${first.sentence}` : first.sentence}
          action={
            <Button size="small" onClick={() => onJump(first.name)}>
              去填写
            </Button>
          }
        />
      ) : null}
      {typeof failure === 'string' ? <Alert type="error" showIcon role="alert" title={failure} /> : failure}
      <div className="sw-form-actions">
        <span className="sw-quiet sw-form-state" aria-live="polite">
          {state === 'clean' ? '' : `有未保存的内容${keeps && state === 'kept' ? '，已存草稿' : ''}`}
        </span>
        <span className="sw-grow" />
        {children}
      </div>
    </div>
  );
}

type RestoredNoteProps = { draft: Draft | undefined; onBeginAnew: () => void };

export function RestoredNote({ draft, onBeginAnew }: RestoredNoteProps) {
  if (!draft) return null;
  return (
    <Alert
      className="sw-alert"
      type="info"
      showIcon
      title={`已填入 ${formatInstant(new Date(draft.keptAt))} 没有提交的内容`}
      action={
        <Button size="small" onClick={onBeginAnew}>
          重新填写
        </Button>
      }
    />
  );
}
