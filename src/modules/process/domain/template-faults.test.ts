import { describe, expect, test } from 'vitest';
import { DEFAULT_TEMPLATE, type ProcessTemplate, stepsOf } from './process-template.ts';
import { addStep, moveStep, templateFaults } from './template-faults.ts';

const { steps } = DEFAULT_TEMPLATE.identification;

function changed(change: (draft: ProcessTemplate) => void): ProcessTemplate {
  const draft = structuredClone(DEFAULT_TEMPLATE);
  change(draft);
  return draft;
}

describe('faults of a template', () => {
  test('the default has none', () => expect(templateFaults(DEFAULT_TEMPLATE)).toEqual([]));

  test.each<[string, (draft: ProcessTemplate) => void, { path: string; sentence: string }]>([
    [
      'too many days',
      (d) => {
        d.identification.total.days = 500;
      },
      { path: 'identification.total.days', sentence: '不能大于 400' },
    ],
    [
      'no level of notice',
      (d) => {
        d.clearing.noticeLevels = [];
      },
      { path: 'clearing.noticeLevels', sentence: '至少选择一项' },
    ],
    [
      'nothing entered',
      (d) => {
        d.warnDays = null as unknown as number;
      },
      { path: 'warnDays', sentence: '请填写整数' },
    ],
    [
      'escalation every 0 days',
      (d) => {
        d.escalateDays = 0;
      },
      { path: 'escalateDays', sentence: '不能小于 1' },
    ],
    [
      'a needed step left out',
      (d) => {
        d.clearing.steps = d.clearing.steps.filter(({ step }) => step !== 'review');
      },
      { path: 'clearing.steps', sentence: '入户核实、民主评议、公示、旗县审定不能省去' },
    ],
  ])('%s', (_name, change, fault) => expect(templateFaults(changed(change))).toContainEqual(fault));
});

describe('the order of steps', () => {
  test('a step moves where the rules allow', () => {
    expect(stepsOf({ ...DEFAULT_TEMPLATE.identification, steps: moveStep(steps, 1, 2) ?? [] })).toEqual([
      'verification',
      'review',
      'comparison',
      'notice',
      'township-review',
      'county-approval',
      'announcement',
      'recording',
    ]);
  });

  test.each([
    ['the verification stays first', 0, 1],
    ['no notice before the review', 3, 2],
    ['no announcement before the decision', 6, 5],
    ['not out of the list', 0, -1],
    ['not past the end', 7, 8],
  ])('%s', (_name, from, to) => expect(moveStep(steps, from, to)).toBeUndefined());

  test('wrong days elsewhere hold no step in its place', () => {
    const wrong = steps.map((each) => ({ ...each, term: { ...each.term, days: Number.NaN } }));
    expect(moveStep(wrong, 1, 2)).toBeDefined();
  });

  test('a step that is added takes the last place allowed', () => {
    const without = steps.filter(({ step }) => step !== 'township-review');
    const next = addStep(without, { step: 'township-review', term: { days: 1, kind: 'natural' } });
    expect(next.map(({ step }) => step).indexOf('township-review')).toBe(4);
  });
});
