// What can be set when demonstration data is made, and the defaults: the picture of the contract's sample.

import type { PlainDate } from '../../../kernel/plain-date.ts';

export type DemoSettings = {
  seed: number;
  asOf: PlainDate;
  households: number;
  counties: readonly number[];
  /** Share of rows whose number or name is damaged or oddly written. */
  damagedShare: number;
  /** Share of rows about people who are in no registry. */
  outsiderShare: number;
  /** Share of rows that belong into the quarantine. */
  badShare: number;
  /** Share of dates and amounts in another allowed form. */
  oddCellShare: number;
};

/** scale 1: 2.9 million households, about 8 million people. */
export const HOUSEHOLDS_AT_SCALE_1 = 2_900_000;

export const DEFAULT_SETTINGS: DemoSettings = {
  seed: 20220531,
  asOf: 20220531,
  households: 2_900,
  counties: [],
  damagedShare: 0.0225,
  outsiderShare: 0.0196,
  badShare: 0.0005,
  oddCellShare: 0.006,
};

/** Values for showing, not official ones; every county can overwrite them. */
export function demoParameters(asOf: PlainDate) {
  return [
    {
      region: '150000000000',
      effectiveFrom: `${Math.floor(asOf / 10000) - 1}-01-01`,
      note: '演示值，非正式标准',
      values: {
        'medical.selfPaid.focus': 5000,
        'medical.selfPaid.general': 20000,
        'medical.incomeShare': 0.3,
        'water.outageDays': 3,
        'income.line': 7000,
        'disaster.severity': 3,
        'dibao.exitFactor': 1.5,
        'income.dropRatio': 0.7,
        'income.dropFactor': 1.5,
      },
    },
  ];
}
