// Which rows of a set are refused, and why: read from the data contract (§2, §4, §5, §11) alone, in plain arrays.

import { rangeOf } from './chance.ts';
import { judgeShares, judgeSpells } from './judge-spells.ts';
import { judgeAllocations, judgeDistributions, judgePayments, judgeReceived, judgeReturned } from './judge-sums.ts';
import { columnsOf, fen, groupBy, isRefused, keyOf, type Row, text } from './rows.ts';
import { isAlike, type Stored, WholeSet } from './whole-set.ts';

/** Equal rows count once; of others with the same key the first that is sound stands. */
function judgeKeys(set: WholeSet): boolean {
  let found = false;
  for (const group of groupBy(set.rows, (one) => `${one.register} ${keyOf(one)}`).values()) {
    const [first, ...more] = group
      .filter((one) => !isRefused(one))
      .toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    for (const one of more) if (!isAlike(one, first)) found = set.refuse(one, 'same-key') || found;
  }
  return found;
}

/** A reference to what is not there; judged again until nothing more falls. */
function judgeReferences(set: WholeSet): boolean {
  let found = false;
  const keys = new Map<string, ReadonlySet<string>>();
  const known = (register: string) => {
    const own = keys.get(register) ?? new Set(set.standing(register).map(keyOf));
    keys.set(register, own);
    return own;
  };
  for (const one of set.rows.filter((row) => !isRefused(row)))
    for (const { title, kind } of columnsOf(one.register)) {
      const [, target] = /^reference:(.+)$/.exec(kind) ?? [];
      if (target && text(one, title) && !known(target).has(text(one, title)))
        found = set.refuse(one, 'no-reference') || found;
    }
  return found;
}

function judgeBelow(set: WholeSet): boolean {
  let found = false;
  for (const one of set.own('fund-issuances')) {
    const [low, high] = rangeOf(fen(one, '下达地区代码'));
    const receiver = fen(one, '接收地区代码');
    if (receiver <= low || receiver > high) found = set.refuse(one, 'not-below') || found;
  }
  return found;
}

/** Money of one county in a project of another; paid before it came. */
function judgeMoneyRows(set: WholeSet): boolean {
  let found = false;
  for (const one of set.own('fund-allocations')) {
    const issuance = set.find('fund-issuances', text(one, '下达编号'));
    const project = set.find('projects', text(one, '项目编号'));
    if (issuance && project && text(issuance, '接收地区代码') !== text(project, '旗县代码'))
      found = set.refuse(one, 'other-place') || found;
  }
  for (const one of set.own('fund-payments')) {
    const issuance = set.find(
      'fund-issuances',
      text(set.find('fund-allocations', text(one, '分配编号')) ?? one, '下达编号'),
    );
    if (issuance && text(one, '支付日期') < text(issuance, '下达日期')) found = set.refuse(one, 'dates-order') || found;
  }
  return found;
}

const STEPS = [
  ...[judgeBelow, judgeKeys, judgeReferences, judgeMoneyRows, judgeSpells, judgeShares, judgeReturned, judgeReceived],
  ...[judgeAllocations, judgePayments, judgeDistributions],
];

/** Gives every row of the set its codes. What falls may let fall what stood on it. */
export function judge(rows: readonly Row[], stored: Stored): void {
  for (const one of rows) one.codes = [];
  const set = new WholeSet(rows, stored);
  while (STEPS.some((step) => step(set)));
}

/** What stands after the set, by register. */
export function after(rows: readonly Row[], stored: Stored): Map<string, Row[]> {
  const set = new WholeSet(rows, stored);
  const registers = new Set([...stored.keys(), ...rows.map(({ register }) => register)]);
  return new Map([...registers].map((register) => [register, set.standing(register)]));
}
