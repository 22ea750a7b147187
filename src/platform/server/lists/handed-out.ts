// Of whom a file tells is what its audit entries name, not what was asked for: each county's auditor sees what was taken of
// the county's rows, also when somebody took the whole league's.

import type { RegionRange } from '../../../kernel/region-code.ts';
import type { AuditEntry } from '../audit.ts';

const COUNTY_UNIT = 1_000_000;

export type HandedOut = {
  /** Counts one row of a county (six digits). */
  add(countyCode: number): void;
  rows(): number;
  /** One entry for each county that rows came from; for an empty file, one for the area. `range` is what was asked, cut to the actor's. */
  audits(entry: AuditEntry & { after: object }, range: RegionRange): AuditEntry[];
};

export function handedOut(): HandedOut {
  const counts = new Map<number, number>();
  const rows = () => [...counts.values()].reduce((sum, n) => sum + n, 0);
  return {
    rows,
    add(countyCode) {
      counts.set(countyCode, (counts.get(countyCode) ?? 0) + 1);
    },
    audits(entry, range) {
      const entryOf = (regionCode: number, after: object) => ({
        ...entry,
        regionCode,
        after: { ...entry.after, ...after },
      });
      if (counts.size === 0) return [entryOf(range.low, { rows: 0 })];
      const total = rows();
      return [...counts].map(([county, n]) =>
        // A village's file is the village's; of a league's, this county's part.
        entryOf(Math.max(range.low, county * COUNTY_UNIT), counts.size === 1 ? { rows: n } : { rows: n, of: total }),
      );
    },
  };
}
