// What hinders a step of an asset (registers §6): whose it is must be known before it is confirmed, each step comes once, and what
// belongs to a household is only registered.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

const made = (
  move: string,
) => `exists (select from register_moves m where m.register = 'assets' and m.county_code = t.county_code
  and m.record_id = t.id and m.withdrawn_at is null and m.move = '${move}')`;

const OF_HOUSEHOLD = `t.asset_kind = 'household-owned'`;

/** Of the owners of today, in per cent; an owner without a share has all of it. */
const OWNED = `(select coalesce(sum(coalesce(o.share, 100)), 0) from asset_rights o where o.asset_number = t.number
  and o.right_kind = 'ownership' and not o.voided and o.stopped_on is null)`;

/** The proposal that is decided now is the newest. */
const PROPOSED_BY_ACTOR = `acting_account() = (select m.account_id from register_moves m where m.register = 'assets'
  and m.county_code = t.county_code and m.record_id = t.id and m.withdrawn_at is null and m.move = 'propose-disposal'
  order by m.id desc limit 1)`;

function guard(move: string, where: string, words: string): Guard {
  return { register: 'assets', move, where, words };
}

const ONLY_REGISTERED = ['confirm', 'hand-over', 'propose-disposal'].map((move) =>
  guard(move, OF_HOUSEHOLD, '到户类资产只登记，不办理确权、移交和处置；死亡、出售的请办理“注销”并写明原因'),
);

export const assetsGuards: Guard[] = [
  ...ONLY_REGISTERED,
  guard(
    'confirm',
    `not ${OF_HOUSEHOLD} and ${OWNED} <> 100`,
    '现在的所有权人份额合计不是 100%，请先在“资产权属”登记清楚',
  ),
  guard('confirm', made('confirm'), '已经确权，不再办理'),
  guard('hand-over', `not ${OF_HOUSEHOLD} and not ${made('confirm')}`, '还没有确权，请先办理“确权”'),
  guard('hand-over', made('hand-over'), '已经移交，不再办理'),
  guard(
    'put-in-use',
    `not ${OF_HOUSEHOLD} and not ${made('hand-over')}`,
    '经营性、公益性资产先确权、移交，再登记投入使用',
  ),
  guard('leave-idle', OF_HOUSEHOLD, '到户类资产不登记闲置；死亡、出售的请办理“注销”并写明原因'),
  guard('dispose', PROPOSED_BY_ACTOR, '处置由您本人提出，须由另一人批准'),
];
