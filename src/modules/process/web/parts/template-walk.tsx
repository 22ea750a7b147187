// One way of the process: its steps, the total to the decision, and at which levels the notice hangs.

import { Checkbox } from 'antd';
import type { WalkTemplate } from '../../domain/process-template.ts';
import { NOTICE_LEVEL_NAMES, NOTICE_LEVELS, type NoticeLevel } from '../../domain/words.ts';
import { Field, TermField } from './number-field.tsx';
import { StepsEditor } from './template-steps.tsx';

type WalkEditorProps = {
  value: WalkTemplate;
  disabled: boolean;
  /** By the path inside the way. */
  faultOf: (path: string) => string | undefined;
  onChange: (value: WalkTemplate) => void;
};

export function WalkEditor({ value, disabled, faultOf, onChange }: WalkEditorProps) {
  const orderFault = faultOf('steps');
  return (
    <>
      <StepsEditor
        steps={value.steps}
        disabled={disabled}
        faultOf={(path) => faultOf(`steps.${path}`)}
        onChange={(steps) => onChange({ ...value, steps })}
      />
      {orderFault ? (
        <div className="sw-tone-red" role="alert">
          {orderFault}
        </div>
      ) : null}
      <TermField
        label="总期限"
        note="从第一天到旗县审定；环节期限与总期限以先到者为准。"
        value={value.total}
        fault={faultOf('total.days')}
        disabled={disabled}
        onChange={(total) => onChange({ ...value, total })}
      />
      <Field label="公示层级" fault={faultOf('noticeLevels')}>
        {() => (
          <Checkbox.Group
            value={value.noticeLevels}
            disabled={disabled}
            options={NOTICE_LEVELS.map((level) => ({ value: level, label: NOTICE_LEVEL_NAMES[level] }))}
            onChange={(levels: NoticeLevel[]) =>
              onChange({ ...value, noticeLevels: NOTICE_LEVELS.filter((level) => levels.includes(level)) })
            }
          />
        )}
      </Field>
    </>
  );
}
