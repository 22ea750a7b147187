import { describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../../cases/web/doors/rows.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../../../process/domain/process-template.ts';
import { type BoardColumn, readDrop } from './board-drop.ts';

function caseIn(state: CaseDetail['state'], change: Partial<CaseDetail> = {}): CaseDetail {
  const given: Partial<CaseDetail> = {
    ...{ state, turn: 'township', paused: false, actions: [], refusals: {}, steps: [], requested: [], timeline: [] },
    ...{ template: DEFAULT_TEMPLATE, clearingTemplate: DEFAULT_TEMPLATE, ...change },
  };
  return given as CaseDetail;
}

const township = caseIn('identification.township-review', { actions: ['pass-township', 'return', 'reject'] });
const SHORT: ProcessTemplate = {
  ...DEFAULT_TEMPLATE,
  identification: {
    ...DEFAULT_TEMPLATE.identification,
    steps: DEFAULT_TEMPLATE.identification.steps.filter(({ step }) => step !== 'announcement'),
  },
};

describe('a card dropped', () => {
  it.each<[string, CaseDetail, BoardColumn, string]>([
    ['on the next step', township, 'county-approval', 'pass-township'],
    ['on an earlier step', township, 'verification', 'return'],
    [
      'at the end of the way',
      caseIn('identification.recording', { actions: ['record', 'pause'] }),
      'monitored',
      'record',
    ],
    [
      'where another action comes first',
      caseIn('identification.comparison', { actions: ['request-comparison', 'compare'] }),
      'review',
      'request-comparison',
    ],
    [
      'from being monitored',
      caseIn('monitored', { actions: ['plan', 'start-clearing'] }),
      'verification',
      'start-clearing',
    ],
    [
      'past a step the template leaves out',
      caseIn('identification.county-approval', { actions: ['approve'], template: SHORT }),
      'recording',
      'approve',
    ],
  ])('%s opens the dialog of the action', (_name, detail, target, kind) => {
    expect(readDrop(detail, target)).toEqual({ kind });
  });

  it.each<[string, CaseDetail, BoardColumn, RegExp]>([
    ['past the next step', township, 'recording', /“乡镇审核”之后是“旗县审定”，不能越过环节/],
    ['by another level', caseIn('identification.township-review'), 'county-approval', /由苏木乡镇办理，本账号不能代办/],
    ['back by another level', caseIn('identification.township-review'), 'review', /不能退回；退回由苏木乡镇决定/],
    ['while the clock stands still', { ...township, paused: true }, 'county-approval', /暂停计时/],
    [
      'before the notice is over',
      caseIn('identification.notice', { refusals: { 'end-notice': '公示到 2022-06-10 期满。' } }),
      'township-review',
      /公示到 2022-06-10 期满/,
    ],
    [
      'before the conditions are met',
      caseIn('monitored', { refusals: { 'start-clearing': '尚不具备：收入' } }),
      'verification',
      /尚不具备：收入/,
    ],
    [
      'on a step the template leaves out',
      caseIn('identification.county-approval', { actions: ['approve'], template: SHORT }),
      'announcement',
      /没有“公告”这一环节/,
    ],
    ['after it went elsewhere', caseIn('withdrawn'), 'review', /请刷新看板/],
  ])('%s is refused in a sentence', (_name, detail, target, why) => {
    expect(readDrop(detail, target)).toEqual({ why: expect.stringMatching(why) });
  });

  it('where it lay means nothing', () => {
    expect(readDrop(township, 'township-review')).toBeUndefined();
  });
});
