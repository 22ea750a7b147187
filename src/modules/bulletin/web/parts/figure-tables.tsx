// Figures beside the ranking: clues by month, what is under way by age and state, what was cleared.

import { formatCount, formatRate } from '../../../../platform/web/numbers.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { CHANNEL_NAMES, CHANNELS } from '../../../clues/domain/words.ts';
import type { Figure, Figures } from '../api.ts';
import { FIGURE_PATHS, FigureLink } from './figure-link.tsx';

/** A count, or a share with what it is a share of. */
function shownValue({ numerator, denominator }: Figure): { value: string; note?: string } {
  if (denominator === undefined) return { value: formatCount(numerator) };
  const { text } = formatRate(numerator, denominator);
  return { value: text, note: `${formatCount(numerator)} / ${formatCount(denominator)}` };
}

const CARDS = [
  'on-time',
  'identified',
  'taken-in',
  'within-term',
  'fully-helped',
  'open',
  'late',
  'escalated',
  'cleared',
];
const CARD_TITLES: Record<string, string> = {
  'on-time': '按期办结率',
  identified: '应识尽识率',
  'taken-in': '应纳尽纳率',
  'fully-helped': '应帮尽帮率',
};
const TONES: Record<string, 'red' | 'orange'> = { late: 'red', escalated: 'orange' };

export function FigureCards({ figures }: Pick<Figures, 'figures'>) {
  const cards = CARDS.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);
  return (
    <StatRow>
      {cards.map((figure) => {
        const { key, title, basis, unit, list, search, denominator, numerator } = figure;
        const { value, note } = shownValue(figure);
        return (
          <StatCard
            key={key}
            title={CARD_TITLES[key] ?? title}
            value={value}
            basis={basis}
            {...(denominator === undefined ? { unit } : {})}
            {...(note ? { note: `${note} ${unit}` } : {})}
            {...(TONES[key] && numerator > 0 ? { tone: TONES[key] } : {})}
            to={FIGURE_PATHS[list]}
            search={search}
          />
        );
      })}
    </StatRow>
  );
}

/** Figures of one kind with their numbers; those that are 0 may be left away. */
export function FigureList({ figures, hideZero = false }: { figures: Figure[]; hideZero?: boolean }) {
  const shown = hideZero ? figures.filter(({ numerator }) => numerator > 0) : figures;
  if (shown.length === 0) return <p className="sw-quiet">没有个案。</p>;
  return (
    <table className="sw-plain-table sw-figure-list">
      <tbody>
        {shown.map(({ key, title, basis, unit, list, numerator, search }) => (
          <tr key={key}>
            <th scope="row" title={basis}>
              {title}
            </th>
            <td>
              <FigureLink list={list} count={numerator} search={search} /> {unit}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function ClueMonths({ figures, months }: Pick<Figures, 'figures' | 'months'>) {
  const names = [...new Set(months.map(({ month }) => month))];
  if (names.length === 0) return <p className="sw-quiet">期内没有收到线索。</p>;
  return (
    <div className="sw-scroll">
      <table className="sw-plain-table">
        <thead>
          <tr>
            <th scope="col">月份</th>
            {CHANNELS.map((channel) => (
              <th key={channel} scope="col">
                {CHANNEL_NAMES[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {names.map((month) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {CHANNELS.map((channel) => {
                const cell = months.find((each) => each.month === month && each.channel === channel);
                return (
                  <td key={channel}>
                    {cell ? <FigureLink list="clues" count={cell.count} search={cell.search} /> : '0'}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sw-totals">
            <th scope="row">合计</th>
            {CHANNELS.map((channel) => {
              const sum = figures.find(({ key }) => key === `clues.${channel}`);
              return (
                <td key={channel}>
                  {sum ? <FigureLink list="clues" count={sum.numerator} search={sum.search} /> : '0'}
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
