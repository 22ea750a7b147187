// What hinders the steps of a round (registers §1): one of a kind a quarter, no rechecks before all townships have confirmed, no end before everything drawn is rechecked
// and unreliable villages are done again.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { sweepSettings } from './settings.ts';

const guard = (move: string, where: string, words: string): Guard => ({
  ...{ register: 'sweeps', move, where, words },
});

const villages = (where: string) => `exists (select from sweep_villages v where v.sweep_id = t.id and ${where})`;
const mostErrors = sweepSettings.inForceSql('error.most', { region: 'v.village_code', on: 'today_there()' });
const OPEN = 'v.items > v.done + v.away';

export const sweepsGuards: Guard[] = [
  guard(
    'issue',
    `exists (select from sweeps o where o.region_code = t.region_code and o.year = t.year and o.quarter = t.quarter and o.kind = t.kind and o.kind <> 'special'
      and o.id <> t.id and not o.voided and o.issued_on is not null)`,
    '本地区这个季度已经下发过同类轮次，请核对季度和类型',
  ),
  guard('recheck', villages(OPEN), '还有没有核查或者待补访的农牧户，请先查完'),
  guard(
    'recheck',
    villages(
      `v.items > 0 and not exists (select from sweep_townships c where c.sweep_id = v.sweep_id and c.township_code = v.village_code / 1000 * 1000)`,
    ),
    '还有苏木乡镇没有确认覆盖情况，请先逐个确认',
  ),
  guard('close', villages(OPEN), '还有没有核查的农牧户（含退回重做的），请先查完'),
  guard('close', villages('v.unchecked > 0'), '抽取的复核户还没有全部复核，请先完成复核'),
  guard(
    'close',
    `t.township_percent > 0 and ${villages(`v.done > 0 and not exists (select from sweep_rechecks c where c.sweep_id = v.sweep_id
      and c.village_code = v.village_code and c.level = 'township' and c.redone_at is null)`)}`,
    '还有嘎查村没有抽取乡级复核户，请先抽取',
  ),
  guard(
    'close',
    villages(`v.inconsistent * 100 > ${mostErrors} * v.rechecked`),
    '有嘎查村差错率超过规定，请先退回重做',
  ),
];
