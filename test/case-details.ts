// Details of actions as people would fill them in, for tests that walk a case through its steps.

import type { DetailOf } from '../src/modules/cases/domain/actions.ts';
import type { Survey } from '../src/modules/cases/domain/survey.ts';

/** A household of three just over nothing: about 5,000 yuan a person. */
export const POOR: Survey = {
  housingUnsafe: false,
  outOfSchool: false,
  waterUnsafe: false,
  uninsured: true,
  from: '2021-06-01',
  until: '2022-05-31',
  memberCount: 3,
  wageFen: 900_000,
  businessFen: 800_000,
  propertyFen: 0,
  transferFen: 200_000,
  businessCostFen: 400_000,
  claimFen: 0,
  selfPaidFen: 3_000_000,
  coping: 'partly',
  noLabour: false,
  hardship: '户主患病,支出较大',
  risks: ['illness'],
};

/** The same, well over the line, with nothing left open. */
export const SOLVED: Survey = {
  ...POOR,
  from: '2022-06-01',
  until: '2023-05-31',
  uninsured: false,
  wageFen: 5_400_000,
  selfPaidFen: 0,
  coping: 'able',
  hardship: '',
  risks: [],
};

export function details(on: string, files: readonly string[] = [crypto.randomUUID()]) {
  return {
    verify: {
      visitedOn: on,
      visitors: ['巴特尔', '李秀兰'],
      authorisation: [...files],
      signedBy: '王秀英',
      survey: POOR,
      photos: [],
      confirmed: true,
      finding: '情况属实，建议纳入',
    } satisfies DetailOf<'verify'>,
    'request-comparison': { departments: ['yibao', 'minzheng'], note: '' },
    compare: { excluded: false, note: '未发现应排除的情形', withoutReply: '部门数据在筛查时已比对' },
    review: {
      heldOn: on,
      place: '村委会',
      chair: '巴特尔',
      attendees: ['巴特尔', '李秀兰', '赵敏', '王建国', '张正'],
      votesFor: 4,
      votesAgainst: 0,
      abstained: 1,
      minutes: '经村民代表评议,同意纳入监测对象。',
      photos: [],
      passed: true,
    } satisfies DetailOf<'review'>,
    publish: {
      level: 'village',
      from: on,
      place: '村务公开栏',
      phone: '0474-1234567',
      photos: [],
    } satisfies DetailOf<'publish'>,
    'end-notice': { note: '公示期内无异议', photos: [] },
    'pass-township': { opinion: '同意', spotChecked: true },
    approve: {
      category: 'borderline',
      danger: 'medium',
      risks: ['illness'],
      opinion: '同意纳入',
      documentNumber: '',
    } satisfies DetailOf<'approve'>,
    announce: { on, photos: [] },
    record: { on, note: '' },
    plan: {
      risks: ['illness'],
      danger: 'medium',
      responsible: '王建国',
      unit: '旗医保局',
      goal: '',
    } satisfies DetailOf<'plan'>,
    'hand-over': { responsible: '李秀兰', unit: '', reason: '岗位调整' } satisfies DetailOf<'hand-over'>,
  };
}
