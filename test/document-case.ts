// A case through its whole life in which every free text holds an ID, a phone, an account and a diagnosis: what must not
// be found on paper.

import type { ActionOf, CaseAction, DetailOf, Kind } from '../src/modules/cases/domain/actions.ts';
import { DETAILS } from '../src/modules/cases/domain/actions.ts';
import { foldCase } from '../src/modules/cases/domain/fold.ts';
import { CATEGORIES, CLEARING_MODES, COPING, RISKS } from '../src/modules/cases/domain/words.ts';
import { CHANNELS } from '../src/modules/clues/domain/words.ts';
import type { CaseView } from '../src/modules/papers/domain/documents/case-view.ts';
import { noticesOf } from '../src/modules/papers/domain/documents/notices.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../src/modules/process/domain/process-template.ts';
import { STEPS } from '../src/modules/process/domain/steps.ts';
import { DANGERS, NOTICE_LEVELS } from '../src/modules/process/domain/words.ts';
import { details, SOLVED } from './case-details.ts';

export const SECRETS = {
  id: '15092319700101002X',
  oldId: '150923700101002',
  phone: '13812345678',
  landline: '04747654321',
  account: '6222021234567890123',
};
export const DIAGNOSIS = '肝癌晚期';
const MARK = '秘字';
function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** The numbers as people type them. */
export const SECRET_TEXT = `${MARK}${DIAGNOSIS} 证${SECRETS.id} 旧证${SECRETS.oldId} 手机138 1234 5678、138-1234-5678 座机0474-7654321 账号6222 0212 3456 7890 123 全角${fullWidth('13812345678')}`;
export const WORDS_OF_SECRETS = [MARK, DIAGNOSIS];

/** Which secret numbers stand in a text, however they are typed. */
export function secretsIn(text: string): string[] {
  const flat = text.normalize('NFKC').replace(/[\s\-.·]/g, '');
  return Object.values(SECRETS).filter((secret) => flat.includes(secret));
}

const CODES = new Set<string>(
  [CATEGORIES, CHANNELS, CLEARING_MODES, COPING, DANGERS, NOTICE_LEVELS, RISKS, STEPS].flat(),
);

/** Every text of a detail that is no code, day, file or phone of an office becomes the secret one. */
function poison(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => poison(each, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, poison(each, key)]));
  if (typeof value !== 'string' || field === 'phone') return value;
  const isCode = CODES.has(value) || /^\d{4}-\d{2}-\d{2}$/.test(value) || /^[\da-f-]{36}$/.test(value);
  return isCode ? value : SECRET_TEXT;
}

type Step = { [K in Kind]: [kind: K, on: number, detail: DetailOf<K>] }[Kind];

const day = (on: number) => String(on).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');

/** From the clue to the announcement that the risk is gone. */
function course(): Step[] {
  const first = details(day(20220603));
  const last = details(day(20230610));
  return [
    ['open', 20220601, { channel: 'visit', clueIds: [1], templateId: 0 }],
    ['verify', 20220603, { ...first.verify, survey: { ...first.verify.survey, hardship: '患病' } }],
    ['request-comparison', 20220603, { departments: ['yibao'], note: '请核对' }],
    ['reply-comparison', 20220604, { department: 'yibao', hits: ['住院'], note: '有住院记录' }],
    ['compare', 20220604, first.compare],
    ['review', 20220606, { ...first.review, minutes: '第一人发言\n第二人发言,同意纳入。' }],
    ['publish', 20220606, { ...first.publish, from: day(20220606) }],
    ['object', 20220607, { by: '某人', content: '收入不实' }],
    ['settle-objection', 20220608, { objection: 0, result: '已核实说明' }],
    ['end-notice', 20220611, first['end-notice']],
    ['pass-township', 20220611, first['pass-township']],
    ['approve', 20220612, { ...first.approve, lineFen: 800_000, documentNumber: '凉农发〔2022〕12号' }],
    ['announce', 20220613, { on: day(20220613), photos: [] }],
    ['record', 20220614, { on: day(20220614), note: '已录入' }],
    ['plan', 20220620, { ...first.plan, goal: '稳定增收' }],
    ['start-clearing', 20230605, { mode: 'assisted', templateId: 0, reason: '收入稳定' }],
    ['verify', 20230610, { ...last.verify, survey: SOLVED }],
    ['review', 20230612, { ...last.review, heldOn: day(20230612) }],
    ['publish', 20230612, { ...last.publish, from: day(20230612) }],
    ['end-notice', 20230617, last['end-notice']],
    ['pass-township', 20230618, last['pass-township']],
    ['clear', 20230619, { mode: 'assisted', opinion: '同意', documentNumber: '' }],
    ['announce', 20230620, { on: day(20230620), photos: [] }],
  ];
}

/** The same way to a rejection. */
function refusedCourse(): Step[] {
  return [
    ...course().slice(0, 6),
    ['reject', 20220607, { reason: '收入不符合条件' }],
    ['notify-rejection', 20220608, { on: day(20220608), how: '当面告知' }],
  ];
}

type Options = {
  refused?: boolean;
  clean?: boolean;
  until?: Kind;
  template?: Partial<ProcessTemplate>;
  today?: number;
};

function actionsOf(steps: Step[], { clean = false, until }: Options): CaseAction[] {
  const end = until ? steps.findIndex(([kind]) => kind === until) + 1 : steps.length;
  return steps.slice(0, end).map(([kind, on, detail], i) => {
    const given = clean ? detail : poison(detail);
    // What is tested is what could be recorded: texts as long as the operation takes them.
    if (clean) DETAILS[kind].parse(given);
    return {
      kind,
      seq: i + 1,
      on,
      at: '',
      by: '试用',
      role: 'village-worker',
      detail: given,
    } as ActionOf<Kind> as CaseAction;
  });
}

export function documentCase(options: Options = {}): CaseView {
  const actions = actionsOf(options.refused ? refusedCourse() : course(), options);
  const template = { ...DEFAULT_TEMPLATE, ...options.template };
  const context = { templateOf: () => template, calendar: new Map<number, boolean>() };
  const today = options.today ?? 20230701;
  const standing = foldCase(actions, context);
  const secret = options.clean ? '门诊慢特病报销' : SECRET_TEXT;
  return {
    today,
    place: { county: '凉城县', township: '岱海镇', village: '井沟村' },
    household: {
      number: '150923101001000017',
      headName: '王秀英',
      memberCount: 3,
      lifted: false,
      members: [
        { name: '王秀英', relation: '户主', sex: '女', birthYear: '1970', idMasked: '150923********0029' },
        { name: '李建国', relation: '配偶', sex: '男', birthYear: '1968', idMasked: '150923********001X' },
        { name: '李小雨', relation: '之女', sex: '女', birthYear: '2006', idMasked: '150923********004X' },
      ],
    },
    actions,
    standing,
    drawn: actions.flatMap((action) => (action.kind === 'verify' ? action.detail.authorisation : [])),
    notices: noticesOf(actions, context, today),
    category: 'borderline',
    lineFen: 800_000,
    conditions: [
      { key: 'stable', label: '纳入监测满 6 个月', met: true, fact: options.clean ? '2022-12-12 满' : SECRET_TEXT },
    ],
    measures: [
      {
        risk: '因病',
        kind: '健康帮扶',
        content: secret,
        unit: options.clean ? '县医保局' : SECRET_TEXT,
        person: options.clean ? '赵敏' : SECRET_TEXT,
        due: '2022-09-30',
        amountFen: 1_234_500,
        result: options.clean ? '已报销 8,000 元' : SECRET_TEXT,
      },
    ],
  };
}
