import { HELPER_RELATION_NAMES, HELPER_RELATIONS } from '../../../domain/words.ts';
import { Choices, Field } from '../parts/field.tsx';
import { Alert, DataNote, Page } from '../parts/frame.tsx';
import type { StepProps } from './step-props.ts';

type ContactProps = StepProps & { sending: '' | 'sending' | 'again'; problem: string };

const SENDING = { '': '', sending: '正在送出…', again: '网络慢，正在再试一次。请不要关闭页面…' };
const RELATIONS = HELPER_RELATIONS.map((value) => ({ value, title: HELPER_RELATION_NAMES[value] }));

export function Contact(props: ContactProps) {
  const { draft, change, faults, onNext, sending, problem } = props;
  const { forOthers } = draft;
  return (
    <Page title={forOthers ? '怎么联系他家和您' : '怎么联系您'} step={{ step: 3, of: 3 }}>
      <Field
        label={forOthers ? '这家人的姓名' : '您的姓名'}
        hint="户主或家里人的姓名"
        value={draft.name}
        onChange={(name) => change({ name })}
        problem={faults.name}
        autoComplete={forOthers ? 'off' : 'name'}
        maxLength={30}
      />
      <Field
        label={forOthers ? '这家人的电话' : '您的电话'}
        hint={forOthers ? '没有电话的，填您的电话。查询进度要用它的后 4 位。' : '查询进度要用它的后 4 位。'}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        problem={faults.phone}
        type="tel"
        autoComplete={forOthers ? 'off' : 'tel'}
        maxLength={20}
      />
      {forOthers ? <Helper {...props} /> : null}
      <div className="d-trap" aria-hidden="true">
        <label>
          网址
          <input
            tabIndex={-1}
            autoComplete="off"
            value={draft.website}
            onChange={({ target }) => change({ website: target.value })}
          />
        </label>
      </div>
      <DataNote />
      <Alert>{problem}</Alert>
      <div className="d-actions">
        <button type="button" className="d-button" aria-disabled={sending !== ''} onClick={onNext}>
          {sending === '' ? '送出申报' : '正在送出…'}
        </button>
        <p className="d-hint" role="status">
          {SENDING[sending]}
        </p>
        <a className="d-button d-button-plain" href="#trouble">
          上一步
        </a>
      </div>
    </Page>
  );
}

function Helper({ draft, change, faults }: StepProps) {
  return (
    <>
      <Field
        label="您的姓名"
        value={draft.helperName}
        onChange={(helperName) => change({ helperName })}
        problem={faults.helperName}
        autoComplete="name"
        maxLength={30}
      />
      <Field
        label="您的电话"
        value={draft.helperPhone}
        onChange={(helperPhone) => change({ helperPhone })}
        problem={faults.helperPhone}
        type="tel"
        autoComplete="tel"
        maxLength={20}
      />
      <Choices
        label="您是这家人的"
        options={RELATIONS}
        value={draft.helperRelation}
        onChange={(helperRelation) => change({ helperRelation })}
        problem={faults.helperRelation}
      />
    </>
  );
}
