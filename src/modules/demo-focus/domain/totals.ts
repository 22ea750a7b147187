// Totals of the whole region as the records of the full size have them (figure-definitions §7.2, §7.3): not round, so that rounding is seen.

export const TOTALS = {
  households: 394_000,
  lifted: 374_000,
  people: 883_800,
  able: 217_000,
  dibao: 424_096,
  dibaoMonitored: 22_296,
  inWork: 188_037,
  inWorkMonthBefore: 179_612,
  inWorkYearBefore: 182_546,
  target: 195_800,
  personTimes: 493_217,
  sent: 71_038,
  sentLifted: 51_024,
  /** Households whose risk was cleared before the day; as many people with a second job, and doubled rows: nothing of it counts. */
  besides: 3000,
} as const;

/** The day of which the totals are. */
export const FOCUS_DAY = '2022-05-31';
