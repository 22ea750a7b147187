// Writes households of examples as they would stand after imports: registry, registers, feeds.

import { sql } from 'kysely';
import type { Tx } from '../../src/platform/server/db.ts';
import { type House, INCOME, type Job, type Person, peopleOf } from './house.ts';

export type Numbered = { number: string; village: number; house: House };

const fen = (yuan: number | undefined) => (yuan === undefined ? null : yuan * 100);
const insert = (tx: Tx, table: string, rows: readonly object[]) => {
  const [first] = rows;
  if (!first) return Promise.resolve(0);
  const columns = Object.keys(first).join(', ');
  return tx.run(
    sql`insert into ${sql.raw(`${table} (${columns})`)} select ${sql.raw(columns)} from jsonb_populate_recordset(null::${sql.raw(table)}, ${JSON.stringify(rows)}::jsonb)`,
  );
};

function householdRow({ number, village, house }: Numbered, id: number) {
  const {
    kind = 'general',
    category = null,
    cleared,
    phone = true,
    memberCount = peopleOf(house).length,
    income = {},
  } = house;
  const all = { ...INCOME, ...income };
  const net = all.wage + all.business + all.property + all.transfer - all.cost;
  return {
    household: {
      ...{
        county_code: Math.floor(village / 1e6),
        line: id,
        id,
        village_code: village,
        batch_id: 0,
        member_count: memberCount,
        kind,
        number,
        head_name: '巴图',
      },
      ...{
        monitoring_category: category,
        risk_cleared: category === null ? null : (cleared ?? false),
        phone_key: phone ? id : null,
      },
      ...{
        income_year: income ? 2021 : null,
        net_fen: income ? (house.netYuan ?? net) * 100 : null,
        valid_from: '2000-01-01',
      },
    },
    income: income && {
      ...{
        county_code: Math.floor(village / 1e6),
        household_id: id,
        year: 2021,
        batch_id: 0,
        line: id,
        claim_fen: 0,
        previous_net_fen: fen(all.previous),
      },
      ...{
        wage_fen: fen(all.wage),
        business_fen: fen(all.business),
        property_fen: fen(all.property),
        transfer_fen: fen(all.transfer),
        business_cost_fen: fen(all.cost),
        self_paid_fen: fen(all.selfPaid),
      },
    },
  };
}

function personRow(
  person: Person,
  id: number,
  household: { county_code: number; id: number; village_code: number; number: string },
  key: number,
) {
  const {
    sex = '男',
    birth = null,
    idSound = true,
    idSex,
    relation = '',
    education = '',
    schooling = '',
    health = '',
    labour = '',
    working = false,
  } = person;
  return {
    ...{
      county_code: household.county_code,
      line: id,
      id,
      household_id: household.id,
      village_code: household.village_code,
      batch_id: 0,
      name_hash: 0,
      valid_from: '2000-01-01',
    },
    ...{
      id_sound: idSound,
      id_passed_on: false,
      working,
      dibao: person.dibao ?? false,
      birth,
      id_key: key,
      id_sex: idSex ?? (sex === '男' ? 1 : 2),
    },
    ...{
      phone_key: person.phone ? id : null,
      name: `成员${id}`,
      number: `${household.number}-${id}`,
      sex,
      relation,
      ethnicity: '汉族',
      education,
      schooling,
      health,
      labour,
    },
  };
}

const registered = { recorded_by: 'test', voided: false, recorded_at: '2022-01-01' };
const PART = { part: 0, batch_id: 0, line: 1 };

function jobRow(job: Job, i: number, person: ReturnType<typeof personRow>, house: Numbered) {
  return {
    ...registered,
    ...{
      county_code: person.county_code,
      id: person.id * 10 + i,
      place_code: house.village,
      number: `J${person.id}-${i}`,
      household_number: house.number,
      person_number: person.number,
      name: person.name,
    },
    ...{
      job_form: job.form ?? 'away',
      work_region_code: job.region ?? null,
      work_place: job.place ?? null,
      started_on: job.startedOn ?? '2022-01-01',
      left_on: job.leftOn ?? null,
    },
    ...{ monthly_income_fen: job.fen ?? null, organised_by: 'self', person_id: person.id },
  };
}

/** Ids run from `first` on, those of persons from ten times it. */
export async function loadHouses(tx: Tx, houses: readonly Numbered[], first = 1000): Promise<void> {
  const rows: Record<string, object[]> = {
    households: [],
    household_incomes: [],
    persons: [],
    household_statuses: [],
    help_measures: [],
    employment_spells: [],
    trainings: [],
  };
  const feeds: Record<string, object[]> = {
    death_register: [],
    disability_certificate: [],
    medical_insurance: [],
    housing_inspection: [],
    dibao_roster: [],
  };
  for (const [i, numbered] of houses.entries()) {
    const { number, village, house } = numbered;
    const { household, income } = householdRow(numbered, first + i);
    const about = { county_code: household.county_code, household_id: household.id };
    rows.households?.push(household);
    if (income) rows.household_incomes?.push(income);
    const place = { ...registered, county_code: household.county_code, place_code: village, household_number: number };
    if (house.category && house.status)
      rows.household_statuses?.push({
        ...place,
        id: household.id,
        status: house.category,
        started_on: house.status.since,
        risk_cleared_on: house.status.clearedOn ?? null,
        cleared_by: house.status.clearedBy ?? null,
        risk_kinds: house.status.risks ?? [],
      });
    for (const [m, { kind, on = '2021-01-15', text = '措施' }] of (house.measures ?? []).entries())
      rows.help_measures?.push({
        ...place,
        id: household.id * 10 + m,
        number: `M${household.id}-${m}`,
        measure_kind: kind,
        measure_text: text,
        started_on: on,
      });
    if (house.grade)
      feeds.housing_inspection?.push({ ...PART, ...about, grade: house.grade, inspected_on: '2022-01-10' });
    for (const [p, person] of peopleOf(house).entries()) {
      const id = household.id * 10 + p;
      const key = person.sameId ? 1_000_000 + household.id * 100 + person.sameId.charCodeAt(0) : id;
      const row = personRow(person, id, household, key);
      const who = { ...PART, ...about, person_id: id };
      rows.persons?.push(row);
      for (const [j, job] of (person.jobs ?? []).entries()) rows.employment_spells?.push(jobRow(job, j, row, numbered));
      if (person.yulu)
        rows.trainings?.push({
          ...registered,
          county_code: row.county_code,
          id,
          place_code: village,
          number: `T${id}`,
          name: row.name,
          training_kind: 'yulu',
          class_or_school: '职校',
          started_on: person.yulu,
          person_id: id,
        });
      if (person.diedOn) feeds.death_register?.push({ ...who, died_on: person.diedOn });
      if (person.certified)
        feeds.disability_certificate?.push({ ...who, category: 1, grade: 3, issued_on: '2020-01-01' });
      if (!person.uninsured) feeds.medical_insurance?.push({ ...who, year: 2022 });
      if (person.dibao)
        feeds.dibao_roster?.push({ ...who, month: '2022-06-01', monthly_fen: fen(house.dibaoYuan ?? 300) });
    }
  }
  for (const [table, of] of Object.entries(rows)) await insert(tx, table, of);
  for (const [feed, of] of Object.entries(feeds)) await insert(tx, `feed_${feed}`, of);
  await tx.run(
    sql`insert into repeated_ids select id_key from persons group by id_key having count(*) > 1 on conflict do nothing`,
  );
}
