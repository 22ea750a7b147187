// The present of the demonstration: rows dated by the day on which it is made, beside those of T0, which end where they had ended by now.

import type { Sheet } from '../sheet.ts';
import { assetSheetsNow } from './belongings.ts';
import { governingSheets } from './governing.ts';
import { type GroundInput, groundOf } from './ground.ts';
import { helperSheets } from './helpers.ts';
import { homeSheets, siteOf } from './homes.ts';
import { jobSheets } from './jobs.ts';
import { latestSheets } from './latest.ts';
import { moneySheets } from './money.ts';
import { endOld, insuredOf, oldContractsOf, oldPairingsOf, runningWorkshopsOf } from './old-rows.ts';
import { orderSheets } from './orders.ts';
import { oversightSheets } from './oversight.ts';
import { roundSheets } from './rounds.ts';
import { stepSheets } from './steps.ts';
import { tradeSheets } from './trade.ts';
import { villageSheetsNow } from './villages-now.ts';
import { workSheets } from './works.ts';

/** T0 with its ends, and the present. The same T0 and day give the same rows. */
export function withPresent(old: readonly Sheet[], input: GroundInput): Sheet[] {
  const ground = groundOf(input);
  const full = new Set(ground.full.map(({ county }) => county));
  const national = new Set(input.counties.flatMap(({ county, lifted }) => (lifted === 'national' ? [county] : [])));
  const { sheets, works } = workSheets(ground, (county) => (full.has(county) ? siteOf(county) : undefined));
  const pairings = oldPairingsOf(old, ground.counties);
  return [
    ...old.map((sheet) => endOld(sheet, full)),
    ...sheets,
    ...moneySheets(ground, works),
    ...assetSheetsNow(ground, works, oldContractsOf(old, full)),
    ...jobSheets(ground, runningWorkshopsOf(old)),
    ...tradeSheets(ground, works),
    ...homeSheets(ground, insuredOf(old)),
    ...helperSheets(ground, pairings, national),
    ...orderSheets(ground),
    ...stepSheets(ground),
    ...latestSheets(
      ground,
      input.counties.filter(({ isKey }) => isKey),
      ground.counties.filter(({ county }) => national.has(county)),
      pairings,
    ),
    ...roundSheets(ground),
    ...villageSheetsNow(ground),
    ...oversightSheets(ground),
    ...governingSheets(ground),
  ];
}
