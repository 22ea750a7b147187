// Spells that exclude each other, and shares of a right (data contract §4, §5, §11).

import { groupBy, inOrder, type Row, since, text } from './rows.ts';
import type { WholeSet } from './whole-set.ts';

const END = '9999-12-31';

/** [from, to) of a spell: `ends` are days on which it is over. */
const spellOf = (one: Row, ends: string[]): [string, string] => [
  since(one),
  ends
    .map((column) => text(one, column))
    .filter(Boolean)
    .toSorted()[0] ?? END,
];

const meets = ([a, b]: [string, string], [c, d]: [string, string]) => a < d && c < b;

/** By the day of their beginning: one that meets another already taken is refused. */
function refuseMeeting(
  set: WholeSet,
  rows: readonly Row[],
  { ends, code, excludes = () => true }: { ends: string[]; code: string; excludes?: (a: Row, b: Row) => boolean },
): boolean {
  const taken = rows.filter((one) => !set.has(one));
  let found = false;
  for (const one of rows.filter((row) => set.has(row)).toSorted(inOrder)) {
    const spell = spellOf(one, ends);
    const isEmpty = spell[0] >= spell[1];
    if (!isEmpty && taken.some((other) => excludes(one, other) && meets(spell, spellOf(other, ends))))
      found = set.refuse(one, code) || found;
    else taken.push(one);
  }
  return found;
}

export function judgeSpells(set: WholeSet): boolean {
  let found = false;
  const statuses = groupBy(
    set.standing('household-statuses'),
    (one) => `${text(one, '户编号')} ${text(one, '身份') === '脱贫户'}`,
  );
  for (const group of statuses.values())
    found = refuseMeeting(set, group, { ends: ['结束日期', '风险消除日期'], code: 'overlap' }) || found;
  const titled = groupBy(
    set.standing('county-designations'),
    (one) => `${text(one, '旗县代码')} ${text(one, '称号').endsWith('脱贫旗县')}`,
  );
  for (const group of titled.values())
    found = refuseMeeting(set, group, { ends: ['撤销日期'], code: 'overlap' }) || found;
  const owned = set.standing('asset-rights').filter((one) => ['所有', '收益'].includes(text(one, '权利')));
  const whole = (one: Row) => text(one, '份额') === '';
  for (const group of groupBy(owned, (one) => `${text(one, '资产编号')} ${text(one, '权利')}`).values())
    found =
      refuseMeeting(set, group, {
        ends: ['终止日期'],
        code: 'second-owner',
        excludes: (a, b) => whole(a) || whole(b),
      }) || found;
  return found;
}

/** The shares of a right on each day that has any come to 100. */
export function judgeShares(set: WholeSet): boolean {
  let found = false;
  const shared = set.standing('asset-rights').filter((one) => text(one, '份额') !== '');
  for (const group of groupBy(shared, (one) => `${text(one, '资产编号')} ${text(one, '权利')}`).values()) {
    const spells = group.map(
      (one) => [spellOf(one, ['终止日期']), Math.round(Number(text(one, '份额')) * 10_000)] as const,
    );
    const days = new Set(spells.flatMap(([spell]) => spell));
    const isWhole = [...days].every((day) => {
      const held = spells.filter(([[from, to]]) => from <= day && day < to);
      return held.length === 0 || held.reduce((sum, [, share]) => sum + share, 0) === 1_000_000;
    });
    if (!isWhole) for (const one of group) if (set.has(one)) found = set.refuse(one, 'shares-not-100') || found;
  }
  return found;
}
