// Which rows of a register a notice fits, and why it does not fit the others.

import { holds } from '../../../kernel/register/conditions.ts';
import type { RegisterDefinition } from '../../../kernel/register/define-register.ts';
import type { Notice } from '../../../kernel/register/notices/notice.ts';
import type { Standing } from '../../../platform/server/registers/moves/standing.ts';

/** Why the row does not stand on such a notice; undefined where it may. */
export function whyUnfit({ states, fields }: RegisterDefinition, notice: Notice, row: Standing): string | undefined {
  const { states: of, where } = notice;
  if (row.isVoided) return '已作废';
  if (of && !of.includes(row.state))
    return `现在是“${states?.names[row.state] ?? row.state}”，只有${of.map((state) => `“${states?.names[state] ?? state}”`).join('、')}的可以公示`;
  if (where && !holds(where, row)) {
    const name = 'filled' in where ? where.filled : 'empty' in where ? where.empty : where.field;
    return `“${fields[name]?.title ?? name}”不符合这种公示的要求`;
  }
  return undefined;
}

/** What a row is called where it is refused: its key. */
export function rowName({ key }: RegisterDefinition, row: Standing): string {
  return key.map((name) => String(row[name] ?? '')).join(' ');
}
