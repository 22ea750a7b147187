// Moves that wait for a notice: made from the definitions, so that no register says it twice.

import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import { columnName, type RegisterDefinition } from '../../../kernel/register/define-register.ts';
import { type Notice, type NoticeReach, noticeCode } from '../../../kernel/register/notices/notice.ts';
import { holdingSql } from '../../../platform/server/dated/dated-settings.ts';
import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

/** A notice of the kind that the row `t` stands on, under a condition over `n`. */
function hung(code: string, condition: string): string {
  return `exists (select from notice_rows r join notices n on n.county_code = r.county_code and n.id = r.notice_id
    where r.notice_code = '${code}' and r.row_county = t.county_code and r.record_id = t.id and not n.voided
      and n.taken_down_on is null and ${condition})`;
}

const REACHED: Record<NoticeReach, string> = { posted: 'n.posted_on is not null', over: 'n.ended_on is not null' };
const LACKING: Record<NoticeReach, string> = {
  posted: '还没有张贴，请先点“公告公示”生成并张贴',
  over: '还没有期满无异议，请先点“公告公示”张贴，期满后办结',
};

/** Days in force where the row lies, on the day its notice began: county before league before region. */
function daysSql(code: string, { days }: Notice, on: string): string {
  return `coalesce(${holdingSql('notice_settings', code, 'value', { region: 't.place_code', on })}, ${days})`;
}

function guardsOf({ code: register }: RegisterDefinition, notice: Notice): Guard[] {
  const code = noticeCode(register, notice.kind);
  const { title, fills } = notice;
  return Object.entries(notice.before ?? {}).flatMap(([move, reach]): Guard[] => {
    if (!fills)
      return [{ register, move, where: `not ${hung(code, REACHED[reach])}`, words: `“${title}”${LACKING[reach]}` }];
    // The row tells its own days: of the notice made here, or of one that hung on paper before.
    const [from, until] = [fills.from, fills.until].map((name) => `t.${columnName(name)}`);
    return [
      {
        ...{ register, move, words: `“${title}”还没有期满无异议，请先在公告公示台账办结` },
        where: hung(code, 'n.posted_on is not null and n.ended_on is null'),
      },
      {
        ...{ register, move, words: `“${title}”的天数不够，请退回补足公示` },
        where: `${until} - ${from} + 1 < ${daysSql(code, notice, from ?? '')}`,
      },
    ];
  });
}

/** What is said against hanging a notice out. */
const POST: Guard = {
  register: 'notices',
  move: 'post',
  where: `not exists (select from notice_rows r where r.county_code = t.county_code and r.notice_id = t.id)`,
  words: '没有公示内容，请从台账列表选中记录后点“公告公示”生成',
};

export function noticesGuards({ registers }: Catalogue): Guard[] {
  return [POST, ...registers.flatMap((register) => (register.notices ?? []).flatMap((one) => guardsOf(register, one)))];
}
