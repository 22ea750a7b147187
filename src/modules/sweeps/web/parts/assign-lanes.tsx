// Handing out households: on the left what may be given, on the right who takes it. A row is dragged by the mouse anywhere, by the keyboard and on touch
// screens by its handle; whoever does not drag ticks rows and presses the button of a person.

import { HolderOutlined } from '@ant-design/icons';
import { useDraggable, useDroppable } from '@dnd-kit/core';
import { Button, Checkbox } from 'antd';
import { formatCount } from '../../../../platform/web/numbers.ts';
import type { Person } from '../api.ts';

/** A village, or a household. */
export type Giving = { key: string; name: string; note: string };

type GivingRowProps = { giving: Giving; isPicked: boolean; onPick: (isPicked: boolean) => void };

export function GivingRow({ giving: { key, name, note }, isPicked, onPick }: GivingRowProps) {
  const drag = useDraggable({ id: key, data: { name } });
  const { onKeyDown, onTouchStart, onMouseDown } = drag.listeners ?? {};
  return (
    <li
      ref={drag.setNodeRef}
      className={`sw-give${drag.isDragging ? ' sw-give-away' : ''}`}
      onMouseDown={onMouseDown as React.MouseEventHandler}
    >
      <Checkbox checked={isPicked} onChange={({ target }) => onPick(target.checked)}>
        {name}
      </Checkbox>
      <span className="sw-quiet">{note}</span>
      <Button
        ref={drag.setActivatorNodeRef}
        {...drag.attributes}
        type="text"
        size="small"
        icon={<HolderOutlined />}
        aria-label={`移动${name}`}
        onKeyDown={onKeyDown as React.KeyboardEventHandler}
        onTouchStart={onTouchStart as React.TouchEventHandler}
      />
    </li>
  );
}

type TakerRowProps = { person: Person; picked: number; onTake: () => void };

export function TakerRow({ person: { accountId, name, areaName, items, open }, picked, onTake }: TakerRowProps) {
  const { setNodeRef, isOver } = useDroppable({ id: accountId, data: { name } });
  return (
    <li ref={setNodeRef} className={`sw-take${isOver ? ' sw-take-over' : ''}`}>
      <span>
        <strong>{name}</strong> <span className="sw-quiet">{areaName}</span>
      </span>
      <span className="sw-quiet">
        {items === 0 ? '还没有户' : `${formatCount(items)} 户，未完成 ${formatCount(open)} 户`}
      </span>
      <Button size="small" disabled={picked === 0} onClick={onTake}>
        分给{name}
      </Button>
    </li>
  );
}
