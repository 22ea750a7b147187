// Dragging by keyboard: left and right move the card from column to column; what happens is said in words.

import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';
import { stepsAlong } from '../../../../platform/web/drag/keyboard-steps.ts';
import { type BoardColumn, columnName } from './board-drop.ts';

/** From column to column. */
export const nextColumn = stepsAlong('x');

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
