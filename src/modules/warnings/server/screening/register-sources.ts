// Facts read from registers, through the functions of db/migrations/0141: the slices that own the registers stand above this one.

import type { FactContext, FactSource } from './fact-source.ts';

type Signal = {
  name: string;
  /** The function of the day, and the register its rows are of. */
  signal: string;
  register: string;
  fact: string;
  /** How the signals of one household become one number. */
  pick: 'min' | 'max';
};

function ofHousehold({ name, signal, register, fact, pick }: Signal): FactSource {
  const rows = (c: FactContext) => `${signal}(date '${c.asOf}') e where ${c.scope('e.household_id', 'e.county_code')}`;
  return {
    ...{ name, datasets: [], onDemand: true, key: 'household_id', facts: { [fact]: 'null' } },
    select: (c) => `select e.household_id, ${pick}(e.days)::int as ${fact} from ${rows(c)} group by e.household_id`,
    evidence: (c) =>
      `select e.household_id, '${register}' as dataset, e.record_county as batch_id, e.record_id::int as line, e.person_id from ${rows(c)}`,
  };
}

const jobEnded = ofHousehold({
  ...{ name: 'job_ended', signal: 'ended_jobs', register: 'employment-spells', fact: 'job_ended_days', pick: 'min' },
});
const jobUnconfirmed = ofHousehold({
  ...{ name: 'job_unconfirmed', signal: 'unconfirmed_jobs', register: 'employment-spells' },
  ...{ fact: 'job_unconfirmed_days', pick: 'max' },
});
const loanOverdue = ofHousehold({
  ...{ name: 'loan_overdue', signal: 'overdue_loans', register: 'micro-loans', fact: 'loan_overdue_days', pick: 'max' },
});
const contractUnpaid = ofHousehold({
  ...{ name: 'contract_unpaid', signal: 'unpaid_contracts', register: 'linkage-contracts' },
  ...{ fact: 'contract_unpaid_days', pick: 'max' },
});
const workshopStopped = ofHousehold({
  ...{ name: 'workshop_stopped', signal: 'stopped_workshops', register: 'workshops' },
  ...{ fact: 'workshop_stopped_days', pick: 'max' },
});

/** A county's policy speaks of all its villages. */
const lapsed = (c: FactContext) => `lapsed_policies(date '${c.asOf}') e join regions v
    on v.level = 'village' and v.code between e.county_code::bigint * 1000000 and e.county_code::bigint * 1000000 + 999999
    where ${c.villageScope('v.code')}`;

const policyLapsed: FactSource = {
  name: 'policy_lapsed',
  datasets: [],
  onDemand: true,
  key: 'village_code',
  facts: { policy_lapsed_days: 'null' },
  select: (c) =>
    `select v.code as village_code, max(e.days)::int as policy_lapsed_days from ${lapsed(c)} group by v.code`,
  evidence: (c) =>
    `select v.code as village_code, 'insurance-policies' as dataset, e.record_county as batch_id, e.record_id::int as line, null::bigint as person_id from ${lapsed(c)}`,
};

const recorded = (c: FactContext) =>
  `register_incomes(date '${c.asOf}') e where ${c.scope('e.household_id', 'e.county_code')}`;

const registerIncome: FactSource = {
  name: 'register_income',
  datasets: [],
  onDemand: true,
  key: 'household_id',
  facts: { register_head_fen: 'null', register_last_head_fen: 'null' },
  select: (c) =>
    `select e.household_id, max(e.head_fen) as register_head_fen, max(e.last_head_fen) as register_last_head_fen from ${recorded(c)} group by e.household_id`,
  evidence: (c) =>
    `select e.household_id, 'household-incomes' as dataset, e.record_county as batch_id, e.record_id::int as line, null::bigint as person_id from ${recorded(c)}`,
};

export const REGISTER_SOURCES: readonly FactSource[] = [
  jobEnded,
  jobUnconfirmed,
  loanOverdue,
  contractUnpaid,
  workshopStopped,
  policyLapsed,
  registerIncome,
];
