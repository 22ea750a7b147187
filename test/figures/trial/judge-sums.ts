// Sums that may not pass a limit (data contract §4, §5, §11).

import { fen, groupBy, inOrder, isRefused, keyOf, type Row, text } from './rows.ts';
import type { WholeSet } from './whole-set.ts';

/** Of rows that may come to no more than a limit, those that no longer fit: negative ones first. */
function refuseBeyond(set: WholeSet, rows: readonly Row[], column: string, limit: number, code: string): boolean {
  let left = limit;
  let found = false;
  for (const one of rows) if (!set.has(one)) left -= fen(one, column);
  const wanted = rows.filter((one) => set.has(one)).toSorted(inOrder);
  for (const one of [
    ...wanted.filter((row) => fen(row, column) < 0),
    ...wanted.filter((row) => fen(row, column) >= 0),
  ]) {
    if (fen(one, column) > 0 && fen(one, column) > left) found = set.refuse(one, code) || found;
    else left -= fen(one, column);
  }
  return found;
}

/** Of rows that may not come to less than nothing, negative ones that no longer fit. */
function refuseBelow(set: WholeSet, rows: readonly Row[], column: string): boolean {
  let left = 0;
  let found = false;
  const own = (one: Row) => set.has(one);
  for (const one of rows) if (!own(one) || fen(one, column) >= 0) left += fen(one, column);
  for (const one of rows.filter((row) => own(row) && fen(row, column) < 0).toSorted(inOrder)) {
    if (left + fen(one, column) < 0) found = set.refuse(one, 'over-returned') || found;
    else left += fen(one, column);
  }
  return found;
}

const MONEY = ['预算年度', '资金种类', '来源层级'];

export function judgeReturned(set: WholeSet): boolean {
  let found = false;
  const all = set.standing('fund-issuances');
  const returns = all.filter((one) => text(one, '收回下达编号'));
  for (const one of returns) {
    const from = set.find('fund-issuances', text(one, '收回下达编号'));
    const differs = (column: string) => from && text(one, column) !== text(from, column);
    if (set.has(one) && ['接收地区代码', '下达地区代码', ...MONEY].some(differs))
      found = set.refuse(one, 'over-returned') || found;
  }
  for (const [number, group] of groupBy(
    returns.filter((one) => !isRefused(one)),
    (one) => text(one, '收回下达编号'),
  )) {
    const from = set.find('fund-issuances', number);
    if (from) found = refuseBelow(set, [from, ...group], '下达金额') || found;
  }
  return found;
}

/** Given on to regions out of what came; those above first. */
export function judgeReceived(set: WholeSet): boolean {
  const moneyOf = (one: Row, region: string) =>
    [text(one, region), ...MONEY.map((column) => text(one, column))].join(' ');
  const given = groupBy(set.standing('fund-issuances'), (one) => moneyOf(one, '下达地区代码'));
  const height = (group: string) => /0*$/.exec(group.split(' ')[0] ?? '')?.[0]?.length ?? 0;
  for (const [group, rows] of [...given].toSorted(([a], [b]) => height(b) - height(a))) {
    const arranged = set.standing('fund-arrangements').filter((one) => moneyOf(one, '地区代码') === group);
    const issued = set.standing('fund-issuances').filter((one) => moneyOf(one, '接收地区代码') === group);
    if (arranged.length + issued.length === 0) continue;
    const limit =
      arranged.reduce((sum, one) => sum + fen(one, '安排金额'), 0) +
      issued.reduce((sum, one) => sum + fen(one, '下达金额'), 0);
    if (refuseBeyond(set, rows, '下达金额', limit, 'over-received')) return true;
  }
  return false;
}

export function judgeAllocations(set: WholeSet): boolean {
  let found = false;
  const rows = set.standing('fund-allocations');
  for (const group of groupBy(rows, (one) => `${text(one, '下达编号')} ${text(one, '项目编号')}`).values())
    if (refuseBelow(set, group, '分配金额')) found = true;
  if (found) return true;
  for (const [number, group] of groupBy(rows, (one) => text(one, '下达编号'))) {
    const limit = set
      .standing('fund-issuances')
      .filter((one) => keyOf(one) === number || text(one, '收回下达编号') === number)
      .reduce((sum, one) => sum + fen(one, '下达金额'), 0);
    if (refuseBeyond(set, group, '分配金额', limit, 'over-issued')) found = true;
  }
  return found;
}

export function judgePayments(set: WholeSet): boolean {
  let found = false;
  const allocations = set.standing('fund-allocations');
  const pair = (one: Row) => `${text(one, '下达编号')} ${text(one, '项目编号')}`;
  const pairs = new Map(allocations.map((one) => [keyOf(one), pair(one)]));
  for (const [of, group] of groupBy(set.standing('fund-payments'), (one) => pairs.get(text(one, '分配编号')) ?? '')) {
    const limit = allocations.filter((one) => pair(one) === of).reduce((sum, one) => sum + fen(one, '分配金额'), 0);
    if (refuseBelow(set, group, '支付金额') || refuseBeyond(set, group, '支付金额', limit, 'over-allocated'))
      found = true;
  }
  return found;
}

export function judgeDistributions(set: WholeSet): boolean {
  let found = false;
  const contracts = new Map(set.standing('asset-contracts').map((one) => [keyOf(one), text(one, '资产编号')]));
  const received = groupBy(set.standing('asset-incomes'), (one) => contracts.get(text(one, '合同编号')) ?? '');
  for (const [asset, group] of groupBy(set.standing('asset-distributions'), (one) => text(one, '资产编号'))) {
    const limit = (received.get(asset) ?? []).reduce((sum, one) => sum + fen(one, '实收金额'), 0);
    if (refuseBeyond(set, group, '分配金额', limit, 'over-income')) found = true;
  }
  return found;
}
