// What people wrote in the cases of the demonstration.

import type { DetailOf, Kind } from '../../../cases/domain/actions.ts';
import type { Survey } from '../../../cases/domain/survey.ts';
import type { Risk } from '../../../cases/domain/words.ts';
import type { Channel } from '../../../clues/domain/words.ts';
import type { Danger } from '../../../process/domain/words.ts';

export const CLUE_TEXTS: { channel: Channel; text: string }[] = [
  { channel: 'visit', text: '走访发现户主住院，自付费用较高，今年收入减少' },
  { channel: 'self', text: '本人申报：孩子上大学，学费和生活费负担重' },
  { channel: 'department', text: '医保部门推送：年内累计自付超过 2 万元' },
  { channel: 'visit', text: '雪灾造成牲畜死亡，饲草料支出增加' },
  { channel: 'social', text: '12317 来电反映该户务工人员受伤，暂无收入' },
  { channel: 'self', text: '邻居代为申报：老人独居，患慢性病，子女在外失业' },
];

const RISKS: Risk[][] = [
  ['illness'],
  ['schooling', 'illness'],
  ['illness'],
  ['disaster'],
  ['accident'],
  ['unstable-job', 'illness'],
];
const DANGERS: Danger[] = ['high', 'medium', 'medium', 'low'];
const RESPONSIBLE = ['王建国', '赵敏', '高娃', '刘志强'];

export const dangerOf = (index: number): Danger => DANGERS[index % DANGERS.length] ?? 'medium';
export const responsibleOf = (index: number): string => RESPONSIBLE[index % RESPONSIBLE.length] ?? '王建国';

type Known = {
  on: string;
  household: { headName: string; lifted: boolean; members: number };
  index: number;
  files: string[];
};

/** Twelve months before the visit, below the line of 7,000 yuan a person. */
function survey({ on, household, index }: Known): Survey {
  const memberCount = Math.max(1, household.members);
  const year = Number(on.slice(0, 4));
  return {
    housingUnsafe: index % 9 === 4,
    outOfSchool: false,
    waterUnsafe: index % 11 === 5,
    uninsured: index % 7 === 3,
    from: `${year - 1}${on.slice(4, 8)}01`,
    until: on,
    memberCount,
    wageFen: (180_000 + (index % 5) * 20_000) * memberCount,
    businessFen: 260_000 * memberCount,
    propertyFen: 12_000 * memberCount,
    transferFen: 90_000 * memberCount,
    businessCostFen: 80_000 * memberCount,
    claimFen: 0,
    selfPaidFen: 900_000 + (index % 6) * 350_000,
    coping: index % 3 === 0 ? 'unable' : 'partly',
    noLabour: false,
    hardship: CLUE_TEXTS[index % CLUE_TEXTS.length]?.text ?? '',
    risks: RISKS[index % RISKS.length] ?? ['illness'],
  };
}

function solved(known: Known): Survey {
  const before = survey(known);
  return {
    ...before,
    housingUnsafe: false,
    waterUnsafe: false,
    uninsured: false,
    wageFen: 1_100_000 * before.memberCount,
    selfPaidFen: 60_000,
    coping: 'able',
    hardship: '',
    risks: [],
  };
}

type Details = { [K in Kind]?: DetailOf<K> };

function ofSteps({ on, household, index }: Known): Details {
  const risks = RISKS[index % RISKS.length] ?? ['illness'];
  const danger = dangerOf(index);
  return {
    'request-comparison': { departments: ['yibao', 'shichang', 'ziran'], note: '请核对家庭成员名下财产和参保情况' },
    compare: { excluded: false, note: '未发现应排除的情形', withoutReply: '筛查时已与部门数据比对' },
    review: {
      heldOn: on,
      place: '嘎查村委会',
      chair: '巴特尔',
      attendees: ['巴特尔', '苏和', '额尔敦', '包金山', '张桂芳', '刘志强', '白音'],
      votesFor: 6,
      votesAgainst: 0,
      abstained: 1,
      minutes: `${on} 在嘎查村委会召开评议会，听取入户核实情况，经表决同意。`,
      photos: [],
      passed: true,
    },
    publish: { level: 'village', from: on, place: '村务公开栏', phone: '0474-6901234', photos: [] },
    object: { by: '群众', content: '反映该户有一辆轻型货车，请核实' },
    'end-notice': { note: '公示期满，无异议', photos: [] },
    'pass-township': { opinion: '材料齐全，同意上报', spotChecked: index % 2 === 0 },
    approve: {
      category: household.lifted ? 'unstable-lifted' : 'borderline',
      danger,
      risks,
      opinion: '同意纳入监测',
      documentNumber: '',
    },
    clear: { mode: index % 4 === 0 ? 'natural' : 'assisted', opinion: '同意风险消除', documentNumber: '' },
    announce: { on, photos: [] },
    record: { on, note: '' },
    plan: {
      risks,
      danger,
      responsible: responsibleOf(index),
      unit: '旗农牧和科技局',
      goal: '年内人均纯收入稳定超过监测范围',
    },
  };
}

function aside({ on }: Known): Details {
  return {
    return: { to: 'verification', reason: '收入材料不完整，请补充务工收入证明' },
    reject: { reason: '核实后人均纯收入高于监测范围，且没有明确风险' },
    'notify-rejection': { on, how: '入户当面告知' },
    appeal: { content: '未计入今年的住院自付费用' },
    'decide-appeal': { upheld: true, reason: '医疗支出应当计入，重新核实' },
    withdraw: { reason: '子女已经就业，家庭不再申请' },
    'move-away': { on, to: '呼和浩特市赛罕区' },
    resume: { note: '异议已核实，恢复办理' },
    pause: { reason: '对收入情况有异议，正在核查' },
    emergency: { reason: '房屋着火，全家无处居住', help: '已安排临时住处，发放棉被和米面' },
    'start-clearing': { mode: 'assisted', templateId: 0, reason: '收入稳定，医疗支出已经解决' },
    'look-back': { on, visitors: ['巴特尔', '苏和'], stable: true, finding: '收入稳定，没有新的支出', photos: [] },
    reverse: { reason: '回头看发现收入再次低于监测范围' },
  };
}

/** The usual detail of a kind; `isClearing` where the way out has its own words. */
export function demoDetail(kind: Kind, known: Known, isClearing = false): object {
  const verify = {
    visitedOn: known.on,
    visitors: ['巴特尔', '李秀兰'],
    authorisation: known.files,
    signedBy: known.household.headName,
    survey: isClearing ? solved(known) : survey(known),
    photos: [],
    confirmed: true,
    finding: isClearing ? '收入稳定超过监测范围，风险已经消除' : '情况属实，建议纳入监测',
  };
  const detail = { ...ofSteps(known), ...aside(known), verify }[kind];
  if (!detail) throw new Error(`the demonstration has no words for ${kind}`);
  return detail;
}
