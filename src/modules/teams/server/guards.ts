// What hinders a step of what teams ask for (registers §15): how long a leave is says who decides, a recall is the county's, nobody
// leaves the post before the successor has come.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { teamSettings } from './settings.ts';

const DAYS = 't.through_on - t.from_on + 1';
const LIMIT = `(${teamSettings.inForceSql('leave.township', { region: 't.place_code', on: 't.from_on' })})::int`;

export const teamsGuards: readonly Guard[] = [
  {
    ...{ register: 'team-leaves', move: 'approve' },
    where: `${DAYS} > ${LIMIT}`,
    words: '请假天数超过乡镇可批准的天数，请办理“乡镇审核，报旗县”，由旗县批准',
  },
  {
    ...{ register: 'team-leaves', move: 'review' },
    where: `${DAYS} <= ${LIMIT}`,
    words: '请假天数在乡镇可批准的天数以内，请直接办理“乡镇批准”',
  },
  {
    ...{ register: 'team-cautions', move: 'decide' },
    where: `t.caution_kind = 'recall'`,
    words: '召回由旗县作出，请旗县办理“召回”',
  },
  {
    ...{ register: 'team-cautions', move: 'recall' },
    where: `t.caution_kind <> 'recall'`,
    words: '这不是召回，请办理“约谈或警示”',
  },
  {
    ...{ register: 'team-handovers', move: 'receive' },
    where: `not exists (select from team_postings p where p.cadre_number = t.successor_number and p.village_code = t.village_code and not p.voided)`,
    words: '接任干部还没有选派到这个嘎查村，请先登记“驻村选派”',
  },
  {
    ...{ register: 'team-ballots', move: 'open' },
    where: `not exists (select from team_postings p where p.village_code = t.village_code and not p.voided and p.left_on is null)`,
    words: '这个嘎查村没有在岗的驻村干部，不能开始测评',
  },
];
