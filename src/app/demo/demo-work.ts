// What people of the demonstration have done on its first day by operations of the program, which no file brings: an assessment issued and
// computed, a circular drafted, points of a village put together for its board, a phone with something to settle.

import { call } from '@orpc/server';
import { formatDate } from '../../kernel/plain-date.ts';
import { appraisalsHandlers } from '../../modules/appraisals/server/index.ts';
import { circularsHandlers } from '../../modules/circulars/server/index.ts';
import { demoActor } from '../../modules/demo/server/index.ts';
import { noticesHandlers } from '../../modules/notices/server/index.ts';
import type { Actor } from '../../platform/server/actor.ts';
import { dayOn, systemClock } from '../../platform/server/clock.ts';
import type { OperationContext } from '../../platform/server/http/context.ts';
import { registersHandlers } from '../../platform/server/registers/handlers.ts';
import type { Shouwang } from '../open-shouwang.ts';
import { registerTools } from '../registers/tools.ts';
import { workOnPhone } from './demo-phone.ts';

type Opened = Pick<Shouwang, 'db' | 'keys' | 'dataFolder'>;

const DAY = 86_400_000;
const registers = registersHandlers(registerTools);
const requestId = () => crypto.randomUUID();

function register(code: string) {
  const found = registers[code];
  if (!found?.move) throw new Error(`there is no register ${code} with moves`);
  return { ...found, move: found.move };
}

/** As of so many days from today. */
const contextOf = ({ db, keys }: Opened, actor: Actor, days = 0) =>
  ({ db, actor, services: { keys, clock: () => new Date(systemClock().getTime() + days * DAY) } }) as OperationContext;

async function assess(opened: Opened, actor: Actor, today: string): Promise<void> {
  const schemes = register('assessment-schemes');
  const now = { context: contextOf(opened, actor) };
  const { items } = await call(schemes.list, { state: 'draft', limit: 1 }, now);
  const [scheme] = items;
  if (!scheme) return;
  const { countyCode, id, version } = scheme;
  const issued = { move: 'issue', doneOn: today, values: { documentNo: '演示考发〔1〕号' } };
  await call(schemes.move, { requestId: requestId(), ...issued, records: [{ countyCode, id, version }] }, now);
  // What is entered today still counts: it is computed as it will be tomorrow.
  const tomorrow = { context: contextOf(opened, actor, 1) };
  const number = String(scheme.values.number);
  await call(appraisalsHandlers(registerTools).compute, { requestId: requestId(), number }, tomorrow);
}

async function hangPoints(opened: Opened, actor: Actor): Promise<void> {
  const context = contextOf(opened, actor);
  const { items } = await call(register('point-entries').list, { limit: 30 }, { context });
  const records = items.map(({ countyCode, id }) => ({ countyCode, id }));
  if (records.length === 0) return;
  const list = { register: 'point-entries', kind: 'list', level: 'village' as const };
  await call(noticesHandlers(registerTools).draft, { requestId: requestId(), ...list, records }, { context });
}

export async function workOnDemo(opened: Opened): Promise<void> {
  const today = formatDate(dayOn(systemClock));
  const region = await demoActor(opened, 'region');
  const village = await demoActor(opened, 'village');
  if (!region || !village) return;
  await assess(opened, region, today);
  const circular = { kind: 'employment' as const, area: region.areaCode, asOf: today };
  const drafted = { requestId: requestId(), ...circular };
  await call(circularsHandlers(registerTools).draft, drafted, { context: contextOf(opened, region) });
  await hangPoints(opened, village);
  const township = await demoActor(opened, 'township');
  if (township)
    await workOnPhone(opened, { village: contextOf(opened, village), township: contextOf(opened, township) });
}
