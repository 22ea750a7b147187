import { describe, expect, test } from 'vitest';
import { details } from '../../../../test/case-details.ts';
import { tellUntilCounty } from '../../../../test/case-story.ts';
import type { CaseAction, DetailOf, Kind } from '../../cases/domain/actions.ts';
import { foldCase } from '../../cases/domain/fold.ts';
import { DEFAULT_TEMPLATE } from '../../process/domain/process-template.ts';
import { type NationalChange, nationalChanges } from './national-changes.ts';

const context = { templateOf: () => DEFAULT_TEMPLATE, calendar: new Map<number, boolean>() };

type Deed = { [K in Kind]: [K, number, DetailOf<K>] }[Kind];

const given = details('2022-06-01');
const REGISTER: Deed = ['open', 20220601, { channel: 'visit', clueIds: [1], templateId: 0 }];
const APPROVED: Deed[] = [
  REGISTER,
  ['verify', 20220601, given.verify],
  ['compare', 20220602, given.compare],
  ['review', 20220603, given.review],
  ['publish', 20220603, given.publish],
  ['end-notice', 20220608, given['end-notice']],
  ['pass-township', 20220608, given['pass-township']],
  ['approve', 20220611, given.approve],
];
const MONITORED: Deed[] = [
  ...APPROVED,
  ['announce', 20220611, given.announce],
  ['record', 20220611, given.record],
  ['plan', 20220612, given.plan],
];
const CLEAR: Deed = ['clear', 20230617, { mode: 'natural', opinion: '同意', documentNumber: '' }];
const CLEARING: Deed[] = [
  ...MONITORED,
  ['start-clearing', 20230612, { mode: 'natural', templateId: 0, reason: '收入稳定' }],
  ['verify', 20230612, given.verify],
  ['review', 20230612, given.review],
  ['end-notice', 20230617, given['end-notice']],
  ['pass-township', 20230617, given['pass-township']],
];
const CLEARED: Deed[] = [
  ...CLEARING,
  CLEAR,
  ['announce', 20230617, given.announce],
  ['record', 20230617, given.record],
];

function actionsOf(deeds: readonly Deed[]): CaseAction[] {
  return deeds.map(
    ([kind, on, detail], i) => ({ kind, seq: i + 1, on, at: '', by: '甲', role: '', detail }) as CaseAction,
  );
}

/** What the last of these actions changes. */
function changesOf(deeds: readonly Deed[]): NationalChange[] {
  const actions = actionsOf(deeds);
  const last = actions.at(-1);
  if (!last) throw new Error('no action');
  return nationalChanges(last, foldCase(actions.slice(0, -1), context), foldCase(actions, context));
}

describe('what has to be entered in the national system', () => {
  test.each<[string, Deed[], NationalChange[]]>([
    [
      'approval: category, month, risks',
      APPROVED,
      [
        { field: 'category', oldValue: '', newValue: '边缘易致贫户' },
        { field: 'identified', oldValue: '', newValue: '202206' },
        { field: 'risks', oldValue: '', newValue: '因病' },
        { field: 'cleared', oldValue: '', newValue: '否' },
      ],
    ],
    ['first plan: the responsible cadre', MONITORED, [{ field: 'responsible', oldValue: '', newValue: '王建国' }]],
    [
      'a plan that changes risks and cadre',
      [...MONITORED, ['plan', 20220701, { ...given.plan, risks: ['illness', 'housing'], responsible: '李秀兰' }]],
      [
        { field: 'risks', oldValue: '因病', newValue: '因病、因安全住房' },
        { field: 'responsible', oldValue: '王建国', newValue: '李秀兰' },
      ],
    ],
    ['a plan that changes nothing of it', [...MONITORED, ['plan', 20220701, given.plan]], []],
    [
      'clearing: flag, month, mode',
      [...CLEARING, CLEAR],
      [
        { field: 'cleared', oldValue: '否', newValue: '是' },
        { field: 'cleared-month', oldValue: '', newValue: '202306' },
        { field: 'clearing-mode', oldValue: '', newValue: '自然消除' },
      ],
    ],
    [
      'reversal takes all of it back',
      [...CLEARED, ['reverse', 20230910, { reason: '收入再次下降' }]],
      [
        { field: 'cleared', oldValue: '是', newValue: '否' },
        { field: 'cleared-month', oldValue: '202306', newValue: '' },
        { field: 'clearing-mode', oldValue: '自然消除', newValue: '' },
      ],
    ],
    [
      'moving away after the decision',
      [...MONITORED, ['move-away', 20220801, { on: '2022-08-01', to: '呼和浩特市' }]],
      [{ field: 'moved-away', oldValue: '', newValue: '呼和浩特市' }],
    ],
    ['moving away before it', [REGISTER, ['move-away', 20220602, { on: '2022-06-02', to: '呼和浩特市' }]], []],
    ['the verification', APPROVED.slice(0, 2), []],
    ['the record itself', MONITORED.slice(0, -1), []],
  ])('%s', (_name, deeds, changes) => expect(changesOf(deeds)).toEqual(changes));
});

describe('a decision that was taken back', () => {
  test('takes back what the national system would have been told', () => {
    const story = tellUntilCounty().act('approve', 20220610);
    const before = story.standing();
    story.act('recall', 20220610, {}, 'county-officer');
    const recall = story.actions.at(-1);
    if (!recall) throw new Error('nothing was recorded');
    expect(nationalChanges(recall, before, story.standing())).toContainEqual({
      field: 'category',
      oldValue: '边缘易致贫户',
      newValue: '',
    });
  });
});
