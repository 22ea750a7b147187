// The copy on the phone under the answers of a pull, how households are looked up in it, and the questions of its forms.

import { describe, expect, it } from 'vitest';
import {
  applyPull,
  copyOf,
  findHouseholds,
  type HouseholdFilter,
  householdOf,
  type PhoneAnswer,
  type PhoneHousehold,
} from './phone-copy.ts';
import { shapeOfCopy } from './phone-data.ts';
import { answerWords, faultOf, filesOf, nested, pagesOf, type Question } from './questions.ts';

function aHousehold(id: number, more: Partial<PhoneHousehold> = {}): PhoneHousehold {
  return {
    ...{ countyCode: 150923, id, number: `N${id}`, headName: '王小明', initials: 'wxm', villageCode: 150923100200 },
    ...{ memberCount: 3, kind: 'general' },
    ...more,
  };
}

function anAnswer(more: Partial<PhoneAnswer> = {}): PhoneAnswer {
  return {
    ...{ whole: false, epoch: 'e', token: 't2', today: '2026-11-30', wipe: false, operations: [], villages: [] },
    account: { id: 1, name: '乌云', role: 'village-worker', areaCode: 150923100200, areaName: '永胜村', revision: '1' },
    settings: { daysWithoutContact: 30, lockMinutes: 10, photoPixels: 1600 },
    ...{ households: [], members: [], incomes: [], cases: [], warnings: [], measures: [], activations: [], issues: [] },
    ...{ registers: {}, present: {}, unsettled: [] },
    ...more,
  };
}

const row = (id: number, version: string) => ({ countyCode: 150923, id, placeCode: 1, version, values: {} });
const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

describe('a program of another version', () => {
  it('works with what an earlier one laid down, empty where that knew of nothing', () => {
    const {
      activations: _later,
      registers: _too,
      ...earlier
    } = applyPull(undefined, anAnswer({ households: [aHousehold(1)] }));
    const copy = copyOf(earlier);
    expect(findHouseholds(copy, { text: 'wx', group: 'all' })).toHaveLength(1);
    expect(householdOf(copy, '150923-1')).toMatchObject({ activations: [], household: { id: 1 } });
  });

  it('has a name of its own for what it takes along', () => {
    expect(shapeOfCopy()).toMatch(/^[0-9a-z]{4,8}$/);
    expect(shapeOfCopy()).toBe(shapeOfCopy());
  });
});

describe('a pull', () => {
  const first = applyPull(
    undefined,
    anAnswer({ households: [aHousehold(1), aHousehold(2)], registers: { toilets: [row(7, 'a')] } }),
  );

  it('replaces rows of their key and keeps the others', () => {
    const next = applyPull(first, anAnswer({ households: [aHousehold(2, { headName: '李四' }), aHousehold(3)] }));
    expect(next.households.map(({ id, headName }) => `${id} ${headName}`)).toEqual(['1 王小明', '2 李四', '3 王小明']);
    expect(next.registers.toilets).toEqual([row(7, 'a')]);
    expect(first.households).toHaveLength(2);
  });

  it('takes away what is not mine any more: who moved, what was voided', () => {
    const present = { household: ['150923-2'], 'register:toilets': [] };
    const next = applyPull(first, anAnswer({ present }));
    expect(ids(next.households)).toEqual([2]);
    expect(next.registers.toilets).toEqual([]);
  });

  it('begins anew where the answer is everything', () => {
    expect(ids(applyPull(first, anAnswer({ whole: true, households: [aHousehold(9)] })).households)).toEqual([9]);
    expect(applyPull(first, anAnswer({ whole: true })).registers).toEqual({});
  });

  it('keeps the three years of a household apart', () => {
    const income = { countyCode: 150923, householdId: 1, wageFen: 0, businessFen: 0, propertyFen: 0, transferFen: 0 };
    const of = (year: number, netFen: number) => ({ ...income, businessCostFen: 0, year, netFen });
    const old = applyPull(first, anAnswer({ incomes: [of(2025, 1), of(2024, 2)] }));
    const next = applyPull(old, anAnswer({ incomes: [of(2025, 5)], present: { income: ['150923-1'] } }));
    expect(next.incomes.map(({ year, netFen }) => [year, netFen])).toEqual([
      [2025, 5],
      [2024, 2],
    ]);
  });
});

describe('looking a household up', () => {
  const copy = applyPull(
    undefined,
    anAnswer({
      households: [
        aHousehold(1, { lastVisitOn: '2026-11-01' }),
        aHousehold(2, { headName: '巴特尔', initials: 'bte', kind: 'lifted', lastVisitOn: '2026-06-01' }),
        aHousehold(3, {
          headName: '王芳',
          initials: 'wf',
          monitoringCategory: 'borderline',
          lastVisitOn: '2026-11-20',
        }),
        aHousehold(4, { headName: '苏日娜', initials: 'srn', monitoringCategory: 'borderline', riskCleared: true }),
      ],
    }),
  );
  it.each<[Partial<HouseholdFilter>, number[]]>([
    [{}, [1, 2, 3, 4]],
    [{ text: '王' }, [1, 3]],
    [{ text: 'WX' }, [1]],
    [{ text: 'te' }, []],
    [{ text: 'n4' }, [4]],
    [{ group: 'watched' }, [3]],
    [{ group: 'lifted' }, [2]],
    [{ group: 'not-visited' }, [2, 4]],
    [{ group: 'to-do' }, []],
    [{ text: '王', group: 'watched' }, [3]],
  ])('%o', (filter, found) => {
    expect(ids(findHouseholds(copy, { text: '', group: 'all', ...filter }))).toEqual(found);
  });
});

describe('questions', () => {
  const money: Question = { kind: 'money', unit: '元', name: 'm', title: '金额', required: true };
  const text: Question = { kind: 'text', name: 't', title: '说明', least: 4, most: 10, required: true };
  const names: Question = { kind: 'names', name: 'n', title: '人员', least: 2, required: true };
  const when: Question = { kind: 'day', name: 'd', title: '日期', when: ({ t }) => t === '有', latest: '2026-11-30' };
  it.each<[Question, unknown, string | undefined]>([
    [money, undefined, '请填写后再到下一步'],
    [money, Number.NaN, '请填写金额，单位元'],
    [money, -1, '金额不能小于 0'],
    [money, 0, undefined],
    [text, '三个字', '请至少写 4 个字'],
    [text, '写了四个字', undefined],
    [text, '一二三四五六七八九十一', '最多 10 个字'],
    [names, ['甲'], '至少 2 人，姓名之间用“、”隔开'],
    [names, ['甲', '乙'], undefined],
    [when, '2026-12-01', '不能晚于今天'],
    [when, undefined, undefined],
    [{ kind: 'number', name: 'x', title: '数', required: true }, 1.5, '请填写整数'],
    [{ kind: 'number', name: 'x', title: '数', places: 2 }, 1.55, undefined],
    [{ kind: 'number', name: 'x', title: '数', least: 1 }, 0, '不能小于 1'],
    [{ kind: 'photos', name: 'x', title: '照片', most: 9, least: 1, required: true }, [], '请拍照或选择照片'],
    [{ kind: 'yes-no', name: 'x', title: '是否', yes: '是', no: '否', required: true }, false, undefined],
  ])('%o with %o', (question, value, fault) => {
    expect(faultOf(question, { [question.name]: value })).toBe(fault);
  });

  it('are one a screen, those of a page together, what may be left out at the end', () => {
    const questions: Question[] = [
      { ...text, name: 'a', title: '甲', required: false },
      { ...text, name: 'b', title: '乙' },
      { ...text, name: 'c', title: '丙', page: '一页' },
      { ...money, name: 'd', title: '丁', page: '一页' },
      when,
    ];
    const titles = (answers: object) =>
      pagesOf(questions, { ...answers }).map((page) => [page.title, page.questions.length]);
    expect(titles({})).toEqual([
      ['乙', 1],
      ['一页', 2],
      ['其他内容', 1],
    ]);
    expect(titles({ t: '有' })[2]).toEqual(['其他内容', 2]);
  });

  it('become an input: nested by their names, without what is empty or not asked', () => {
    const photos: Question = { kind: 'photos', name: 'p', title: '照片', most: 9 };
    const sign: Question = { kind: 'signature', name: 's', title: '签名' };
    const questions = [{ ...text, name: 'survey.hardship' }, { ...money, name: 'survey.wageFen' }, when, photos, sign];
    const answers = { 'survey.hardship': '病', 'survey.wageFen': 0, d: '2026-11-01', p: ['f1', 'f2'], s: 'f3' };
    expect(nested(questions, answers)).toEqual({ survey: { hardship: '病', wageFen: 0 }, p: ['f1', 'f2'], s: 'f3' });
    expect(filesOf(questions, answers)).toEqual(['f1', 'f2', 'f3']);
    expect(questions.map((each) => answerWords(each, answers))).toEqual(['病', '0 元', '2026-11-01', '2 张', '已签名']);
  });
});
