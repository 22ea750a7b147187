// One cell of a feed, read by its column's kind. The answer is a number (or text) to keep, or the reason for quarantine.

import { hasLostDigits, normalizeCell } from '../../../kernel/cell.ts';
import { parseYuan } from '../../../kernel/money.ts';
import { parseDate, parseMonth, parseYear } from '../../../kernel/plain-date.ts';
import type { VillageCodes } from '../../regions/domain/village-codes.ts';
import type { FeedColumn, QuarantineReason } from './feed-definition.ts';

/** What reading came to. `value` undefined and no reason: the cell is empty and may be. */
export type CellOutcome = { value?: number | string; reason?: QuarantineReason };

const EMPTY: CellOutcome = {};

function schoolYear(text: string): number {
  const match = /^(\d{4})(?:[-—–~至/]+(\d{4}))?(?:学年)?$/.exec(text);
  if (!match) return 0;
  const first = Number(match[1]);
  if (first < 1900 || first > 2199 || (match[2] !== undefined && Number(match[2]) !== first + 1)) return 0;
  return match[2] === undefined ? 0 : first;
}

function refuse(reason: QuarantineReason): CellOutcome {
  return { reason };
}

/**
 * Village codes are read as those of today; `unit` is the yuan that a bare amount counts. Numbers are yyyymmdd days, fen, years, list
 * numbers, village codes.
 */
export function readCell(column: FeedColumn, raw: string, villages: VillageCodes, unit = 1): CellOutcome {
  const text = normalizeCell(raw);
  if (text === '') return column.required && column.kind !== 'id' && column.kind !== 'name' ? refuse('missing') : EMPTY;
  switch (column.kind) {
    case 'date': {
      const value = parseDate(text);
      return value === 0 ? refuse('bad-date') : { value };
    }
    case 'month': {
      const value = parseMonth(text);
      return value === 0 ? refuse('bad-month') : { value };
    }
    case 'amount': {
      const value = parseYuan(text, unit);
      return value === undefined ? refuse('bad-amount') : { value };
    }
    case 'year': {
      const value = parseYear(text);
      return value === 0 ? refuse('bad-number') : { value };
    }
    case 'school-year': {
      const value = schoolYear(text);
      return value === 0 ? refuse('bad-number') : { value };
    }
    case 'list': {
      const value = column.values?.[text];
      return value === undefined ? refuse('not-in-list') : { value };
    }
    case 'village': {
      if (hasLostDigits(text)) return refuse('bad-number');
      const value = text.length === 12 ? villages.get(Number(text)) : undefined;
      return value === undefined ? refuse('bad-village') : { value };
    }
    case 'serial':
      return hasLostDigits(text) ? refuse('bad-number') : { value: text };
    default:
      return { value: text };
  }
}
