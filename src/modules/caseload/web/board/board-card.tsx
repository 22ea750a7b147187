// A card of the board: the household, its deadline, and what leads on. It is dragged by the mouse anywhere, by the keyboard
// and on touch screens by its handle.

import { HolderOutlined } from '@ant-design/icons';
import { useDraggable } from '@dnd-kit/core';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { casePath } from '../../../cases/domain/addresses.ts';
import type { CaseItem } from '../../../cases/web/doors/rows.ts';
import { ClockWords, MarkTags, NextAction, toneOfRow } from '../../../cases/web/doors/rows.ts';

type BoardCardProps = { item: CaseItem; onNext: (item: CaseItem) => void };

export function cardKey({ countyCode, id }: Pick<CaseItem, 'countyCode' | 'id'>): string {
  return `${countyCode}-${id}`;
}

export function BoardCard({ item, onNext }: BoardCardProps) {
  const data = { item, name: item.headName };
  const drag = useDraggable({ id: cardKey(item), data });
  const { onKeyDown, onTouchStart, onMouseDown } = drag.listeners ?? {};
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handle in it does the same for everybody without a mouse
    <div
      ref={drag.setNodeRef}
      className={`sw-card sw-card-${toneOfRow(item) ?? 'plain'}${drag.isDragging ? ' sw-card-away' : ''}`}
      onMouseDown={onMouseDown as React.MouseEventHandler}
    >
      <div className="sw-card-head">
        <Link to={casePath(item)} draggable={false}>
          {item.headName}户
        </Link>
        <Button
          ref={drag.setActivatorNodeRef}
          {...drag.attributes}
          type="text"
          size="small"
          className="sw-card-handle"
          icon={<HolderOutlined />}
          aria-label={`移动${item.headName}户`}
          onKeyDown={onKeyDown as React.KeyboardEventHandler}
          onTouchStart={onTouchStart as React.TouchEventHandler}
        />
      </div>
      <CardPlace item={item} />
      <NextAction item={item} onOpen={onNext} />
    </div>
  );
}

function CardPlace({ item }: { item: CaseItem }) {
  const { townshipName, villageName, emergency, paused, clock } = item;
  return (
    <div className="sw-card-place">
      <div className="sw-quiet">{`${townshipName} ${villageName}`}</div>
      {clock ? <ClockWords item={item} /> : null} <MarkTags emergency={emergency} paused={paused} />
    </div>
  );
}

/** What is under the pointer while it is dragged. */
export function CardShadow({ item }: { item: CaseItem }) {
  return (
    <div className="sw-card sw-card-plain sw-card-lifted">
      <div className="sw-card-head">
        <strong>{item.headName}户</strong>
      </div>
      <CardPlace item={item} />
    </div>
  );
}
