// The state machine enumerated: in every state, every kind of action for every role, allowed or not. What is expected is
// written here by hand from the regulations, so that a change of the rules shows as a changed line. Area is held by the
// database (access.api.test.ts).

import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../src/kernel/operation.ts';
import { KINDS, type Kind } from '../src/modules/cases/domain/actions.ts';
import { refuseAction } from '../src/modules/cases/domain/refuse-action.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../src/modules/process/domain/process-template.ts';
import { STATES } from '../src/modules/process/domain/steps.ts';
import { type Story, tell, tellUntilCleared, tellUntilCounty, tellUntilMonitored } from './case-story.ts';

type Situation = {
  story: Story;
  today: number;
  unmet?: string[];
  otherCaseBy?: string;
  village: Kind[];
  township: Kind[];
  county: Kind[];
};

/** Whoever has to do with the case at all. */
const ANYBODY: Kind[] = ['add-clue'];
/** While nothing is decided, the household may withdraw or move, and help may come first. */
const FAMILY: Kind[] = ['withdraw', 'move-away'];

const verified = () => tell(20220601).act('verify', 20220602);
const compared = () => verified().act('compare', 20220603);
const reviewed = () => compared().act('review', 20220603);
const published = () => reviewed().act('publish', 20220603);
const leaving = () => tellUntilMonitored().act('start-clearing', 20230610);
const leftSurveyed = () => leaving().act('verify', 20230611);
const leftReviewed = () => leftSurveyed().act('review', 20230612);
const leftPublished = () => leftReviewed().act('publish', 20230612);
const leftEnded = () => leftPublished().act('end-notice', 20230617);
const leftPassed = () => leftEnded().act('pass-township', 20230618);
const leftCleared = () => leftPassed().act('clear', 20230620);
const rejected = () => tellUntilCounty().act('reject', 20220610, {}, 'county-officer');

/** In the steps of identification, before the decision. */
const before = (village: Kind[], township: Kind[], county: Kind[]) => ({
  village: [...ANYBODY, ...FAMILY, 'emergency' as const, ...village],
  township: [...ANYBODY, ...FAMILY, 'emergency' as const, 'pause' as const, ...township],
  county: [...ANYBODY, 'emergency' as const, 'pause' as const, ...county],
});

/** After the decision and in clearing: a plan, no withdrawal. */
const after = (village: Kind[], township: Kind[], county: Kind[]) => ({
  village: [...ANYBODY, 'move-away' as const, 'plan' as const, ...village],
  township: [...ANYBODY, 'move-away' as const, 'plan' as const, 'pause' as const, ...township],
  county: [...ANYBODY, 'pause' as const, ...county],
});

/** Compares with the departments also on the way out. */
const COMPARING: ProcessTemplate = {
  ...DEFAULT_TEMPLATE,
  clearing: { ...DEFAULT_TEMPLATE.clearing, steps: DEFAULT_TEMPLATE.identification.steps },
};

const NONE = { village: [], township: [], county: [] };

const SITUATIONS: Record<string, Situation> = {
  'identification.verification': { story: tell(20220601), today: 20220602, ...before(['verify'], ['verify'], []) },
  'identification.comparison': {
    story: verified(),
    today: 20220603,
    ...before([], [], ['request-comparison', 'compare', 'return', 'reject']),
  },
  'identification.comparison, departments asked': {
    story: verified().act('request-comparison', 20220602),
    today: 20220603,
    ...before([], [], ['request-comparison', 'reply-comparison', 'compare', 'return', 'reject']),
  },
  'identification.review': { story: compared(), today: 20220603, ...before(['review'], ['review'], []) },
  'identification.notice, not published': {
    story: reviewed(),
    today: 20220603,
    ...before(['publish'], ['publish'], []),
  },
  'identification.notice, hanging': {
    story: published(),
    today: 20220607,
    ...before(['object'], ['object'], ['object']),
  },
  'identification.notice': {
    story: published(),
    today: 20220608,
    ...before(['object', 'end-notice'], ['object', 'end-notice'], ['object', 'end-notice']),
  },
  'identification.notice, objected': {
    story: published().act('object', 20220605),
    today: 20220608,
    ...before(['object', 'settle-objection'], ['object', 'settle-objection'], ['object', 'settle-objection']),
  },
  'identification.township-review': {
    story: published().act('end-notice', 20220608),
    today: 20220609,
    ...before([], ['pass-township', 'return', 'reject'], []),
  },
  'identification.county-approval': {
    story: tellUntilCounty(),
    today: 20220610,
    ...before([], [], ['approve', 'return', 'reject']),
  },
  'identification.announcement': {
    story: tellUntilCounty().act('approve', 20220610),
    today: 20220611,
    ...after([], ['announce'], []),
  },
  'identification.recording': {
    story: tellUntilCounty().act('approve', 20220610).act('announce', 20220611),
    today: 20220611,
    ...after([], ['record'], []),
  },
  'identification.verification, urgent': {
    story: tell(20220601).act('emergency', 20220601),
    today: 20220602,
    village: [...ANYBODY, ...FAMILY, 'verify', 'plan'],
    township: [...ANYBODY, ...FAMILY, 'verify', 'plan', 'pause'],
    county: [...ANYBODY, 'pause'],
  },
  'identification.verification, paused': {
    story: tell(20220601).act('pause', 20220601),
    today: 20220602,
    village: [...ANYBODY, ...FAMILY, 'emergency'],
    township: [...ANYBODY, ...FAMILY, 'emergency', 'resume'],
    county: [...ANYBODY, 'emergency', 'resume'],
  },
  monitored: {
    story: tellUntilMonitored(),
    today: 20230610,
    village: [...ANYBODY, 'move-away', 'plan', 'start-clearing'],
    township: [...ANYBODY, 'move-away', 'plan', 'start-clearing'],
    county: ANYBODY,
  },
  'monitored, conditions not met': {
    story: tellUntilMonitored(),
    today: 20220701,
    unmet: ['纳入监测满 6 个月'],
    village: [...ANYBODY, 'move-away', 'plan'],
    township: [...ANYBODY, 'move-away', 'plan'],
    county: ANYBODY,
  },
  'clearing.verification': { story: leaving(), today: 20230611, ...after(['verify'], ['verify'], []) },
  'clearing.comparison': {
    story: tellUntilMonitored({ templates: { 0: COMPARING } })
      .act('start-clearing', 20230610)
      .act('verify', 20230611),
    today: 20230612,
    ...after([], [], ['request-comparison', 'compare', 'return', 'reject']),
  },
  'clearing.review': { story: leftSurveyed(), today: 20230612, ...after(['review'], ['review'], []) },
  'clearing.notice, not published': { story: leftReviewed(), today: 20230612, ...after(['publish'], ['publish'], []) },
  'clearing.notice': {
    story: leftPublished(),
    today: 20230617,
    ...after(['object', 'end-notice'], ['object', 'end-notice'], ['object', 'end-notice']),
  },
  'clearing.township-review': {
    story: leftEnded(),
    today: 20230618,
    ...after([], ['pass-township', 'return', 'reject'], []),
  },
  'clearing.county-approval': { story: leftPassed(), today: 20230620, ...after([], [], ['clear', 'return', 'reject']) },
  'clearing.county-approval, conditions not met': {
    story: leftPassed(),
    today: 20230620,
    unmet: ['没有新增风险'],
    ...after([], [], ['return', 'reject']),
  },
  'clearing.announcement': { story: leftCleared(), today: 20230621, ...after([], ['announce'], []) },
  'clearing.recording': {
    story: leftCleared().act('announce', 20230621),
    today: 20230622,
    ...after([], ['record'], []),
  },
  cleared: {
    story: tellUntilCleared(),
    today: 20230920,
    village: [...ANYBODY, 'move-away', 'look-back'],
    township: [...ANYBODY, 'move-away', 'look-back', 'reverse'],
    county: ANYBODY,
  },
  rejected: {
    story: rejected(),
    today: 20220611,
    village: ['notify-rejection', 'appeal'],
    township: ['notify-rejection', 'appeal'],
    county: [],
  },
  'rejected, told': {
    story: rejected().act('notify-rejection', 20220611),
    today: 20220612,
    village: ['appeal'],
    township: ['appeal'],
    county: [],
  },
  'rejected, told, too late': {
    story: rejected().act('notify-rejection', 20220611),
    today: 20220622,
    ...NONE,
  },
  'rejected, another case under way': {
    story: rejected().act('notify-rejection', 20220611),
    today: 20220612,
    otherCaseBy: '张三',
    ...NONE,
  },
  'rejected, appeal lost': {
    story: rejected()
      .act('notify-rejection', 20220611)
      .act('appeal', 20220612)
      .act('decide-appeal', 20220613, { upheld: false }),
    today: 20220614,
    ...NONE,
  },
  'not-confirmed': {
    story: tell(20220601).act('verify', 20220602, { confirmed: false }),
    today: 20220603,
    village: ['notify-rejection', 'appeal'],
    township: ['notify-rejection', 'appeal'],
    county: [],
  },
  appeal: {
    story: rejected().act('appeal', 20220611),
    today: 20220612,
    village: [...ANYBODY, 'move-away'],
    township: [...ANYBODY, 'move-away', 'decide-appeal'],
    county: ANYBODY,
  },
  withdrawn: { story: tell(20220601).act('withdraw', 20220602), today: 20220603, ...NONE },
  'withdrawn while paused': {
    story: tell(20220601).act('pause', 20220601).act('withdraw', 20220602),
    today: 20220603,
    ...NONE,
  },
  'moved-away': { story: tellUntilMonitored().act('move-away', 20220701), today: 20220702, ...NONE },
  reversed: { story: tellUntilCleared().act('reverse', 20230901), today: 20230902, ...NONE },
};

function expected({ village, township, county }: Situation, role: Role): Kind[] {
  const kinds = { 'village-worker': village, 'township-officer': township, 'county-officer': county } as Partial<
    Record<Role, Kind[]>
  >;
  return kinds[role] ?? [];
}

describe('what may be done', () => {
  it('every state has its situation', () => {
    const seen = Object.values(SITUATIONS).map(({ story }) => story.standing().state);
    expect([...new Set(seen)].sort()).toEqual([...STATES].sort());
    for (const [name, { story }] of Object.entries(SITUATIONS))
      expect(name).toContain(story.standing().state.split(',')[0]);
  });

  describe.each(Object.entries(SITUATIONS))('%s', (_, situation) => {
    const { story, today, unmet = [], otherCaseBy } = situation;
    it.each(ROLES)('%s', (role) => {
      const given = { role, today, lifted: false, unmet, otherCaseBy };
      const allowed = KINDS.filter(
        (kind) => kind !== 'recall' && refuseAction(kind, story.standing(), given) === undefined,
      );
      expect(allowed.sort()).toEqual(expected(situation, role).sort());
    });
  });
});

/** Who did the last thing may take it back, nobody else, and only what the program can undo. */
const RECALLS: Record<string, Role | undefined> = {
  'identification.verification': undefined,
  'identification.comparison': 'village-worker',
  'identification.comparison, departments asked': 'county-officer',
  'identification.review': 'county-officer',
  'identification.notice, not published': 'village-worker',
  'identification.notice, hanging': 'village-worker',
  'identification.notice, objected': undefined,
  'identification.township-review': 'village-worker',
  'identification.county-approval': 'township-officer',
  'identification.announcement': 'county-officer',
  'identification.recording': 'township-officer',
  'identification.verification, paused': undefined,
  monitored: 'township-officer',
  'clearing.verification': 'village-worker',
  'clearing.county-approval': 'township-officer',
  'clearing.announcement': 'county-officer',
  rejected: 'county-officer',
  'rejected, told': 'village-worker',
  'rejected, another case under way': undefined,
  'not-confirmed': 'village-worker',
  withdrawn: 'village-worker',
  'moved-away': undefined,
  reversed: undefined,
};

describe('what may be taken back', () => {
  it.each(Object.entries(RECALLS))('%s by %s', (name, who) => {
    const situation = SITUATIONS[name];
    if (!situation) throw new Error(`no situation ${name}`);
    const { story, today, otherCaseBy } = situation;
    const may = ROLES.filter(
      (role) => refuseAction('recall', story.standing(), { role, today, lifted: false, otherCaseBy }) === undefined,
    );
    expect(may).toEqual(who ? [who] : []);
  });
});
