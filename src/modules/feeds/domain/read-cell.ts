// One cell of a feed, read by its column's kind. The answer is a number (or text) to keep, or the reason for quarantine.

import { normalizeCell } from '../../../kernel/cell.ts';
import { parseYuan } from '../../../kernel/money.ts';
import { parseDate, parseMonth } from '../../../kernel/plain-date.ts';
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

function year(text: string): number {
  const match = /^(\d{4})年?(?:度)?$/.exec(text);
  const value = match ? Number(match[1]) : 0;
  return value >= 1900 && value <= 2199 ? value : 0;
}

function refuse(reason: QuarantineReason): CellOutcome {
  return { reason };
}

/** Village codes are read as those of today. Numbers are yyyymmdd days, fen, years, list numbers, village codes. */
export function readCell(column: FeedColumn, raw: string, villages: VillageCodes): CellOutcome {
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
      const value = parseYuan(text);
      return value === undefined ? refuse('bad-amount') : { value };
    }
    case 'year': {
      const value = year(text);
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
      const value = text.length === 12 ? villages.get(Number(text)) : undefined;
      return value === undefined ? refuse('bad-village') : { value };
    }
    default:
      return { value: text };
  }
}
