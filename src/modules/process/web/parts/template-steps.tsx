// The steps of one way in their order: dragged, or moved with the buttons, within what the rules of the process allow.

import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, HolderOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { NEEDED_STEPS, type WalkTemplate } from '../../domain/process-template.ts';
import { STEP_NAMES, STEPS, TURN_NAMES, TURN_OF_STEP } from '../../domain/steps.ts';
import { addStep, moveStep } from '../../domain/template-faults.ts';
import { TermInput } from './number-field.tsx';

type Steps = WalkTemplate['steps'];

type StepsEditorProps = {
  steps: Steps;
  disabled: boolean;
  faultOf: (path: string) => string | undefined;
  onChange: (steps: Steps) => void;
};

export function StepsEditor({ steps, disabled, faultOf, onChange }: StepsEditorProps) {
  const [dragged, setDragged] = useState<number>();
  const missing = STEPS.filter((step) => steps.every((each) => each.step !== step));

  function move(from: number, to: number) {
    const next = moveStep(steps, from, to);
    if (next) onChange(next);
  }

  return (
    <>
      <ol className="sw-step-list">
        {steps.map((each, i) => {
          const name = STEP_NAMES[each.step];
          const fault = faultOf(`${i}.term.days`);
          const mayDrop = dragged !== undefined && dragged !== i && moveStep(steps, dragged, i) !== undefined;
          return (
            <li
              key={each.step}
              className={mayDrop ? 'sw-step-drop' : ''}
              draggable={!disabled}
              onDragStart={() => setDragged(i)}
              onDragEnd={() => setDragged(undefined)}
              onDragOver={(event) => {
                if (mayDrop) event.preventDefault();
              }}
              onDrop={() => {
                if (dragged !== undefined) move(dragged, i);
                setDragged(undefined);
              }}
            >
              {disabled ? null : <HolderOutlined className="sw-quiet" aria-hidden />}
              <span className="sw-step-number">{i + 1}</span>
              <span className="sw-step-name">
                {name}
                <small className="sw-quiet">{TURN_NAMES[TURN_OF_STEP[each.step]]}办理</small>
              </span>
              <TermInput
                label={name}
                value={each.term}
                fault={fault}
                disabled={disabled}
                onChange={(term) => onChange(steps.map((other, at) => (at === i ? { ...other, term } : other)))}
              />
              {disabled ? null : (
                <span className="sw-step-deeds">
                  <Button
                    type="text"
                    size="small"
                    aria-label={`${name}上移`}
                    icon={<ArrowUpOutlined />}
                    disabled={!moveStep(steps, i, i - 1)}
                    onClick={() => move(i, i - 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={`${name}下移`}
                    icon={<ArrowDownOutlined />}
                    disabled={!moveStep(steps, i, i + 1)}
                    onClick={() => move(i, i + 1)}
                  />
                  <Button
                    type="text"
                    size="small"
                    aria-label={`${name}删去`}
                    icon={<DeleteOutlined />}
                    disabled={NEEDED_STEPS.includes(each.step)}
                    title={NEEDED_STEPS.includes(each.step) ? '这个环节不能省去' : undefined}
                    onClick={() => onChange(steps.filter((_, at) => at !== i))}
                  />
                </span>
              )}
              {fault ? (
                <span className="sw-tone-red sw-step-fault" role="alert">
                  {name}的天数{fault}
                </span>
              ) : null}
            </li>
          );
        })}
      </ol>
      {disabled || missing.length === 0 ? null : (
        <Select
          aria-label="增加环节"
          placeholder="增加环节"
          className="sw-step-add"
          value={null}
          options={missing.map((step) => ({ value: step, label: STEP_NAMES[step] }))}
          onChange={(step) => {
            if (step) onChange(addStep(steps, { step, term: { days: 3, kind: 'natural' } }));
          }}
        />
      )}
    </>
  );
}
