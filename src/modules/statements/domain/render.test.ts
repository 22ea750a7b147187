import { describe, expect, test } from 'vitest';
import { FIGURES } from '../../figures/domain/definitions/index.ts';
import { DEFAULT_TEMPLATE } from './default-template.ts';
import { checkTemplate, figuresAsked, floorsLeftOut, renderStatement, type Setting, tidied } from './render.ts';
import { parseTemplate } from './template.ts';
import type { Told, Value } from './told.ts';

const told = (id: string, shown: string, unit: string, more: Partial<Told> = {}): Told => ({
  ...{ id, name: id, unit, op: '=', status: 'value', shown, value: more.value ?? shown },
  ...more,
});
const nothing = (id: string, status: Value['status'] = 'no-data'): Told => told(id, '', '', { status, value: '' });

function setting(figures: readonly Told[], more: Partial<Setting> = {}): Setting {
  return {
    place: { name: '内蒙古自治区', level: 'autonomous-region' },
    ...{ day: '2022-05-31', publishedOn: '2022-06-08', confirmed: new Set<string>() },
    figures: new Map(figures.map((figure) => [figure.id, figure])),
    ...more,
  };
}

function textOf(template: string, figures: readonly Told[], more: Partial<Setting> = {}): string {
  return renderStatement(parseTemplate(template), setting(figures, more))
    .blocks.map(({ text }) => text)
    .join('\n');
}

const RATE = '分子';
const coverage = (value: string, shown: string) => told('x', shown, '%', { value, name: RATE });
const lastYear = (shown: string, value = shown): Value => ({ status: 'value', shown, value });

describe('words that turn with a value', () => {
  test.each<[string, string, Told[], string, Partial<Setting>?]>([
    ['a number', '{if}{x}{end}', [told('x', '86.76', '亿元')], '86.76亿元'],
    ['at least', '{if}{x}{end}', [told('x', '≥100', '亿元')], '100亿元以上'],
    ['more than', '{if}{x}{end}', [told('x', '>55', '%')], '超过55%'],
    ['growth above 0', '{if}{x:增长}{end}', [told('x', '3', '%')], '同比增长3%'],
    ['growth below 0', '{if}{x:增长}{end}', [told('x', '-2.5', '%')], '同比下降2.5%'],
    ['growth that rounds to 0', '{if}{x:增长}{end}', [told('x', '0', '%')], '与上年基本持平'],
    ['growth without a base', 'a{if}，{x:增长}{end}', [nothing('x')], 'a'],
    ['reached', '{if}{x:达到}{end}', [told('x', '14951', '元'), told('x.growth', '13.98', '%')], '达到14951元'],
    ['reached without knowing growth', '{if}{x:达到}{end}', [told('x', '14951', '元')], '达到14951元'],
    ['not reached', '{if}{x:达到}{end}', [told('x', '14951', '元'), told('x.growth', '-1', '%')], '为14951元'],
    ['a rate at its plan', '{if}{x:达|90}{end}', [told('x', '92.2', '%')], '达92.2%'],
    ['a rate behind its plan', '{if}{x:达|95}{end}', [told('x', '92.2', '%')], '为92.2%'],
    ['rank', '{if}{x:位次|n}{end}', [told('x', '3', '位'), told('n', '25', '个')], '第3位'],
    [
      'rank, up',
      '{if}{x:位次|n}{end}',
      [told('x', '3', '位', { before: lastYear('5') }), told('n', '25', '个')],
      '第3位，较上年前移2位',
    ],
    [
      'rank, down',
      '{if}{x:位次|n}{end}',
      [told('x', '3', '位', { before: lastYear('2') }), told('n', '25', '个')],
      '第3位，较上年后移1位',
    ],
    [
      'rank, same',
      '{if}{x:位次|n}{end}',
      [told('x', '3', '位', { before: lastYear('3') }), told('n', '25', '个')],
      '第3位，与上年持平',
    ],
    ['rank in the lower half', 'a{if}{x:位次|n}{end}', [told('x', '13', '位'), told('n', '25', '个')], 'a'],
    ['rank of an incomplete table', 'a{if}{x:位次|n}{end}', [told('x', '3', '位')], 'a'],
    [
      'above its floor',
      '{if}{fund.industry_share:不低于}{end}',
      [
        told('fund.industry_share', '>55', '%', { value: '56/100' }),
        told('fund.industry_share.floor', '55', '%', { value: '55/100' }),
      ],
      '超过55%',
    ],
    [
      'below its floor',
      '{if}{fund.industry_share:不低于}{end}',
      [
        told('fund.industry_share', '54.12', '%', { value: '5412/10000' }),
        told('fund.industry_share.floor', '55', '%', { value: '55/100' }),
      ],
      '54.12%，低于55%的要求',
    ],
    [
      'below a floor, without being asked',
      '{if}{wanqi.per_keycounty.min}{end}',
      [told('wanqi.per_keycounty.min', '2', '家')],
      '2家，低于3家的要求',
    ],
    [
      'below a floor that is a number',
      '{if}{wanqi.per_keycounty.min:不低于}{end}',
      [told('wanqi.per_keycounty.min', '2', '家')],
      '2家，低于3家的要求',
    ],
    [
      'broken through',
      '{if}{x:突破|100}{end}',
      [told('x', '≥100', '亿元', { value: '1010000000000', before: lastYear('90', '900000000000') })],
      '突破百亿大关',
    ],
    [
      'kept above',
      '{if}{x:突破|100}{end}',
      [told('x', '≥100', '亿元', { value: '1010000000000', before: lastYear('100', '1000000000000') })],
      '保持在百亿元以上',
    ],
    [
      'not broken through',
      '{if}{x:突破|100}{end}',
      [told('x', '98.7', '亿元', { value: '987000000000' })],
      '达到98.7亿元',
    ],
    ['the whole', '{if}资金{x:全部|到位}{end}', [coverage('10/10', '100')], '资金全部到位'],
    ['nearly the whole', '{if}资金{x:全部|到位}{end}', [coverage('9999/10000', '100')], '资金到位99.9%'],
    ['the whole in other words', '{if}{x:全部|覆盖|全覆盖}{end}', [coverage('1/1', '100')], '全覆盖'],
    ['some are new', 'a{if}（其中新增{x:非零}）{end}', [told('x', '9', '家')], 'a（其中新增9家）'],
    ['none are new', 'a{if}（其中新增{x:非零}）{end}', [told('x', '0', '家')], 'a'],
    ['again', '{if}{x:再次|y}{end}', [told('x', '好', '等次'), told('y', '好', '等次')], '再次评为“好”等次'],
    ['better', '{if}{x:再次|y}{end}', [told('x', '好', '等次'), told('y', '较好', '等次')], '提升为“好”等次'],
    ['worse', '{if}{x:再次|y}{end}', [told('x', '一般', '等次'), told('y', '好', '等次')], '为“一般”等次'],
    ['for the first time', '{if}{x:再次|y}{end}', [told('x', '好', '等次'), nothing('y')], '评为“好”等次'],
    ['in a row', '{if}{x:连续}{end}', [told('x', '3', '年')], '连续3年'],
    ['not in a row', 'a{if}{x:连续}{end}', [told('x', '1', '年')], 'a'],
    [
      'target met',
      '{if}{x:预计|r|n}{end}',
      [told('x', '已完成', '月'), told('r', '101', '%')],
      '已完成全年目标任务（101%）',
    ],
    ['target in sight', '{if}{x:预计|r|n}{end}', [told('x', '2022-06', '月')], '预计6月底可完成全年目标任务'],
    [
      'target out of sight',
      '{if}{x:预计|r|n}{end}',
      [nothing('x'), told('r', '80', '%', { value: '80/100' }), told('n', '18.8', '万人', { value: '188000' })],
      '距全年目标任务还差4.7万人',
    ],
    ['no target', 'a{if}{x:预计|r|n}{end}', [nothing('x')], 'a'],
    [
      'a claim without confirmation',
      '{if}{x:断言|应识尽识|识别率}{end}',
      [told('x', '尽', '断言', { value: '7/7' })],
      '识别率100%',
    ],
    [
      'a claim confirmed',
      '{if}{x:断言|应识尽识|识别率}{end}',
      [told('x', '尽', '断言', { value: '7/7' })],
      '应识尽识',
      { confirmed: new Set(['x：应识尽识']) },
    ],
    [
      'a claim that does not hold',
      '{if}{x:断言|应识尽识|识别率}{end}',
      [told('x', '99.9', '断言', { value: '999/1000' })],
      '识别率99.9%',
      { confirmed: new Set(['x：应识尽识']) },
    ],
    [
      'none has happened',
      '{if}{x:断言|没有发生|发生}{end}',
      [told('x', '0', '个')],
      '没有发生',
      { confirmed: new Set(['x：没有发生']) },
    ],
    [
      'one has happened',
      '{if}{x:断言|没有发生|发生}{end}',
      [told('x', '1', '个')],
      '发生1个',
      { confirmed: new Set(['x：没有发生']) },
    ],
    ['a plan', '{if}{x:计划|y}{end}', [told('x', '400', '个')], '计划400个'],
    [
      'a plan whose year is over',
      '{if}{x:计划|y}{end}',
      [told('x', '400', '个'), told('y', '390', '个')],
      '完成390个，占计划97.5%',
      { publishedOn: '2023-01-10' },
    ],
    ['the end of a month', '{日期:截至}', [], '截至5月底'],
    ['another day', '{日期:截至}', [], '截至5月20日', { day: '2022-05-20' }],
    [
      'a day of another year',
      '{日期:截至}，{日期:今年}，{日期:去年}',
      [],
      '截至2021年12月底，2021年，2020年',
      { day: '2021-12-31' },
    ],
    ['the region', '{地区:全}{地区:我}{地区:下级}', [], '全区我区各盟市、旗县'],
    ['a banner', '{地区:全}{地区:下级}', [], '全旗各苏木乡镇', { place: { name: '正镶白旗', level: 'county' } }],
  ])('%s', (_name, template, figures, text, more) => {
    expect(textOf(template, figures, more)).toBe(text);
  });

  test('a clause that is not of this level goes without a note, one without data with a note', () => {
    const figures = [nothing('x', 'not-defined'), nothing('y')];
    const { blocks, notes } = renderStatement(parseTemplate('甲{if}，{x}{end}{if}，{y}{end}。'), setting(figures));
    expect(blocks.map(({ text }) => text)).toEqual(['甲。']);
    expect(notes).toEqual([{ line: 1, text: 'y没有数据，这一句没有写' }]);
  });

  test('a proud heading needs a person, and nothing below it that fell', () => {
    const template = '## 成效{标题:更加明显|总体稳定}\n{if}{x:增长}{end}';
    const confirmed = new Set(['标题：更加明显']);
    expect(textOf(template, [told('x', '3', '%')])).toContain('总体稳定');
    expect(textOf(template, [told('x', '3', '%')], { confirmed })).toContain('更加明显');
    expect(textOf(template, [told('x', '-3', '%')], { confirmed })).toContain('总体稳定');
  });

  test('a paragraph whose numbers have all gone goes with its opening words', () => {
    expect(textOf('监测方面，{if}{x}。{end}\n有', [nothing('x')])).toBe('有');
  });

  test('a heading with nothing under it goes', () => {
    expect(textOf('## 甲\n{if}{x}{end}\n## 乙\n有', [nothing('x')])).toBe('乙\n有');
  });

  test('a claim of a clause that went is not put to anybody', () => {
    const figures = [told('x', '尽', '断言', { value: '7/7' }), nothing('y')];
    const { claims } = renderStatement(parseTemplate('{if}{x:断言|应识尽识|识别率}，{y}{end}'), setting(figures));
    expect(claims).toEqual([]);
  });

  test('a floor that is missed cannot be left out', () => {
    const given = setting([told('wanqi.per_keycounty.min', '2', '家'), nothing('x')]);
    const leftOut = (text: string) => floorsLeftOut(renderStatement(parseTemplate(text), given), given.figures);
    expect(leftOut('没有提到').map(({ id }) => id)).toEqual(['wanqi.per_keycounty.min']);
    expect(leftOut('{if}{wanqi.per_keycounty.min:不低于}{end}')).toEqual([]);
    expect(leftOut('{if}{wanqi.per_keycounty.min}{end}')).toEqual([]);
    // Its clause went with a figure that has no data.
    expect(leftOut('{if}{wanqi.per_keycounty.min:不低于}，{x}{end}')).toHaveLength(1);
  });

  test.each([
    ['甲，，乙。', '甲，乙。'],
    ['甲，。', '甲。'],
    ['甲（）乙', '甲乙'],
    ['甲（，乙，）', '甲（乙）'],
    ['，甲。', '甲。'],
  ])('%s leaves %s', (text, left) => {
    expect(tidied(text)).toBe(left);
  });
});

describe('what is refused when a text is kept', () => {
  test.each<[string, string, RegExp]>([
    ['a digit', '资金5亿元', /“5亿”是手写的数/],
    ['a Chinese numeral', '覆盖三个旗县', /“三”是手写的数/],
    ['an open bracket', '资金{fund.arranged', /花括号没有成对/],
    ['an unknown figure', '{if}{fund.nothing}{end}', /没有名为“fund.nothing”的指标/],
    ['an unknown phrase', '{if}{fund.arranged:很多}{end}', /没有“很多”这种说法/],
    ['a figure outside a clause', '资金{fund.arranged}', /没有放在 \{if\}…\{end\} 里/],
    ['a clause without end', '{if}资金', /缺少 \{end\}/],
    ['an end without clause', '资金{end}', /没有对应的 \{if\}/],
    ['a day that is none', '{日期:明年}', /应为日期加/],
    ['a heading in one way', '## {标题:更好}', /标题要写两个说法/],
  ])('%s', (_name, text, what) => {
    expect(checkTemplate(text, [])[0]?.what).toMatch(what);
  });

  test.each(['《五年规划》印发', '一是落实四个不摘', '1+N政策', '进一步统一', '第一书记'])('%s is free', (text) => {
    expect(checkTemplate(text, [])).toEqual([]);
  });

  test('expressions of this statement are free', () => {
    expect(checkTemplate('两山银行', ['两山'])).toEqual([]);
  });
});

describe('the text a draft begins with', () => {
  const template = parseTemplate(DEFAULT_TEMPLATE);

  test('is one that may be kept', () => {
    expect(checkTemplate(DEFAULT_TEMPLATE, [])).toEqual([]);
  });

  test('speaks of every figure that was read out', () => {
    const asked = new Set(figuresAsked(template).ids);
    expect(FIGURES.flatMap(({ id, lines }) => (lines.length === 0 || asked.has(id) ? [] : [id]))).toEqual([]);
  });

  test('without any data says no number', () => {
    const text = textOf(
      DEFAULT_TEMPLATE,
      FIGURES.map(({ id }) => nothing(id)),
    );
    expect(text.replaceAll(/2022年6月8日|1\+N/g, '')).not.toMatch(/\d/);
  });
});
