// One figure as a paper, for whoever asks why it is this number: how it is counted, by which settings, what was published, where and since when.

import { BLANK, type Block, type Column, fact, type OfficialDocument } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { choiceWords } from './choice-words.ts';

type Shown = { status: string; shown: string };
type ComparedRow = {
  publishedOn: string;
  publishedText: string;
  shown: string;
  same: string;
  reason: string;
  difference: string;
};

export type FigurePaper = {
  asOf: string;
  areaName: string;
  knownBy: string | null;
  figure: Shown & {
    name: string;
    unit: string;
    value: string;
    rounding: string;
    definition: { text: string; dateWords: string; rollUpWords: string; reads: readonly { title: string }[] };
    settings: readonly { label: string; value: string | null }[];
  };
  others: readonly (Shown & { label: string; choice: string })[];
  published: readonly ComparedRow[];
  months: readonly (Shown & { day: string })[];
  regions: readonly (Shown & { name: string })[];
};

const left = (title: string, share: number): Column => ({ title, share });
const right = (title: string, share: number): Column => ({ title, share, align: 'right' });

/** Nothing where there are no rows. */
function part(text: string, columns: Column[], rows: string[][]): Block[] {
  return rows.length === 0
    ? []
    : [
        { kind: 'heading', text },
        { kind: 'table', columns, rows },
      ];
}

export function buildFigure({
  asOf,
  areaName,
  knownBy,
  figure,
  others,
  published,
  months,
  regions,
}: FigurePaper): OfficialDocument {
  const { name, unit, status, shown, value, rounding, definition, settings } = figure;
  const withUnit = (one: Shown) =>
    one.status === 'value' && /^[\d≥>.-]/.test(one.shown) ? `${one.shown} ${unit}` : one.shown;
  return {
    title: `${areaName}${name}说明`,
    blocks: [
      {
        kind: 'facts',
        facts: [
          fact('数值', withUnit({ status, shown })),
          fact('时点', dayTextWords(asOf)),
          ...(knownBy ? [fact('截至何时录入', knownBy)] : []),
          fact('准确值', value),
          ...(rounding ? [fact('为什么是这个数', rounding, true)] : []),
          fact('怎么算', definition.text, true),
          fact('时间', definition.dateWords, true),
          fact('汇总', definition.rollUpWords, true),
          fact('取自', definition.reads.map(({ title }) => title).join('、'), true),
          ...settings.map((one) => fact(one.label, choiceWords(one.value), true)),
        ],
      },
      ...part(
        '换一种口径',
        [left('设定', 44), left('改为', 34), right('数值', 22)],
        others.map((one) => [one.label, choiceWords(one.choice), withUnit(one)]),
      ),
      ...part(
        '与已发布的数比较',
        [left('公布日期', 18), right('公布的数', 22), right('现在算出', 20), left('比较', 20), right('差额', 20)],
        published.map((one) => [
          ...[one.publishedOn, one.publishedText, one.shown],
          ...[one.same === '是' ? '一致' : one.reason || one.same, one.difference || BLANK],
        ]),
      ),
      ...part(
        '各月走势',
        [left('月末', 50), right('数值', 50)],
        months.filter((one) => one.status === 'value').map((one) => [one.day, withUnit(one)]),
      ),
      ...part(
        '下一级各地区',
        [left('地区', 50), right('数值', 50)],
        regions.map((one) => [one.name, withUnit(one)]),
      ),
    ],
  };
}
