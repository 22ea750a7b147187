// One figure of the board: its number, what of the plan is done, how it stands against last year and last week, and its line.

import { Skeleton } from 'antd';
import { changeOf, changeText, shareDone } from '../../domain/standing.ts';
import { readableScale, scaled, shownIn } from '../../domain/units.ts';
import type { Card } from '../api.ts';
import { Trend } from './trend.tsx';

export function ValueOf({ card: { now, unit }, isCounting }: { card: Card; isCounting: boolean }) {
  if (!now) return isCounting ? <Skeleton.Button active size="small" /> : <span className="sw-quiet">尚未计算</span>;
  if (now.status !== 'value') return <span className="sw-quiet">{now.shown}</span>;
  const scale = readableScale([now.number], unit);
  return (
    <>
      {shownIn(now, scale)}
      {now.number === undefined ? null : <small>{scale.unit}</small>}
    </>
  );
}

function Plan({ card: { now, plan, unit } }: { card: Card }) {
  const done = shareDone(now?.number, plan?.number);
  if (!plan || done === undefined) return <span className="sw-quiet">没有下达目标</span>;
  const scale = readableScale([now?.number, plan.number], unit);
  return (
    <>
      <span className="sw-board-line">
        <span>完成 {done}%</span>
        <span className="sw-quiet">
          {plan.setBy}目标 {scaled(plan.number, scale)} {scale.unit}
        </span>
      </span>
      <span className="sw-board-plan">
        <i style={{ width: `${Math.min(Math.max(done, 0), 100)}%` }} />
      </span>
    </>
  );
}

function Against({ card, then, words }: { card: Card; then: Card['lastYear']; words: string }) {
  const text = changeText(changeOf(card.now?.number, then?.number, card.unit), card.unit);
  return (
    <span title={then ? `${words}：${then.shown}` : undefined}>
      <span className="sw-quiet">{words}</span> {text || '—'}
    </span>
  );
}

type CardProps = { card: Card; isCounting: boolean; isChosen: boolean; onChoose: () => void };

export function FigureCard({ card, isCounting, isChosen, onChoose }: CardProps) {
  return (
    <button type="button" className="sw-board-card" aria-pressed={isChosen} onClick={onChoose}>
      <span className="sw-stat-title">{card.name}</span>
      <span className="sw-stat-value">
        <ValueOf card={card} isCounting={isCounting} />
      </span>
      <Plan card={card} />
      <span className="sw-board-line">
        <Against card={card} then={card.lastYear} words="比去年" />
        <Against card={card} then={card.lastWeek} words="比上周" />
      </span>
      <Trend name={card.name} points={card.trend} />
    </button>
  );
}
