// Terms in words: 5 个工作日, 15 天.

import type { DayKind, Term } from '../../domain/calendar.ts';

export const DAY_KIND_NAMES: Record<DayKind, string> = { natural: '自然日', working: '工作日' };

export function termWords({ days, kind }: Term): string {
  return kind === 'working' ? `${days} 个工作日` : `${days} 天`;
}
