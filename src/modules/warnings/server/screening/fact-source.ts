// What a source of facts is: the statements that compute them, and the days and the scope these are made for.

import type { ScreeningDates } from '../../domain/screening-dates.ts';

export type FactContext = ScreeningDates & {
  /**
   * A condition that a household is in scope: `scope('m.household_id')`; `true` for all households. With the county it can
   * be answered by the keys of households and persons.
   */
  scope: (household: string, county?: string) => string;
  villageScope: (village: string) => string;
};

export type FactSource = {
  name: string;
  /** Datasets whose arrival changes it. */
  datasets: readonly string[];
  /** Asked only where a rule that speaks of it can hold; its statements give `scope` the county (`asked-sources.ts`). */
  onDemand?: true;
  /** Keyed by household, or by village for what happens to a whole village. */
  key: 'household_id' | 'village_code';
  /** Work tables (without `work_`) that its statements ask for, built and analysed in this order before them, in scope. */
  prepare?: (context: FactContext) => Readonly<Record<string, string>>;
  /**
   * Those of `prepare` that are not best hashed when everybody is looked at. Merged: both sides are large and in the order of
   * persons (docs/decisions/0012). Looked up: few of many are wanted.
   */
  ways?: Readonly<Record<string, 'merged' | 'looked-up'>>;
  /** Facts it gives, with the value of a household that has no row. */
  facts: Readonly<Record<string, 'null' | '0'>>;
  /** Selects the key and one column per fact. */
  select: (context: FactContext) => string;
  /** Selects key, dataset, batch_id, line, person_id: the rows the facts came from. May be asked for less than was prepared. */
  evidence?: (context: FactContext) => string;
};
