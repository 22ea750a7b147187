// Where a punch was: in which camp of the season, or in none, which is field work and never a refusal (registers §15 trap 3).

import type { PunchConcern, PunchKind } from './words.ts';

/** WGS-84 in degrees. */
export type Position = { longitude: number; latitude: number };

export type Camp = Position & {
  number: string;
  kind: 'office' | 'pasture';
  /** Months of the year, both counted; 11 to 4 goes over the new year. */
  fromMonth: number;
  untilMonth: number;
  radiusKm: number;
};

const EARTH_KM = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Along the ground, in kilometres. */
export function distanceKm(a: Position, b: Position): number {
  const half = (x: number, y: number) => Math.sin(radians(y - x) / 2) ** 2;
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Whether the camp is used in the month of the day, ISO. */
export function isInSeason({ fromMonth, untilMonth }: Pick<Camp, 'fromMonth' | 'untilMonth'>, day: string): boolean {
  const month = Number(day.slice(5, 7));
  return fromMonth <= untilMonth
    ? month >= fromMonth && month <= untilMonth
    : month >= fromMonth || month <= untilMonth;
}

/** The nearest camp of the season that the position lies in. */
export function campAt(position: Position, camps: readonly Camp[], day: string): Camp | undefined {
  const [nearest] = camps
    .filter((camp) => isInSeason(camp, day) && distanceKm(position, camp) <= camp.radiusKm)
    .sort((a, b) => distanceKm(position, a) - distanceKm(position, b));
  return nearest;
}

export type Punched = {
  kind: PunchKind;
  day: string;
  /** By the phone's own clock, and when it came here, in milliseconds. */
  at: number;
  arrivedAt: number;
  position?: Position | undefined;
  note: string;
};

export type PunchPlace = { kind: PunchKind; campNumber?: string };

/** Without a position what the member says holds: a phone that may not tell where it is stops nobody. */
export function placeOf({ kind, day, position }: Punched, camps: readonly Camp[]): PunchPlace {
  if (!position) return { kind };
  const camp = campAt(position, camps, day);
  if (!camp) return { kind: 'field' };
  return { kind: camp.kind === 'pasture' ? 'camp' : 'in-village', campNumber: camp.number };
}

/** A clock that runs a little fast is nobody's fault. */
const CLOCK_SLACK_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;

type Beside = {
  /** Other punches of the member with a position, within an hour. */
  near: readonly { at: number; position: Position }[];
  isDeviceOfOther: boolean;
  farKm: number;
};

/** What is doubtful of a punch that is kept all the same; somebody looks at it. */
export function concernsOf(punch: Punched, { kind, campNumber }: PunchPlace, beside: Beside): PunchConcern[] {
  const { position, at, arrivedAt, note } = punch;
  const isFar = beside.near.some(
    (other) =>
      position !== undefined &&
      Math.abs(other.at - at) <= HOUR_MS &&
      distanceKm(position, other.position) > beside.farKm,
  );
  const found: Record<PunchConcern, boolean> = {
    'no-reason': kind === 'field' && campNumber === undefined && note.trim() === '',
    'same-device': beside.isDeviceOfOther,
    'too-far': isFar,
    'clock-ahead': at > arrivedAt + CLOCK_SLACK_MS,
  };
  return (Object.keys(found) as PunchConcern[]).filter((concern) => found[concern]);
}
