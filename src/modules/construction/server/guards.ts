// What hinders a step of a toilet or a fault (registers §16): two pictures of this fault and no other, the household's word, and a
// reason where a household has a good toilet already.

import type { Guard } from '../../../platform/server/registers/moves/guards.ts';

const ISSUE = `p.register = 'toilet-issues' and p.removed_at is null`;
const OWN = `${ISSUE} and p.county_code = t.county_code and p.record_id = t.id`;
const photo = (stage: 'before' | 'after') =>
  `exists (select from register_photos p where ${OWN} and p.stage = '${stage}')`;

/** The very picture of this fault stands at another one, or shows both before and after. */
const BORROWED = `exists (select from register_photos p join register_photos o on o.register = p.register and o.sha256 = p.sha256
  and o.removed_at is null and o.id <> p.id
  and ((o.county_code, o.record_id) <> (p.county_code, p.record_id) or o.stage <> p.stage) where ${OWN} and p.stage in ('before', 'after'))`;

const ANOTHER = `t.nature = 'household' and t.remark is null and exists (select from toilets o where o.household_number = t.household_number
  and o.number <> t.number and o.number is distinct from t.former_toilet_number and o.sanitary and o.use_state is distinct from 'unusable'
  and o.razed_on is null and not o.voided)`;

const issue = (move: string, where: string, words: string): Guard => ({
  register: 'toilet-issues',
  move,
  where,
  words,
});
const toilet = (move: string, where: string, words: string): Guard => ({ register: 'toilets', move, where, words });

const EXISTING = `t.built_how = 'existing'`;

export const constructionGuards: readonly Guard[] = [
  ...['rectify', 'accept', 'close'].flatMap((move) => [
    // What a county kept on paper names its pictures.
    issue(move, `t.photo_before is null and not ${photo('before')}`, '还没有整改前照片，请先在照片处上传“改前”'),
    issue(move, `t.photo_after is null and not ${photo('after')}`, '还没有整改后照片，请先在照片处上传“改后”'),
    issue(move, BORROWED, '整改照片与另一条问题或另一阶段的照片相同，请换成本次拍摄的照片'),
  ]),
  issue('close', 't.household_agrees is not true', '农户还不认可，请退回整改，或到户核实后修改“农户认可”'),
  toilet('start', EXISTING, '原有户厕不办理开工，请登记为新建或改建的户厕'),
  toilet('start', ANOTHER, '该户另有在用的卫生厕所，请先在备注写明再建的原因（如牧民两处住房）'),
  toilet('accept', ANOTHER, '该户另有在用的卫生厕所，请先在备注写明再建的原因（如牧民两处住房）'),
];
