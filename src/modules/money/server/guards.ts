// How long a proposal hung out, held against the days that are asked for (registers §5, notice).

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { fallbackOf, type SettingKey } from '../domain/settings.ts';

/** The value in force where the proposal lies on the day its notice began: county before league before region. */
function inForce(key: SettingKey, on: string): string {
  return `coalesce((select s.value from money_settings s where s.key = '${key}' and s.effective_from <= ${on}
    and s.region_code in (t.place_code / 1000000 * 1000000, t.place_code / 100000000 * 100000000, 150000000000)
    order by s.region_code desc, s.effective_from desc limit 1), ${fallbackOf(key)})`;
}

function noticeGuard(move: string, level: string, from: string, until: string): Guard {
  return {
    register: 'project-proposals',
    move,
    where: `t.${until} - t.${from} + 1 < ${inForce('days.notice', `t.${from}`)}`,
    words: `${level}公示的天数不够，请退回补足公示`,
  };
}

export const moneyGuards: Guard[] = [
  noticeGuard('propose', '村', 'notice_from', 'notice_until'),
  noticeGuard('approve', '乡', 'township_notice_from', 'township_notice_until'),
  noticeGuard('enter', '县', 'county_notice_from', 'county_notice_until'),
];
