// What a county may set, and the sentence for what it may not.

import { describe, expect, it } from 'vitest';
import { DEFAULT_TEMPLATE, processTemplate, stepsOf, type WalkTemplate } from './process-template.ts';
import { STEPS, type Step } from './steps.ts';

function walkOf(...steps: Step[]): WalkTemplate {
  const term = { days: 3, kind: 'natural' as const };
  return { ...DEFAULT_TEMPLATE.identification, steps: steps.map((step) => ({ step, term })) };
}

function complaint(walk: WalkTemplate): string | undefined {
  return processTemplate.safeParse({ ...DEFAULT_TEMPLATE, identification: walk }).error?.issues[0]?.message;
}

const ORDER = '旗县审定须在信息比对、评议、公示、乡镇审核之后，公告和录入须在审定之后，公示须在评议之后';
const NEEDED = '入户核实、民主评议、公示、旗县审定不能省去';

describe('a template', () => {
  it.each<[string, Step[], string | undefined]>([
    ['all steps', [...STEPS], undefined],
    ['only what nobody may leave out', ['verification', 'review', 'notice', 'county-approval'], undefined],
    [
      'comparison last before the county',
      ['verification', 'review', 'notice', 'township-review', 'comparison', 'county-approval'],
      undefined,
    ],
    ['a step twice', ['verification', 'review', 'notice', 'notice', 'county-approval'], '每个环节只能有一个'],
    ['no review', ['verification', 'comparison', 'notice', 'county-approval'], NEEDED],
    ['nobody decides', ['verification', 'review', 'notice', 'recording'], NEEDED],
    ['begins with the review', ['review', 'verification', 'notice', 'county-approval'], '第一个环节须是入户核实'],
    ['notice before review', ['verification', 'notice', 'review', 'county-approval'], ORDER],
    ['township after the county', ['verification', 'review', 'notice', 'county-approval', 'township-review'], ORDER],
    ['comparison after the county', ['verification', 'review', 'notice', 'county-approval', 'comparison'], ORDER],
    ['announced before it is decided', ['verification', 'review', 'notice', 'announcement', 'county-approval'], ORDER],
  ])('%s', (_, steps, expected) => {
    expect(complaint(walkOf(...steps))).toBe(expected);
  });

  it('the default is one, with 15 days and 5 of notice', () => {
    expect(processTemplate.parse(DEFAULT_TEMPLATE)).toEqual(DEFAULT_TEMPLATE);
    expect(DEFAULT_TEMPLATE.identification.total).toEqual({ days: 15, kind: 'natural' });
    const notice = DEFAULT_TEMPLATE.identification.steps.find(({ step }) => step === 'notice');
    expect(notice?.term).toEqual({ days: 5, kind: 'natural' });
    expect(stepsOf(DEFAULT_TEMPLATE.clearing)).not.toContain('comparison');
  });

  it.each([
    [
      'a level of notice is needed',
      { ...DEFAULT_TEMPLATE, identification: { ...DEFAULT_TEMPLATE.identification, noticeLevels: [] } },
    ],
    ['days are not negative', { ...DEFAULT_TEMPLATE, returnTerm: { days: -1, kind: 'natural' } }],
    ['an escalation takes a day at least', { ...DEFAULT_TEMPLATE, escalateDays: 0 }],
    ['somebody goes there', { ...DEFAULT_TEMPLATE, verifiers: 0 }],
  ])('%s', (_, given) => {
    expect(processTemplate.safeParse(given).success).toBe(false);
  });
});
