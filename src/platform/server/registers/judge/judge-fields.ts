// What one row says by itself: conditions of required fields, secret cells of new rows, the order of its dates, its parts and totals.

import type { Check, ClosedCheck, OrderCheck } from '../../../../kernel/register/checks.ts';
import { type RegisterDefinition, roleField } from '../../../../kernel/register/define-register.ts';
import type { Condition } from '../../../../kernel/register/field.ts';
import type { Tx } from '../../db.ts';
import { columnOf, columnsOf, hasBit, quotedList } from '../columns.ts';
import { refuse, setTable } from '../set-rows.ts';
import { type JudgedSet, linksOf, matches, valueSql } from './links.ts';

type Order = { earlier: string; later: string; at: number; how: '<' | '<=' };

/** What ends the row may not lie before what begins it. */
function spellOrders(register: RegisterDefinition): OrderCheck[] {
  const since = roleField(register, 'since');
  if (!since) return [];
  return Object.entries(register.fields)
    .filter(([, { role }]) => role === 'until' || role === 'through')
    .map(([later]) => ({ check: 'order', earlier: since, later }));
}

/** The orders said and those that follow from the columns' roles, as expressions over the row `x`. */
function ordersOf(set: JudgedSet, register: RegisterDefinition): Order[] {
  const said = (register.checks ?? []).filter((check) => check.check === 'order');
  const own = spellOrders(register).filter(
    ({ earlier, later }) => !said.some((one) => one.earlier === earlier && one.later === later),
  );
  return [...own, ...said].map(({ earlier, later, by, strict }) => ({
    earlier: comparedSql(register, earlier, valueSql(set, register, earlier, 'x'), by),
    // A spell that ends on a year's first day does not meet the year.
    later: comparedSql(
      register,
      later,
      `${valueSql(set, register, later, 'x', { withOtherwise: false })}${by === 'year' && strict ? ' - 1' : ''}`,
      by,
    ),
    at: placeOfPath(register, later) ?? placeOfPath(register, earlier) ?? 0,
    how: strict && !by ? '<=' : '<',
  }));
}

/** A day as what is compared of it. */
function comparedSql(register: RegisterDefinition, path: string, value: string, by: OrderCheck['by']): string {
  const kind = path.includes('.') ? 'day' : columnOf(register, path).field.kind;
  if (!by || kind === 'year') return value;
  return by === 'month' ? `to_char(${value}, 'YYYY-MM')` : `extract(year from ${value})`;
}

/** Which column a reason is told of: a path through a reference has none of its own. */
function placeOfPath(register: RegisterDefinition, path: string): number | undefined {
  return path.includes('.') ? undefined : columnOf(register, path).at;
}

/** Of a row `x` of the set: the condition in SQL. An unreadable cell counts as filled. */
function conditionSql(register: RegisterDefinition, condition: Condition): string {
  if ('filled' in condition || 'empty' in condition) {
    const column = columnOf(register, 'filled' in condition ? condition.filled : condition.empty);
    const filled = `(x.${column.column} is not null or ${hasBit('x.unread', column)} or ${hasBit('x.starred', column)})`;
    return 'filled' in condition ? filled : `not ${filled}`;
  }
  const { column, field } = columnOf(register, condition.field);
  if ('below' in condition) return `x.${column} < ${condition.below}`;
  return field.kind === 'choices'
    ? `x.${column} && array[${quotedList(condition.is)}]`
    : `x.${column} in (${quotedList(condition.is)})`;
}

function requiredSql(register: RegisterDefinition): string[] {
  return columnsOf(register).flatMap((column) => {
    const { required } = column.field;
    if (required === undefined || required === true) return [];
    return [
      `select x.ord, ${column.at}, 'missing' from ${setTable(register)} x where x.${column.column} is null
        and x.said <> 0 and not ${hasBit('x.unread', column)} and not ${hasBit('x.starred', column)} and ${conditionSql(register, required)}`,
    ];
  });
}

/**
 * A masked cell says nothing: of a new record it is empty, and missing where it must not be. So what was exported comes into another
 * installation, without what never leaves.
 */
function starredSql(register: RegisterDefinition): string[] {
  return columnsOf(register).flatMap((column) => {
    const { secret, required } = column.field;
    if (secret === undefined || required === undefined) return [];
    const must = required === true ? 'true' : conditionSql(register, required);
    return [
      `select x.ord, ${column.at}, 'missing' from ${setTable(register)} x
        where x.record_id is null and ${hasBit('x.starred', column)} and ${must}`,
    ];
  });
}

/** Numbers whose form is money are told by the column that adds up. */
function checkSql(set: JudgedSet, register: RegisterDefinition, check: Check): string[] {
  const rows = setTable(register);
  const name = (field: string) => `x.${columnOf(register, field).column}`;
  if (check.check === 'parts') {
    const parts = check.parts.map(name);
    const sum = parts.map((part) => `coalesce(${part}, 0)`).join(' + ');
    const unread = [...check.parts, check.total].map((field) => `not ${hasBit('x.unread', columnOf(register, field))}`);
    return [
      `select x.ord, ${columnOf(register, check.total).at}, 'parts-not-total' from ${rows} x
        where (${parts.map((part) => `${part} is not null`).join(' or ')}) and ${unread.join(' and ')}
          and ${sum} <> coalesce(${name(check.total)}, 0)`,
    ];
  }
  if (check.check === 'within')
    return [
      `select x.ord, ${columnOf(register, check.part).at}, 'parts-not-total' from ${rows} x where ${name(check.part)} > ${name(check.whole)}`,
    ];
  return placesSql(set, register, check);
}

/** Regions of the row, and of the rows it refers to, as they lie to each other. */
function placesSql(set: JudgedSet, register: RegisterDefinition, check: Check): string[] {
  const rows = setTable(register);
  const at = (field: string) => columnOf(register, field.split('.')[0] ?? '').at;
  const value = (path: string) => (path === 'place' ? 'x.place_code' : valueSql(set, register, path, 'x'));
  if (check.check === 'below')
    return [
      `select x.ord, ${at(check.lower)}, 'not-below' from ${rows} x
        where not (${value(check.lower)} > ${value(check.upper)} and ${value(check.lower)} <= region_high(${value(check.upper)}))`,
    ];
  if (check.check === 'same-place') {
    const whole = check.level === 'county' ? ' / 1000000' : '';
    return [
      `select x.ord, ${at(check.left)}, 'other-place' from ${rows} x where ${value(check.left)}${whole} <> ${value(check.right)}${whole}`,
    ];
  }
  if (check.check === 'closed') return closedSql(set, register, check);
  if (check.check === 'agrees')
    return [
      `select x.ord, ${at(check.with)}, '${check.code}' from ${rows} x where ${columnSql(register, check.with)} is not null and (${check.fields
        .map((field) => `${value(field)} <> ${value(`${check.with}.${field}`)}`)
        .join(' or ')})`,
    ];
  if (check.check === 'levels') {
    const fits = Object.entries(check.levels).map(
      ([code, levels]) =>
        `when '${code}' then ${levelSql(columnSql(register, check.field))} in (${quotedList(levels)})`,
    );
    return [
      `select x.ord, ${at(check.field)}, 'bad-region' from ${rows} x
        where ${columnSql(register, check.field)} is not null and not (case ${columnSql(register, check.by)} ${fits.join(' ')} else true end)`,
    ];
  }
  return [];
}

/** By what is stored: of a set that brings both, the row referred to is not closed yet. */
function closedSql(set: JudgedSet, register: RegisterDefinition, { with: field, by }: ClosedCheck): string[] {
  const link = linksOf(register, set.catalogue).find((one) => one.field === field);
  if (!link) return [];
  return [
    `select x.ord, ${columnOf(register, field).at}, 'closed' from ${setTable(register)} x where x.change <> 'same'
      and exists (select from ${link.target.table} c where ${matches(link, 'x', 'c')} and not c.voided
        and c.${columnOf(link.target, by).column} is not null)`,
  ];
}

/** The level a code of twelve digits has by its form. */
function levelSql(code: string): string {
  const levels = [
    ['1000', 'village'],
    ['1000000', 'township'],
    ['100000000', 'county'],
    ['10000000000', 'prefecture'],
  ];
  return `case ${levels.map(([zeros, level]) => `when ${code} % ${zeros} <> 0 then '${level}'`).join(' ')} else 'autonomous-region' end`;
}

function columnSql(register: RegisterDefinition, field: string): string {
  return `x.${columnOf(register, field).column}`;
}

/** Judges every row of the register by itself, also one that is refused already: all reasons of a row are told. */
export async function judgeFields(tx: Tx, set: JudgedSet, register: RegisterDefinition): Promise<void> {
  const orders = ordersOf(set, register).map(
    ({ earlier, later, at, how }) =>
      `select x.ord, ${at}, 'dates-order' from ${setTable(register)} x where ${later} ${how} ${earlier}`,
  );
  const all = [
    ...requiredSql(register),
    ...starredSql(register),
    ...orders,
    ...(register.checks ?? []).flatMap((check) => checkSql(set, register, check)),
  ];
  if (all.length > 0) await refuse(tx, register, all.join(' union all '));
}
