// The board as a sheet: one table of figures, and the ranking of the one that is looked at.

import { BLANK, type Block, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { changeOf, changeText, type Placed, ranked, shareDone } from './standing.ts';
import { readableScale, shownIn } from './units.ts';

type Shown = { shown: string; status: string; number?: number };

export type SheetCard = {
  name: string;
  unit: string;
  now?: Shown | undefined;
  lastWeek?: Shown | undefined;
  lastYear?: Shown | undefined;
  plan?: { number: number } | undefined;
};

export type BoardSheet = {
  areaName: string;
  /** ISO days. */
  day: string;
  week: string;
  year: string;
  cards: readonly SheetCard[];
  /** When the oldest of the numbers was counted, in words. */
  countedAt?: string | undefined;
  ranking?: { title: string; unit: string; regions: readonly (Placed & { shown: string })[] } | undefined;
};

const right = (title: string, share: number): Column => ({ title, share, align: 'right' });

const COLUMNS: Column[] = [
  { title: '指标', share: 30 },
  right('数值', 14),
  { title: '单位', share: 9, align: 'center' },
  right('今年目标', 12),
  right('完成（%）', 10),
  right('去年同日', 12),
  right('比去年', 13),
  right('上周同日', 12),
  right('比上周', 13),
];

const plain = (value: number | undefined) => (value === undefined ? BLANK : String(Math.round(value * 100) / 100));

function cells({ name, unit, now, lastWeek, lastYear, plan }: SheetCard): string[] {
  const scale = readableScale([now?.number, lastYear?.number], unit);
  const text = (shown: Shown | undefined) => (shown ? shownIn(shown, scale) : BLANK);
  const against = (then: Shown | undefined) => changeText(changeOf(now?.number, then?.number, unit), unit) || BLANK;
  return [
    ...[name, text(now), scale.unit, plain(plan && plan.number * scale.factor)],
    ...[plain(shareDone(now?.number, plan?.number))],
    ...[text(lastYear), against(lastYear), text(lastWeek), against(lastWeek)],
  ];
}

function rankingBlocks({ ranking }: BoardSheet): Block[] {
  if (!ranking || ranking.regions.length === 0) return [];
  const scale = readableScale(
    ranking.regions.map(({ number }) => number),
    ranking.unit,
  );
  const columns: Column[] = [
    { title: '名次', share: 10, align: 'center' },
    { title: '地区', share: 40 },
    right(`数值（${scale.unit}）`, 30),
  ];
  const rows = ranked(ranking.regions).map((region) => [
    region.place === undefined ? BLANK : String(region.place),
    region.name,
    shownIn(region, scale),
  ]);
  return [
    { kind: 'heading', text: `各地${ranking.title}` },
    { kind: 'table', columns, rows },
  ];
}

export function buildBoard(sheet: BoardSheet): OfficialDocument {
  const { areaName, day, week, year, cards, countedAt } = sheet;
  return {
    title: `${areaName}主要指标看板`,
    blocks: [
      paragraph(
        `时点${dayTextWords(day)}，去年同日为${dayTextWords(year)}，上周同日为${dayTextWords(week)}。${countedAt ? `各数最早算于 ${countedAt}。` : ''}`,
      ),
      { kind: 'table', columns: COLUMNS, rows: cards.map(cells) },
      ...rankingBlocks(sheet),
    ],
  };
}
