// What is said while households are handed out by keyboard.

import type { Announcements, ScreenReaderInstructions } from '@dnd-kit/core';

export const INSTRUCTIONS: ScreenReaderInstructions = {
  draggable: '按空格键或回车键拿起，按上下方向键移到承办人，再按空格键或回车键分派，按 Esc 键放回。',
};

type Named = { data: { current?: Record<string, unknown> | undefined } };
const nameOf = (one: Named | null) => String(one?.data.current?.name ?? '');

export const ANNOUNCEMENTS: Announcements = {
  onDragStart: ({ active }) => `已拿起${nameOf(active)}`,
  onDragOver: ({ over }) => (over ? `在${nameOf(over)}上方` : '不在任何承办人上方'),
  onDragEnd: ({ over }) => (over ? `分给${nameOf(over)}` : '已放回'),
  onDragCancel: () => '已放回',
};
