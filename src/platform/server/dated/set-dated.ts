// A dated value that somebody sets on screen: what is refused, and what the audit trail keeps of it.

import { formatDate, type PlainDate } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { RegionLevel } from '../../../kernel/region-code.ts';
import type { Outcome, Tx } from '../db.ts';
import type { DatedSettings, NewDated } from './dated-settings.ts';

/** Names of what happens, as the slice calls it. */
export type SettingNames = {
  operation: string;
  subjectKind: string;
  problems: {
    /** A region below the county: nobody would ever ask for its value. */
    area: string;
    /** A day that is over, where what was judged must stay as it was. */
    past?: string;
    /** The region has one for the day already, of a kind that is final. */
    taken?: string;
  };
};

type Place = { region: { code: number; level: RegionLevel }; today: PlainDate };

/**
 * Sets a value from a day on. `region`: found to be inside the actor's area by the caller. A `note` is the reason in the
 * audit trail.
 */
export async function setDated<Own extends object>(
  tx: Tx,
  settings: DatedSettings<Own>,
  { operation, subjectKind, problems }: SettingNames,
  given: Omit<NewDated<Own>, 'regionCode'> & Own,
  { region, today }: Place,
): Promise<Outcome<{ id: number }>> {
  const { effectiveFrom, key } = given;
  if (region.level === 'township' || region.level === 'village') throw new Problem(problems.area);
  if (problems.past && effectiveFrom < formatDate(today)) throw new Problem(problems.past, { day: effectiveFrom });
  const row = { ...given, regionCode: region.code };
  const before = await settings.setFor(tx, row);
  const [id] = await settings.keep(tx, [row], tx.actor.name);
  if (id === undefined)
    throw problems.taken ? new Problem(problems.taken, { day: effectiveFrom }) : new Error('nothing was kept');
  const names = Object.keys(settings.kind.own) as (keyof Own)[];
  const recorded = (from: Own) => ({ ...Object.fromEntries(names.map((name) => [name, from[name]])), effectiveFrom });
  const { note, ...after }: Record<string, unknown> = recorded(given);
  const audit = {
    ...{ operation, subjectKind, subjectId: key ?? id, regionCode: region.code },
    ...(note ? { reason: String(note) } : {}),
    ...(before ? { before: recorded(before) } : {}),
    after,
  };
  return { result: { id }, audit };
}
