// What hinders a step of a problem (registers §18): a level checks and closes its own, and nothing is closed on paper.

import type { Catalogue } from '../../../kernel/register/catalogue.ts';
import type { Guard } from '../../../platform/server/registers/moves/guards.ts';
import { RANK_NAMES, RANKS, type Rank } from '../domain/levels.ts';
import {
  ACTING_RANK,
  APPROVING_RANK,
  CHECKED_RANK,
  CLOSING_RANK,
  inForce,
  lastMove,
  PLACE_RANK,
  TOGETHER,
} from './problem-sql.ts';
import { subjectGuards } from './subject-rows.ts';

const on = (move: string, where: string, words: string): Guard => ({ register: 'problems', move, where, words });

const MEASURES = `fix_measures f where not f.voided and f.problem_number in ${TOGETHER}`;

const SHOWN = `f.evidence_note is not null or f.attachment is not null or exists (select from register_photos p
  where p.register = 'fix-measures' and p.county_code = f.county_code and p.record_id = f.id and p.removed_at is null)`;

/** What must be there when the problem is handed in, and still when it is closed. */
const READY: readonly (readonly [where: string, words: string])[] = [
  [`not exists (select from ${MEASURES})`, '还没有登记整改措施，请先在“整改措施”台账逐条登记'],
  [`exists (select from ${MEASURES} and f.done_on is null)`, '还有整改措施没有完成，请先登记完成日期'],
  [
    `exists (select from ${MEASURES} and f.done_on is not null and not (${SHOWN}))`,
    '有的整改措施没有佐证，请上传前后照片、填写附件或佐证说明',
  ],
  [
    `exists (select from ${MEASURES} and f.evidence_on < t.reported_back_on)`,
    '有的佐证早于问题反馈日期，不能说明问题已经整改',
  ],
  [
    `not exists (select from spread_checks s where not s.voided and s.problem_number in ${TOGETHER})`,
    '还没有举一反三排查，请先在“举一反三排查”登记',
  ],
  [
    `t.problem_nature = 'mechanism' and not exists (select from rules_made r where not r.voided and r.problem_number in ${TOGETHER})`,
    '体制机制问题要建章立制，请先在“建章立制”登记出台的制度',
  ],
  [
    `exists (select from problem_claims c where not c.voided and c.problem_number = t.number and c.finding = 'none' and c.sampled_on is null)`,
    '有的地区报“没有该问题”还没有抽查，请先在“问题认领”登记抽查结果',
  ],
];

const SUBMITTED_BY_ACTOR = `acting_account() = ${lastMove('m.account_id', `m.move = 'submit'`)}`;

const CHECKS: Record<Rank, string> = { 1: 'check-county', 2: 'check-league', 3: 'check-region' };

function checkGuards(rank: Rank): Guard[] {
  const move = CHECKS[rank];
  const name = RANK_NAMES[rank];
  return [
    on(move, `${ACTING_RANK} <> ${rank}`, `“${name}验收”由${name}的账号办理`),
    on(move, `${PLACE_RANK} > ${rank}`, `这是${name}以上本级的问题，不经${name}验收`),
    on(move, `${CLOSING_RANK} < ${rank}`, `这个来源的问题不报${name}，由下级验收后销号`),
    on(move, `${CHECKED_RANK} < ${rank} - 1 and ${PLACE_RANK} < ${rank}`, '下一级还没有验收，请等下级验收后再办'),
    on(move, SUBMITTED_BY_ACTOR, '整改由您本人报验收，须由另一人验收'),
  ];
}

const APPROVES = `${ACTING_RANK} < ${APPROVING_RANK}`;
const CLOSES = `${ACTING_RANK} <> ${CLOSING_RANK}`;

const OWN: readonly Guard[] = [
  on(
    'claim',
    `not exists (select from problem_claims c where not c.voided and c.problem_number = t.number)`,
    '还没有认领登记，请先在“问题认领”台账登记有没有该问题和整改承诺',
  ),
  on('propose-plan', `not exists (select from ${MEASURES})`, '方案没有措施，请先在“整改措施”台账逐条登记'),
  on('approve-plan', APPROVES, '整改方案由上一级批准'),
  on('return-plan', APPROVES, '整改方案由上一级退回'),
  on('extend', APPROVES, '延期由上一级批准'),
  on('refuse-extension', APPROVES, '延期由上一级决定'),
  ...['submit', 'close'].flatMap((move) => READY.map(([where, words]) => on(move, where, words))),
  ...RANKS.flatMap(checkGuards),
  on('return', `${ACTING_RANK} < ${CHECKED_RANK}`, '已经上级验收，由上级退回'),
  on('close', CLOSES, '由接收问题的一级销号'),
  on('close', `${CHECKED_RANK} < ${CLOSING_RANK}`, '接收问题的一级还没有验收合格'),
  on('close', SUBMITTED_BY_ACTOR, '整改由您本人报验收，须由另一人销号'),
  on(
    'reopen',
    `t.closed_on < today_there() - make_interval(months => ${inForce('months.reopen')})`,
    '销号已经超过可以重新启动的月数，请作为新问题登记',
  ),
  ...(['give', 'drop', 'lift'] as const).map(
    (move): Guard => ({
      ...{ register: 'cards', move, where: `${ACTING_RANK} < 3` },
      words: '红黄牌由自治区发出、解除',
    }),
  ),
];

export const rectificationGuards = (catalogue: Catalogue): Guard[] => [...OWN, ...subjectGuards(catalogue)];
