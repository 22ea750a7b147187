// Dragging by keyboard: left and right move the card from column to column; what happens is said in words.

import type { Announcements, KeyboardCoordinateGetter, ScreenReaderInstructions } from '@dnd-kit/core';
import { type BoardColumn, columnName } from './board-drop.ts';

/** The card goes over the middle of the next column, whatever its width. */
export const nextColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const { droppableRects, collisionRect } = context;
  if ((event.code !== 'ArrowRight' && event.code !== 'ArrowLeft') || !collisionRect) return undefined;
  event.preventDefault();
  const middle = collisionRect.left + collisionRect.width / 2;
  const columns = [...droppableRects.values()].sort((a, b) => a.left - b.left);
  const centre = (rect: { left: number; width: number }) => rect.left + rect.width / 2;
  const next =
    event.code === 'ArrowRight'
      ? columns.find((rect) => centre(rect) > middle + 2)
      : columns.findLast((rect) => centre(rect) < middle - 2);
  return next ? { ...currentCoordinates, x: currentCoordinates.x + centre(next) - middle } : currentCoordinates;
};

export const INSTRUCTIONS: ScreenReaderInstructions = {
  draggable: '按空格键或回车键拿起，按左右方向键移到要办往的环节，再按空格键或回车键打开办理窗口，按 Esc 键放回。',
};

const nameOf = (id: string | number | undefined) => (id === undefined ? '' : columnName(id as BoardColumn));

export const ANNOUNCEMENTS: Announcements = {
  onDragStart: ({ active }) => `已拿起${active.data.current?.name ?? ''}户`,
  onDragOver: ({ over }) => (over ? `在${nameOf(over.id)}上方` : '不在任何环节上方'),
  onDragEnd: ({ over }) => (over ? `放在${nameOf(over.id)}` : '已放回'),
  onDragCancel: () => '已放回',
};
