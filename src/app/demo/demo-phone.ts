// What a worker's phone of the demonstration has not got rid of: an item that the office refused, and one that somebody else's change
// stands against. The ids are fixed: a repeat changes nothing.

import { call } from '@orpc/server';
import { addDays, formatDate } from '../../kernel/plain-date.ts';
import { dayOn, systemClock } from '../../platform/server/clock.ts';
import type { OperationContext } from '../../platform/server/http/context.ts';
import { routerOf } from '../api.ts';
import { openFieldTools } from '../field-tools.ts';
import type { Shouwang } from '../open-shouwang.ts';

const IDS = {
  early: '5d0b7c52-6f0e-4b53-9d0a-1f4c5a7e0001',
  added: '5d0b7c52-6f0e-4b53-9d0a-1f4c5a7e0002',
  theirs: '5d0b7c52-6f0e-4b53-9d0a-1f4c5a7e0003',
  mine: '5d0b7c52-6f0e-4b53-9d0a-1f4c5a7e0004',
} as const;

type Opened = Pick<Shouwang, 'db' | 'dataFolder'>;
type People = { village: OperationContext; township: OperationContext };

/** A clue dated by a clock that was a day ahead; sheep that the worker counted again while the township corrected their number. */
export async function workOnPhone(opened: Opened, { village, township }: People): Promise<void> {
  const router: ReturnType<typeof routerOf> = routerOf(systemClock, () => tools);
  const tools = openFieldTools(router, opened);
  const { households } = await call(router.field.pull, {}, { context: village });
  const [first, second] = households;
  const { courtyards } = router.registers;
  if (!first || !second || !courtyards) return;
  const today = dayOn(systemClock);
  const madeAt = new Date().toISOString();
  const keyOf = ({ countyCode, id }: typeof first) => ({ countyCode, id });
  const early = {
    ...{ id: IDS.early, seq: 1, madeAt, household: keyOf(first), operation: 'clues.add' },
    input: {
      ...{ channel: 'visit', countyCode: first.countyCode, householdId: first.id },
      ...{ receivedOn: formatDate(addDays(today, 1)), text: '户主摔伤住院，家里只剩两位老人放羊' },
    },
  };
  const values = { householdNumber: second.number, courtyardKind: 'livestock', scale: '十只羊' };
  const added = {
    ...{ id: IDS.added, seq: 2, madeAt, household: keyOf(second), operation: 'industry.add-courtyard' },
    input: { values: { ...values, startedOn: formatDate(addDays(today, -60)) } },
  };
  const { items } = await call(router.field.push, { items: [early, added] }, { context: village });
  const made = items.find(({ id }) => id === IDS.added)?.result as
    | { countyCode: number; id: number; version: string }
    | undefined;
  if (!made) return;
  const change = { requestId: IDS.theirs, ...made, values: { scale: '十二只羊' } };
  await call(courtyards.change, change, { context: township });
  const mine = {
    ...{ id: IDS.mine, seq: 3, madeAt, household: keyOf(second), operation: 'industry.change-courtyard' },
    input: { ...made, values: { scale: '十五只羊' } },
  };
  await call(router.field.push, { items: [mine] }, { context: village });
}
