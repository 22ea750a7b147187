// What follows from a story of actions, told by the rules themselves.

import { describe, expect, it } from 'vitest';
import { SOLVED } from '../../../../test/case-details.ts';
import { tell, tellUntilCleared, tellUntilCounty, tellUntilMonitored } from '../../../../test/case-story.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../../process/domain/process-template.ts';

const natural = (days: number) => ({ days, kind: 'natural' as const });
const working = (days: number) => ({ days, kind: 'working' as const });

describe('the whole way on the default template', () => {
  it('in, out, looked back at, over', () => {
    const story = tellUntilCleared();
    expect(story.standing()).toMatchObject({
      state: 'cleared',
      turn: 'village',
      decidedOn: 20220610,
      clearedOn: 20230620,
      nextLookBackOn: 20230920,
      dueOn: 20230920,
      totalDueOn: undefined,
    });
    const walked = story.standing().steps.map(({ walk, step, enteredOn, doneOn }) => [walk, step, enteredOn, doneOn]);
    expect(walked).toEqual([
      ['identification', 'verification', 20220601, 20220602],
      ['identification', 'comparison', 20220602, 20220603],
      ['identification', 'review', 20220603, 20220603],
      ['identification', 'notice', 20220603, 20220608],
      ['identification', 'township-review', 20220608, 20220609],
      ['identification', 'county-approval', 20220609, 20220610],
      ['identification', 'announcement', 20220610, 20220610],
      ['identification', 'recording', 20220610, 20220610],
      ['clearing', 'verification', 20230610, 20230611],
      ['clearing', 'review', 20230611, 20230612],
      ['clearing', 'notice', 20230612, 20230617],
      ['clearing', 'township-review', 20230617, 20230618],
      ['clearing', 'county-approval', 20230618, 20230620],
      ['clearing', 'announcement', 20230620, 20230621],
      ['clearing', 'recording', 20230621, 20230622],
    ]);
    story.act('look-back', 20230920).act('look-back', 20231220);
    expect(story.standing().nextLookBackOn).toBe(20240620);
    story.act('look-back', 20240620);
    expect(story.standing()).toMatchObject({ nextLookBackOn: undefined, dueOn: undefined, state: 'cleared' });
    expect(story.act('reverse', 20240701).standing()).toMatchObject({ state: 'reversed', turn: undefined });
  });

  it('the days to the decision end a step that has more of its own', () => {
    const story = tell(20220601).act('verify', 20220615);
    expect(story.standing()).toMatchObject({
      state: 'identification.comparison',
      dueOn: 20220616,
      totalDueOn: 20220616,
    });
    expect(story.standing().steps.at(-1)?.dueOn).toBe(20220618);
  });

  it('a plan is due after the decision, once', () => {
    const story = tellUntilMonitored();
    expect(story.standing()).toMatchObject({ dueOn: 20220620, turn: 'village' });
    story.act('plan', 20220612);
    expect(story.standing()).toMatchObject({ dueOn: undefined, plannedOn: 20220612, responsible: '王建国' });
    expect(story.act('plan', 20220801, { responsible: '李秀兰' }).standing()).toMatchObject({
      plannedOn: 20220612,
      responsible: '李秀兰',
    });
  });
});

describe('sent back', () => {
  it('comes again within the days set, then goes on as ever', () => {
    const story = tellUntilCounty().act('return', 20220610, { to: 'review' }, 'county-officer');
    expect(story.standing()).toMatchObject({
      state: 'identification.review',
      dueOn: 20220613,
      returned: { from: 'county-approval' },
    });
    story.act('review', 20220611);
    expect(story.standing()).toMatchObject({ state: 'identification.notice', returned: undefined, notices: [] });
    expect(story.standing().steps.at(-1)?.dueOn).toBe(20220616);
  });

  it('does not shorten a later way: after a refusal and an upheld appeal the step has its own days', () => {
    const story = tellUntilCounty()
      .act('return', 20220610, {}, 'county-officer')
      .act('verify', 20220611, { confirmed: false })
      .act('notify-rejection', 20220612)
      .act('appeal', 20220613)
      .act('decide-appeal', 20220614)
      .act('add-clue', 20220614);
    expect(story.standing()).toMatchObject({ returned: undefined, dueOn: 20220617 });
  });

  it('the days to clearing run on through a return', () => {
    const story = tellUntilMonitored()
      .act('start-clearing', 20230610)
      .act('verify', 20230611)
      .act('review', 20230612)
      .act('publish', 20230612)
      .act('end-notice', 20230617)
      .act('return', 20230618, {}, 'township-officer');
    expect(story.standing()).toMatchObject({ state: 'clearing.verification', totalDueOn: 20230710 });
  });
});

describe('rejected', () => {
  it('is told, may appeal until a day, and is taken up anew with all its days', () => {
    const story = tellUntilCounty().act('reject', 20220610, {}, 'county-officer');
    // Five working days from a Friday.
    expect(story.standing()).toMatchObject({ state: 'rejected', turn: 'village', dueOn: 20220617 });
    expect(() => story.act('notify-rejection', 20220613, { on: '2022-06-09' })).toThrow('cases.day-before-decision');
    story.act('notify-rejection', 20220613);
    expect(story.standing()).toMatchObject({ turn: undefined, dueOn: undefined, appealUntil: 20220623 });
    expect(() => story.act('appeal', 20220624)).toThrow('cases.appeal-late');
    story.act('appeal', 20220623);
    expect(story.standing()).toMatchObject({ state: 'appeal', turn: 'township', dueOn: 20220703 });
    story.act('decide-appeal', 20220701);
    expect(story.standing()).toMatchObject({
      state: 'identification.verification',
      dueOn: 20220704,
      totalDueOn: 20220716,
      openedOn: 20220601,
    });
  });

  it('an appeal decided against the household is the last one', () => {
    const story = tell(20220601)
      .act('verify', 20220602, { confirmed: false })
      .act('appeal', 20220603)
      .act('decide-appeal', 20220605, { upheld: false });
    expect(story.standing()).toMatchObject({ state: 'rejected', turn: undefined, appealOver: true });
    expect(() => story.act('appeal', 20220606)).toThrow('cases.appeal-over');
  });

  it.each([
    ['excluded by comparison', tell(20220601).act('verify', 20220602).act('compare', 20220603, { excluded: true })],
    [
      'voted down',
      tell(20220601).act('verify', 20220602).act('compare', 20220603).act('review', 20220603, { passed: false }),
    ],
  ])('%s', (_, story) => {
    expect(story.standing()).toMatchObject({ state: 'rejected', turn: 'village' });
  });
});

describe('clearing refused', () => {
  it.each([
    [
      'by the survey',
      tellUntilMonitored().act('start-clearing', 20230610).act('verify', 20230611, { confirmed: false }),
    ],
    [
      'by the vote',
      tellUntilMonitored()
        .act('start-clearing', 20230610)
        .act('verify', 20230611, { survey: SOLVED })
        .act('review', 20230612, { passed: false }),
    ],
  ])('%s leads back into monitoring, and may be tried again with a survey of its own', (_, story) => {
    expect(story.standing()).toMatchObject({ state: 'monitored', decidedOn: 20220610, clearedOn: undefined });
    expect(story.standing().surveys).not.toHaveProperty('clearing');
    expect(story.act('start-clearing', 20230901).standing()).toMatchObject({
      state: 'clearing.verification',
      dueOn: 20230906,
      totalDueOn: 20231001,
    });
  });
});

describe('a pause', () => {
  it('stops step and whole, and both run on by its days', () => {
    const story = tell(20220601).act('pause', 20220602);
    expect(story.standing()).toMatchObject({ isPaused: true, dueOn: undefined, totalDueOn: undefined });
    expect(() => story.act('verify', 20220603)).toThrow('cases.paused');
    story.act('resume', 20220612);
    expect(story.standing()).toMatchObject({ isPaused: false, dueOn: 20220614, totalDueOn: 20220626 });
    expect(story.standing().steps[0]?.dueOn).toBe(20220614);
  });

  it('ends with the case', () => {
    const story = tell(20220601).act('pause', 20220602).act('withdraw', 20220605);
    expect(story.standing()).toMatchObject({ state: 'withdrawn', isPaused: false, turn: undefined });
    expect(story.standing().pauses).toEqual([{ from: 20220602, until: 20220605 }]);
    expect(() => story.act('resume', 20220606)).toThrow('cases.not-now');
  });
});

describe('the urgent way', () => {
  it('lets a plan stand before the papers, and changes none of the steps', () => {
    const story = tell(20220601).act('emergency', 20220601).act('plan', 20220601);
    expect(story.standing()).toMatchObject({
      state: 'identification.verification',
      isEmergency: true,
      plannedOn: 20220601,
      dueOn: 20220604,
    });
    expect(() => tell(20220601).act('plan', 20220601)).toThrow('cases.not-now');
  });
});

describe('comparison, notice and objections', () => {
  it('is concluded with one reply or a stated reason, and keeps the newest reply of each department', () => {
    const story = tell(20220601).act('verify', 20220602).act('request-comparison', 20220602);
    expect(() => story.act('compare', 20220603, { withoutReply: '' })).toThrow('cases.compare-without-reply');
    const alone = tell(20220601).act('verify', 20220602).act('request-comparison', 20220602);
    const one = alone.act('reply-comparison', 20220603).act('compare', 20220603, { withoutReply: '' });
    expect(one.standing().state).toBe('identification.review');
    story.act('reply-comparison', 20220603).act('reply-comparison', 20220603, { department: 'minzheng' });
    story.act('reply-comparison', 20220604, { hits: ['有车辆'] });
    expect(story.standing().comparison.replies.map(({ department, hits }) => [department, hits])).toEqual([
      ['minzheng', []],
      ['yibao', ['有车辆']],
    ]);
    expect(story.act('compare', 20220604).standing().state).toBe('identification.review');
  });

  it('a notice put up late is not late on the day it may come down, but the days to the decision run on', () => {
    const story = tell(20220601).act('verify', 20220602).act('compare', 20220603).act('review', 20220603);
    expect(story.standing().dueOn).toBe(20220608);
    story.act('publish', 20220606);
    expect(story.standing()).toMatchObject({ dueOn: 20220611, totalDueOn: 20220616 });
    expect(story.act('end-notice', 20220611).standing().steps.at(-2)).toMatchObject({
      dueOn: 20220611,
      doneOn: 20220611,
    });
  });

  it('a notice hangs its days, also while the clock stands still, and not while an objection is open', () => {
    const story = tell(20220601)
      .act('verify', 20220602)
      .act('compare', 20220603)
      .act('review', 20220603)
      .act('publish', 20220603);
    expect(() => story.act('end-notice', 20220607)).toThrow('cases.notice-running');
    story
      .act('object', 20220605)
      .act('pause', 20220605, {}, 'county-officer')
      .act('resume', 20220608, {}, 'county-officer');
    expect(story.standing().notices).toEqual([{ level: 'village', from: 20220603, endsOn: 20220608 }]);
    expect(() => story.act('end-notice', 20220608)).toThrow('cases.objections-open');
    expect(story.act('settle-objection', 20220608).act('end-notice', 20220608).standing().state).toBe(
      'identification.township-review',
    );
  });
});

/** Review before comparison, no township's review, two levels of notice, working days. */
const OTHER: ProcessTemplate = {
  ...DEFAULT_TEMPLATE,
  identification: {
    steps: [
      { step: 'verification', term: working(5) },
      { step: 'review', term: working(2) },
      { step: 'notice', term: natural(7) },
      { step: 'comparison', term: working(5) },
      { step: 'county-approval', term: working(3) },
      { step: 'recording', term: working(5) },
    ],
    total: working(20),
    noticeLevels: ['village', 'county'],
  },
  clearing: { ...DEFAULT_TEMPLATE.clearing, total: working(10) },
  verifiers: 3,
};

describe('another template', () => {
  const visitors = ['巴特尔', '李秀兰', '赵敏'];

  it('has its own order, people, levels and days', () => {
    const story = tell(20220601, { templates: { 1: OTHER }, templateId: 1 });
    // Dragon Boat Festival is not in the calendar given, so only the weekend is free.
    expect(story.standing()).toMatchObject({ dueOn: 20220608, totalDueOn: 20220629 });
    expect(() => story.act('verify', 20220602)).toThrow('cases.too-few-visitors');
    story.act('verify', 20220602, { visitors }).act('review', 20220603).act('publish', 20220603);
    expect(() => story.act('end-notice', 20220610)).toThrow('cases.notice-missing');
    story.act('publish', 20220605, { level: 'county' }, 'county-officer');
    expect(() => story.act('end-notice', 20220610)).toThrow('cases.notice-running');
    story.act('end-notice', 20220612, {}, 'county-officer').act('compare', 20220613).act('approve', 20220614);
    expect(story.act('record', 20220615).standing()).toMatchObject({ state: 'monitored' });
  });

  it('changed in mid-case: the case keeps its own; clearing takes the one of its day', () => {
    const templates = { 0: DEFAULT_TEMPLATE, 1: OTHER };
    const story = tell(20220601, { templates });
    story.act('verify', 20220602).act('compare', 20220603).act('review', 20220603).act('publish', 20220603);
    story.act('end-notice', 20220608).act('pass-township', 20220609).act('approve', 20220610);
    story.act('announce', 20220610).act('record', 20220610);
    expect(story.standing().template).toBe(DEFAULT_TEMPLATE);
    story.act('start-clearing', 20230610, { templateId: 1 });
    expect(story.standing()).toMatchObject({
      template: DEFAULT_TEMPLATE,
      clearingTemplate: OTHER,
      totalDueOn: 20230623,
    });
    expect(() => story.act('verify', 20230611)).toThrow('cases.too-few-visitors');
    expect(story.act('verify', 20230611, { visitors }).standing().state).toBe('clearing.review');
  });
});
