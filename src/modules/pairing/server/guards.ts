// What deeds say against the steps of a line of a plan: it is ticked off by what was done, with something to show for it.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

const DEEDS = `select from support_records s where s.pairing_number = t.pairing_number and s.year = t.year
  and s.item_number = t.item::text and not s.voided`;
const EVIDENCE = `(nullif(s.attachment, '') is not null or exists (select from register_photos f where f.register = 'support-records'
  and f.county_code = s.county_code and f.record_id = s.id and f.removed_at is null))`;

export const pairingGuards: Guard[] = [
  {
    register: 'pairing-plans',
    move: 'finish',
    where: `not exists (${DEEDS})`,
    words: '还没有写明这个条目的帮扶记录，请先登记“帮扶记录”并填写年度和条目',
  },
  {
    register: 'pairing-plans',
    move: 'finish',
    where: `exists (${DEEDS}) and not exists (${DEEDS} and ${EVIDENCE})`,
    words: '帮扶记录没有佐证，请给其中一条加照片或填写附件',
  },
];
