// A column of the board: the households in one step.

import { useDroppable } from '@dnd-kit/core';
import { formatCount } from '../../../../platform/web/numbers.ts';
import type { CaseItem } from '../../../cases/web/doors/rows.ts';
import { BoardCard, cardKey } from './board-card.tsx';
import { type BoardColumn, columnName } from './board-drop.ts';

type BoardLaneProps = {
  column: BoardColumn;
  items: CaseItem[];
  /** Holds no cards: the end of the way. */
  isEnd: boolean;
  onNext: (item: CaseItem) => void;
};

export function BoardLane({ column, items, isEnd, onNext }: BoardLaneProps) {
  const { setNodeRef, isOver } = useDroppable({ id: column });
  const name = columnName(column);
  const look = `sw-lane${items.length === 0 ? ' sw-lane-bare' : ''}${isOver ? ' sw-lane-over' : ''}`;
  return (
    <section ref={setNodeRef} className={look} aria-label={name}>
      <h2>
        {name} {isEnd ? null : <span className="sw-quiet">{formatCount(items.length)}</span>}
      </h2>
      {isEnd ? <p className="sw-quiet">最后一个环节办完后进入。</p> : null}
      {items.map((item) => (
        <BoardCard key={cardKey(item)} item={item} onNext={onNext} />
      ))}
    </section>
  );
}
