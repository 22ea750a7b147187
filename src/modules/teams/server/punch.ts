// A punch is kept, whatever is doubtful of it: where there is no network it comes days later with the time of the phone, a position that was
// refused is none, one outside every camp is field work (registers §15 traps 2 to 4).

import { sql } from 'kysely';
import { Problem } from '../../../kernel/problem.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { type Keys, keyedHash, open, seal } from '../../../platform/server/keys.ts';
import type { PunchGiven } from '../domain/attendance-contract.ts';
import { type Camp, concernsOf, type Position, type PunchPlace, placeOf } from '../domain/camps.ts';
import '../domain/problems.ts';
import type { PunchConcern } from '../domain/words.ts';
import { ownPosting } from './members.ts';
import { teamSettings } from './settings.ts';

const DAY_OF_MOMENT = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
/** The day of a moment where the region is, ISO. */
export const dayOfMoment = (at: Date) => DAY_OF_MOMENT.format(at);

type CampRow = Omit<Camp, 'longitude' | 'latitude'> & { longitude: Uint8Array; latitude: Uint8Array };

/** Camps of a village that the township has filed, on a day. */
async function campsOf(tx: Tx, keys: Keys, village: number, day: string): Promise<Camp[]> {
  const rows = await tx.rows(sql<CampRow>`
    select t.number, t.camp_kind as kind, t.from_month, t.until_month, t.radius_km::float8 as radius_km, t.longitude, t.latitude
    from team_camps t where t.place_code = ${village} and not t.voided and t.filed_on <= ${day}::date
      and (t.closed_on is null or t.closed_on > ${day}::date) order by t.number limit 50`);
  return rows.map((row) => ({
    ...row,
    longitude: Number(open(keys, row.longitude)),
    latitude: Number(open(keys, row.latitude)),
  }));
}

async function positionsNear(tx: Tx, keys: Keys, cadre: string, at: string) {
  const rows = await tx.rows(
    sql<{ sealed: Uint8Array; at: string }>`select sealed, at from team_positions_near(${cadre}, ${at}::timestamptz)`,
  );
  return rows.map((row) => ({ at: Date.parse(row.at), position: JSON.parse(open(keys, row.sealed)) as Position }));
}

type Told = { day: string; kind: PunchPlace['kind']; camp?: string; concerns: PunchConcern[] };
type Tools = { keys: Keys; now: Date };

/** Throws `teams.not-posted`, and nothing else. */
export async function recordPunch(tx: Tx, { keys, now }: Tools, given: PunchGiven): Promise<Outcome<Told>> {
  const { at, note, longitude, latitude } = given;
  const day = dayOfMoment(new Date(at));
  const posting = await ownPosting(tx, day);
  if (!posting) throw new Problem('teams.not-posted', { day, name: tx.actor.name });
  const { cadreNumber, villageCode } = posting;
  const position = longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
  const punched = { kind: given.kind, day, at: Date.parse(at), arrivedAt: now.getTime(), position, note };
  const place = placeOf(punched, position ? await campsOf(tx, keys, villageCode, day) : []);
  const device = given.device === '' ? undefined : keyedHash(keys, 'team-device', given.device);
  const concerns = concernsOf(punched, place, {
    near: position ? await positionsNear(tx, keys, cadreNumber, at) : [],
    isDeviceOfOther: device !== undefined && (await isDeviceOfOther(tx, device, cadreNumber, day)),
    farKm: (await teamSettings.inForce(tx, day))(villageCode)('far.km'),
  });
  const made = await tx.first(sql<{ countyCode: number; id: number }>`
    insert into team_punches (county_code, village_code, cadre_number, day, kind, at, arrived_at, camp_number, is_placed, note, concerns, device, account_id)
    values (${Math.floor(villageCode / 1e6)}, ${villageCode}, ${cadreNumber}, ${day}::date, ${place.kind}, ${at}::timestamptz,
      ${now.toISOString()}::timestamptz, ${place.campNumber ?? null}, ${position !== undefined}, ${note}, ${concerns}::text[], ${device ?? null}::bytea,
      ${tx.actor.accountId}) returning county_code, id`);
  if (position && made)
    await tx.run(sql`insert into team_positions (county_code, punch_id, village_code, cadre_number, at, sealed)
      values (${made.countyCode}, ${made.id}, ${villageCode}, ${cadreNumber}, ${at}::timestamptz, ${seal(keys, JSON.stringify(position))})`);
  const camp = place.campNumber;
  return {
    result: { day, kind: place.kind, concerns, ...(camp === undefined ? {} : { camp }) },
    audit: {
      ...{ operation: 'teams.punch', subjectKind: 'cadre', subjectId: cadreNumber, regionCode: villageCode },
      // Where it was stands nowhere but in the sealed position.
      after: { day, kind: place.kind, concerns },
    },
  };
}

async function isDeviceOfOther(tx: Tx, device: Buffer, cadre: string, day: string): Promise<boolean> {
  const found = await tx.first(
    sql<{ is: boolean }>`select team_device_elsewhere(${device}::bytea, ${cadre}, ${day}::date) as is`,
  );
  return found?.is ?? false;
}

/** The reason of punches outside every camp, written afterwards. Throws `teams.not-posted`, `teams.no-punch`. */
export async function explainPunch(
  tx: Tx,
  { day, note }: { day: string; note: string },
): Promise<Outcome<{ explained: number }>> {
  const posting = await ownPosting(tx, day);
  if (!posting) throw new Problem('teams.not-posted', { day, name: tx.actor.name });
  const explained =
    await tx.run(sql`update team_punches set note = ${note}, concerns = array_remove(concerns, 'no-reason')
    where cadre_number = ${posting.cadreNumber} and day = ${day}::date and 'no-reason' = any(concerns)`);
  if (explained === 0) throw new Problem('teams.no-punch', { day });
  const subject = { subjectKind: 'cadre', subjectId: posting.cadreNumber, regionCode: posting.villageCode };
  return { result: { explained }, audit: { operation: 'teams.explain-punch', ...subject, after: { day, note } } };
}

type Shown = { positions: { at: string; longitude: number; latitude: number }[] };
const MOST_SHOWN = 500;

/** Where a member punched in a month: row-level security gives it to the township alone, and every look is recorded with its reason. Throws `teams.member-not-found`. */
export async function readPositions(
  tx: Tx,
  keys: Keys,
  { cadreNumber, month, reason }: { cadreNumber: string; month: string; reason: string },
): Promise<Outcome<Shown>> {
  const { low, high } = tx.actor.range;
  const [posted] = await tx.rows(sql`select from team_postings where cadre_number = ${cadreNumber} and not voided
    and village_code between ${low} and ${high} limit 1`);
  if (!posted) throw new Problem('teams.member-not-found');
  const rows = await tx.rows(sql<{ at: string; sealed: Uint8Array; villageCode: number }>`
    select at, sealed, village_code from team_positions where cadre_number = ${cadreNumber} and village_code between ${low} and ${high}
      and at >= (${month}::date)::timestamp at time zone 'Asia/Shanghai'
      and at < (${month}::date + interval '1 month') at time zone 'Asia/Shanghai' order by at limit ${MOST_SHOWN}`);
  const positions = rows.map(({ at, sealed }) => ({ at, ...(JSON.parse(open(keys, sealed)) as Position) }));
  const subject = {
    subjectKind: 'cadre',
    subjectId: cadreNumber,
    regionCode: rows[0]?.villageCode ?? tx.actor.areaCode,
  };
  return {
    result: { positions },
    audit: { operation: 'teams.positions', ...subject, reason, after: { month, positions: positions.length } },
  };
}
