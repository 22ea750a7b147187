// What the forms of the phone make of their answers: inputs that the contracts of the operations take.

import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { RegisterDefinition } from '../../../../../kernel/register/define-register.ts';
import { assetCheckRegister } from '../../../../assets/domain/registers/asset-check-register.ts';
import { toiletRegister } from '../../../../construction/domain/registers/toilet-register.ts';
import type { PhoneCase, PhoneCopy } from '../../../../field/domain/phone-copy.ts';
import { householdOf } from '../../../../field/domain/phone-copy.ts';
import {
  type Answers,
  faultOf,
  isRequired,
  pagesOf,
  type Question,
  saidOf,
} from '../../../../field/domain/questions.ts';
import { linkageCheckRegister } from '../../../../linkage/domain/registers/linkage-check-register.ts';
import { CORE_QUESTIONS } from '../../../../sweeps/domain/survey.ts';
import { teamLeaveRegister } from '../../../../teams/domain/registers/team-leave-register.ts';
import { teamTaskRecordRegister } from '../../../../teams/domain/registers/team-task-record-register.ts';
import { formOf, formsOfHousehold } from './forms-of-household.ts';
import { faultOfInput, knowRegisters, saidOfInput } from './operations.ts';
import type { FormContext, PhoneForm } from './phone-form.ts';

const KEY = '150923-7';
const FILE = '11111111-1111-4111-8111-111111111111';
const key = { countyCode: 150923, id: 7 };
const ofHousehold = { countyCode: 150923, householdId: 7 };
const REGISTERS = [toiletRegister, assetCheckRegister, linkageCheckRegister] as unknown as RegisterDefinition[];

const aCase = {
  ...{ ...ofHousehold, id: 3, householdNumber: 'N7', headName: '高龙祥', memberCount: 3, villageCode: 150923100200 },
  ...{ state: 'identification.verification', version: 4, verifiers: 2, risks: ['illness'], timeline: [], refusals: {} },
  actions: ['verify', 'review', 'publish', 'look-back'],
} as unknown as PhoneCase;

const copy = {
  ...{ epoch: 'e', token: 't', today: '2026-11-30' },
  account: { id: 1, name: '巴特尔', role: 'village-worker', areaCode: 150923100200, areaName: '永胜村', revision: '1' },
  operations: ['cases.verify', 'cases.review', 'cases.publish', 'cases.look-back', 'clues.add', 'help.add-visit'],
  villages: [{ code: 150923100200, name: '永胜村', townshipName: '大库伦乡' }],
  households: [
    {
      ...key,
      number: 'N7',
      headName: '高龙祥',
      initials: 'glx',
      villageCode: 150923100200,
      memberCount: 3,
      kind: 'general',
    },
  ],
  members: [
    { ...ofHousehold, id: 22, number: 'N7-2', name: '高小红' },
    { ...ofHousehold, id: 21, number: 'N7-1', name: '高龙祥' },
  ],
  ...{ incomes: [], cases: [aCase], jobs: [] },
  warnings: [{ ...ofHousehold, id: 5, state: 'open', rules: [{ code: 'R01', name: '因灾' }], dueOn: '2026-12-01' }],
  measures: [{ ...ofHousehold, id: 6, caseId: 3, content: '教育补助', dueOn: '2026-12-31', moneyFen: 100, version: 1 }],
  activations: [{ number: 'E1', title: '白灾', household: key }],
  issues: [
    { ...ofHousehold, id: 11, title: '是否务工与务工信息不符', value: '登记为务工', field: 'working', mine: true },
    { ...ofHousehold, id: 12, title: '户内没有户主', mine: false },
  ],
  comparisons: [
    {
      ...key,
      fields: [
        { field: 'members', ledger: '3', system: '3' },
        { field: 'dibao', ledger: '高龙祥', system: '高龙祥', people: [21] },
        { field: 'measures', ledger: '健康帮扶' },
        { field: 'category', ledger: '边缘易致贫户', system: '突发严重困难户' },
        { field: 'responsible', ledger: '苏和', system: '苏和' },
        { field: 'identified', ledger: '2022-03', system: '2022-03' },
      ],
    },
  ],
  sweep: {
    rounds: [
      { number: 'R4', name: '四季度集中摸排', startsOn: '2026-11-01', endsOn: '2026-12-20', questions: CORE_QUESTIONS },
    ],
    visits: [{ number: 'R4', household: key, lists: ['measures', 'look-back', 'key-group'], mine: true }],
    rechecks: [{ number: 'R4', recheckId: 8, household: key, lists: ['ordinary'] }],
  },
  registers: {
    toilets: [
      {
        ...key,
        id: 9,
        placeCode: 150923100200,
        version: 'v1',
        values: { number: 'T9', householdNumber: 'N7', nature: 'household', builtHow: 'existing', useState: null },
      },
    ],
  },
} as unknown as PhoneCopy;
const context: FormContext = { copy, today: '2026-11-30', registers: REGISTERS };

/** Something sound for each kind, where nothing is known. */
const SOUND: { [K in Question['kind']]: (question: Extract<Question, { kind: K }>) => unknown } = {
  text: ({ most, name }) => (name === 'phone' ? '0474-6901234' : '写下来的情况和结论十字以上'.slice(0, most)),
  number: () => 2,
  money: () => 120_000,
  day: () => '2026-11-29',
  month: () => '2026-11-01',
  year: () => 2026,
  choice: ({ choices }) => Object.keys(choices)[0],
  choices: ({ choices }) => Object.keys(choices).slice(0, 2),
  'yes-no': () => false,
  names: () => ['巴特尔', '苏和'],
  photos: () => [FILE],
  signature: () => FILE,
  place: () => ({ longitude: 113.5, latitude: 41.5 }),
  household: () => 'N7',
  row: () => 'T9',
  shown: () => '7KQ3M-9XR2T-H4WDP',
};

/** Answered page by page, as somebody would: what an answer opens is asked, too. */
function answered(form: PhoneForm, given: Answers = {}): Answers {
  const answers: Record<string, unknown> = { ...form.initial, ...given };
  for (let at = 0; at < pagesOf(form.questions, answers).length; at++)
    for (const question of pagesOf(form.questions, answers)[at]?.questions ?? []) {
      const isSound = answers[question.name] !== undefined && answers[question.name] !== null;
      if (!isSound || faultOf(question, answers))
        answers[question.name] = (SOUND[question.kind] as (of: Question) => unknown)(question);
      expect(faultOf(question, answers), question.title).toBeUndefined();
    }
  return answers;
}

beforeAll(() => knowRegisters(REGISTERS));

describe('forms of the phone', () => {
  it.each([
    ['clue', [KEY], 'clues.add'],
    ['verify', [KEY, '150923-3'], 'cases.verify'],
    ['review', [KEY, '150923-3'], 'cases.review'],
    ['publish', [KEY, '150923-3'], 'cases.publish'],
    ['look-back', [KEY, '150923-3'], 'cases.look-back'],
    ['visit', [KEY, '150923-3'], 'help.add-visit'],
    ['warning', [KEY, '150923-5'], 'warnings.check'],
    ['measure', [KEY, '150923-6'], 'help.finish-measure'],
    ['activation', [KEY, 'E1'], 'contingency.visit'],
    ['sheet', [KEY], 'incomes.save-sheet'],
    ['declare', [KEY], 'declare.for-household'],
    ['round', [KEY, 'R4'], 'sweeps.visit'],
    ['recheck', [KEY, '8'], 'sweeps.recheck'],
    ['issue', [KEY, '150923-11'], 'cleaning.answer'],
    ['issue', [KEY, '150923-12'], 'cleaning.answer'],
    ['compare', [KEY], 'cleaning.compare'],
    ['register', ['toilets', 'new', KEY], 'construction.add-toilet'],
    ['register', ['toilets', '150923-9'], 'construction.change-toilet'],
    ['register', ['asset-checks', 'new'], 'assets.add-asset-check'],
    ['register', ['linkage-checks', 'new'], 'linkage.add-linkage-check'],
  ])('%s %o becomes what %s takes', (kind, of, operation) => {
    const form = formOf(context, kind, of);
    if (!form) throw new Error('there is no such form');
    const items = form.toItems(answered(form));
    expect(items[0]?.operation).toBe(operation);
    expect(items.flatMap((item) => faultOfInput(item.operation, { ...key, ...item.input }) ?? [])).toEqual([]);
  });

  it('a verification carries both signatures and its photos', () => {
    const form = formOf(context, 'verify', [KEY, '150923-3']);
    const [item] = form?.toItems(answered(form)) ?? [];
    expect(item?.files).toEqual([FILE, FILE, FILE]);
    expect(item?.input.detail).toMatchObject({ longitude: 113.5, latitude: 41.5 });
    expect(item?.input.detail).not.toHaveProperty('position');
    expect(item).toMatchObject({
      group: KEY,
      target: 'case 150923-3',
      input: { countyCode: 150923, id: 3, version: 4, detail: { authorisation: [FILE, FILE] } },
    });
  });

  it.each([
    ['verify', { confirmed: true, 'survey.risks': [] }, /须至少选择一项风险类型/],
    ['verify', { confirmed: false, 'survey.risks': [] }, undefined],
    ['verify', { confirmed: true, 'survey.risks': ['illness'] }, undefined],
    ['review', { attendees: ['甲'], votesFor: 2, votesAgainst: 0, abstained: 0, passed: true }, /超过参会人数/],
    ['review', { attendees: ['甲', '乙'], votesFor: 1, votesAgainst: 1, abstained: 0, passed: true }, /未过半数/],
    ['round', { secondVisitor: '巴特尔' }, /须两人同行/],
    ['round', { photos: [], signed: false }, /须有现场照片/],
    ['round', { photos: [], signed: false, result: 'not-met' }, undefined],
    ['round', { photos: [], signed: false, mode: 'phone' }, undefined],
    ['round', { visitedOn: '2026-10-31' }, /早于本轮开始日期/],
  ])('%s of %o is refused on the phone as in the office', (kind, given, sentence) => {
    const form = formOf(context, kind, [KEY, kind === 'round' ? 'R4' : '150923-3']);
    const refused = form?.refuse?.({ ...answered(form), ...given });
    if (sentence) expect(refused).toMatch(sentence);
    else expect(refused).toBeUndefined();
  });

  it('a changed row says what was changed and nothing else, its photos build on it', () => {
    const form = formOf(context, 'register', ['toilets', '150923-9']);
    const items = form?.toItems({
      ...form.initial,
      builtHow: 'rebuilt',
      'photos before': [FILE],
      'photos after': [FILE],
    });
    expect(items?.map(({ operation, input }) => [operation, input.values ?? input.stage])).toEqual([
      ['construction.change-toilet', { builtHow: 'rebuilt' }],
      ['registers.attach-photos', 'before'],
      ['registers.attach-photos', 'after'],
    ]);
    expect(items?.every(({ target, group }) => target === 'row toilets 150923-9' && group === KEY)).toBe(true);
  });

  it('a household on three lists is visited once, by the questions of its lists, and not offered again while it waits', () => {
    const allowed = { ...copy, operations: ['sweeps.visit'] };
    const view = householdOf(allowed, KEY);
    if (!view) throw new Error('the household is there');
    expect(formsOfHousehold(allowed, view).map(({ title }) => title)).toEqual(['入户核查：四季度集中摸排']);
    const form = formOf(context, 'round', [KEY, 'R4']);
    const [item] = form?.toItems(answered(form)) ?? [];
    expect(Object.keys((item?.input.answers ?? {}) as object)).toEqual(CORE_QUESTIONS.map(({ code }) => code));
    expect(formsOfHousehold(allowed, view, new Set([item?.target ?? '']))).toEqual([]);
  });

  it('whoever was not met is asked nothing', () => {
    const form = formOf(context, 'round', [KEY, 'R4']);
    const [item] = form?.toItems({ ...answered(form), result: 'not-met' }) ?? [];
    expect(item?.input).not.toHaveProperty('answers');
    expect(item?.files).toEqual([]);
  });

  it.each([
    ['intact', [], undefined],
    ['damaged', ['finding'], '房顶漏雨，须修'],
  ])('of a check that finds %s the office needs %o, and so does the phone', (foundCondition, needed, finding) => {
    const form = formOf(context, 'register', ['asset-checks', 'new']);
    const answers = { ...form?.initial, assetNumber: 'A1', checkedOn: '2026-11-29', foundCondition };
    const last = pagesOf(form?.questions ?? [], answers).at(-1);
    const asked = last?.questions.filter(({ name }) => name === 'finding') ?? [];
    expect(asked.filter((question) => isRequired(question, answers)).map(({ name }) => name)).toEqual(needed);
    expect(asked.map((question) => faultOf(question, { ...answers, finding }))).toEqual([undefined]);
    expect(asked.map((question) => faultOf(question, answers) === undefined)).toEqual([needed.length === 0]);
  });

  it('a family is given its receipt before there is a network, and keeps it when the form is opened again', () => {
    const form = formOf(context, 'declare', [KEY]);
    const given = answered(form as PhoneForm, { troubles: ['illness'] });
    expect(given.receipt).toMatch(/^([2-9A-Z]{5}-){2}[2-9A-Z]{5}$/);
    const again = formOf(context, 'declare', [KEY]);
    expect(again?.initial.receipt).not.toBe(given.receipt);
    const [item] = again?.toItems({ ...again.initial, ...given }) ?? [];
    expect(item?.input.receipt).toBe(given.receipt);
    expect(form?.refuse?.({ ...given, phone: '1380013' })).toMatch('手机号码');
    expect(form?.refuse?.({ ...given, troubles: ['other'], words: undefined })).toMatch('写明');
    expect(saidOf(form?.questions ?? [], given)).toContainEqual(['回执号', given.receipt]);
  });

  it('says what an item holds, also without the form it was typed into', () => {
    expect(saidOfInput('clues.add', { channel: 'visit', receivedOn: '2026-11-29', text: '摔伤住院' })).toEqual([
      ['发现日期', '2026-11-29'],
      ['线索内容', '摔伤住院'],
    ]);
    expect(saidOfInput('construction.change-toilet', { values: { builtHow: 'new', gone: 1 } })).toEqual([
      ['建设方式', '新建'],
    ]);
    expect(saidOfInput('nothing.known', { text: 'x' })).toEqual([]);
  });

  it('an answer that is missing is told in words', () => {
    expect(
      faultOfInput('clues.add', { ...ofHousehold, channel: 'visit', receivedOn: '2026-11-30', text: '病' }),
    ).toEqual({
      path: 'text',
      message: '请填写线索内容，至少 4 个字',
    });
  });

  it('a household offers what the server allows, and nothing more', () => {
    const view = householdOf(copy, KEY);
    const titles = view && formsOfHousehold(copy, view).map(({ title }) => title);
    expect(titles).toEqual(['入户核实', '民主评议', '张贴公示', '回头看', '登记线索']);
  });
});

describe('of a village team', () => {
  const person = (value: string, isOwn = false) => ({ value, words: `${value}（队员）`, ...(isOwn ? { isOwn } : {}) });
  const picks = {
    'team-leaves.cadreNumber': [person('G1', true), person('G2')],
    'team-task-records.taskNo': [{ value: '7', words: '7. 组织党员学习' }],
  };
  const registers = [teamLeaveRegister, teamTaskRecordRegister] as unknown as RegisterDefinition[];
  const at: FormContext = { copy: { ...copy, picks }, today: '2026-11-30', registers };

  it('numbers that nobody knows by heart are chosen, the own person is there already, what a move fills in is not asked', () => {
    const form = formOf(at, 'register', ['team-leaves', 'new']);
    expect(form?.initial).toMatchObject({ cadreNumber: 'G1', fromOn: '2026-11-30' });
    const asked = form?.questions.map(({ name }) => name) ?? [];
    expect(asked).toContain('throughOn');
    for (const day of ['reviewedOn', 'approvedOn', 'returnedOn']) expect(asked).not.toContain(day);
    const task = formOf(at, 'register', ['team-task-records', 'new']);
    const [item] =
      task?.toItems({ ...task.initial, taskNo: '7', year: 2026, period: '11 月', progress: 'done', note: '已学' }) ??
      [];
    expect(item).toMatchObject({ operation: 'teams.add-team-task-record', input: { values: { taskNo: 7 } } });
  });

  it('a punch keeps the moment at which its form was opened, with or without a position', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => kept.set(name, value),
    });
    const form = formOf(at, 'punch', []);
    const [item] =
      form?.toItems({ ...form.initial, position: { longitude: 113.5, latitude: 41.5 }, note: '到牧户家' }) ?? [];
    expect(item?.input).toMatchObject({ at: form?.initial.at, kind: 'in-village', longitude: 113.5, note: '到牧户家' });
    expect(faultOfInput('teams.punch', item?.input ?? {})).toBeUndefined();
    const [bare] = form?.toItems({ ...form.initial, kind: 'field' }) ?? [];
    expect(faultOfInput('teams.punch', bare?.input ?? {})).toBeUndefined();
    expect(bare?.input.device).toBe(item?.input.device);
    vi.unstubAllGlobals();
  });
});
