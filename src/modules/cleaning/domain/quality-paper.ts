// 《数据质量通报》 of an area: how many issues, by the areas below and by rule.

import { type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { SEVERITIES, type Severity } from './rule-definition.ts';

type Counts = {
  open: number;
  found: number;
  answered: number;
  signed: number;
  overdue: number;
  blocking: number;
  closed: number;
  reopened: number;
};
export type PrintedBoard = {
  asOf: string;
  area: Counts & { name: string; persons: number };
  areas: readonly (Counts & { name: string; persons: number })[];
  rules: readonly (Counts & { code: string; title: string; severity?: Severity | undefined })[];
};

const MOST_NAMED = 3;
const count = (title: string, share: number): Column => ({ title, share, align: 'right', number: true });
const left = (title: string, share: number): Column => ({ title, share });
const percent = (part: number, whole: number) => (whole === 0 ? '' : `${((part * 100) / whole).toFixed(1)}%`);
const perThousand = ({ open, persons }: { open: number; persons: number }) =>
  persons === 0 ? '' : ((open * 1000) / persons).toFixed(1);
const closedShare = ({ closed, open }: Counts) => percent(closed, closed + open);

export function buildQualityPaper({ asOf, area, areas, rules }: PrintedBoard): OfficialDocument {
  const worst = [...areas]
    .filter(({ overdue }) => overdue > 0)
    .sort((a, b) => b.overdue - a.overdue)
    .slice(0, MOST_NAMED);
  const common = [...rules]
    .sort((a, b) => b.open - a.open)
    .filter(({ open }) => open > 0)
    .slice(0, MOST_NAMED);
  return {
    title: `${area.name}数据质量通报（${dayTextWords(asOf)}）`,
    blocks: [
      { kind: 'heading', text: '总体情况' },
      paragraph(
        `截至${dayTextWords(asOf)}，${area.name}查出疑点 ${area.open + area.closed} 条，已销号 ${area.closed} 条，销号率 ${closedShare(area) || '（没有疑点）'}；未销号 ${area.open} 条，每千人 ${perThousand(area) || '0'} 条，其中严重疑点 ${area.blocking} 条，待签认 ${area.answered} 条，已过期限 ${area.overdue} 条，再次出现 ${area.reopened} 条。`,
      ),
      paragraph(
        `${common.length > 0 ? `较多的疑点是${common.map(({ title, open }) => `${title}（${open} 条）`).join('、')}。` : '没有未销号的疑点。'}${worst.length > 0 ? `过期较多的是${worst.map(({ name, overdue }) => `${name}（${overdue} 条）`).join('、')}，请尽快处理。` : ''}`,
      ),
      { kind: 'heading', text: '各地情况' },
      {
        kind: 'table',
        columns: [
          left('地区', 22),
          count('未销号', 11),
          count('每千人', 11),
          count('严重', 10),
          count('待分派', 10),
          count('待签认', 10),
          count('已过期限', 10),
          count('已销号', 8),
          left('销号率', 8),
        ],
        rows: areas.map((line) => [
          ...[
            line.name,
            String(line.open),
            perThousand(line),
            String(line.blocking),
            String(line.found),
            String(line.answered),
            String(line.overdue),
          ],
          ...[String(line.closed), closedShare(line)],
        ]),
      },
      { kind: 'heading', text: '各条规则' },
      {
        kind: 'table',
        columns: [
          left('规则', 8),
          left('疑点', 40),
          left('严重度', 10),
          count('未销号', 11),
          count('已过期限', 11),
          count('已销号', 10),
          left('销号率', 10),
        ],
        rows: rules.map((line) => [
          line.code,
          line.title,
          line.severity ? SEVERITIES[line.severity] : '',
          String(line.open),
          String(line.overdue),
          String(line.closed),
          closedShare(line),
        ]),
      },
    ],
  };
}
