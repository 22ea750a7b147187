// How long a proposal hung out, held against the days that are asked for (registers §5, notice).

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { moneySettings } from './settings.ts';

/** Asked is what holds where the proposal lies on the day its notice began. */
function noticeGuard(move: string, level: string, from: string, until: string): Guard {
  const days = moneySettings.inForceSql('days.notice', { region: 't.place_code', on: `t.${from}` });
  return {
    register: 'project-proposals',
    move,
    where: `t.${until} - t.${from} + 1 < ${days}`,
    words: `${level}公示的天数不够，请退回补足公示`,
  };
}

export const moneyGuards: Guard[] = [
  noticeGuard('propose', '村', 'notice_from', 'notice_until'),
  noticeGuard('approve', '乡', 'township_notice_from', 'township_notice_until'),
  noticeGuard('enter', '县', 'county_notice_from', 'county_notice_until'),
];
