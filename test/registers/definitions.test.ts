// Every definition says what the data contract says: test/fixtures/registers.tsv, column by column.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/app/registers.ts';
import { referenceColumns } from '../../src/kernel/register/catalogue.ts';
import { allFields, columnName } from '../../src/kernel/register/define-register.ts';
import { describeColumns, describeKey } from '../../src/kernel/register/describe.ts';
import { narrows } from '../../src/kernel/register/field.ts';

type Line = Record<string, string>;

const [header = '', ...lines] = readFileSync(path.join(import.meta.dirname, '../fixtures/registers.tsv'), 'utf8')
  .trimEnd()
  .split('\n');
const titles = header.split('\t');
const contract = Map.groupBy(
  lines.map((line): Line => Object.fromEntries(titles.map((title, i) => [title, line.split('\t')[i] ?? '']))),
  ({ register }) => register ?? '',
);

/** What a column is for begins its note; the rest is said to people. */
const ROLE = /^(place|gives place|since|until|through|year|several)\b/;
/** Columns whose note says in words what the figures take care of, not what a row's spell is. */
const ROLE_ELSEWHERE = new Set<string>();

/** Registers of our own, which the contract does not know. */
const OWN = [
  'policy-task-reports',
  'leading-groups',
  'duty-actions',
  'notices',
  'project-proposals',
  'project-progress',
  'fund-carryovers',
  'fund-performance',
  'asset-checks',
  'toilet-looks',
  'village-work-checks',
  'livestock-separations',
  'problem-claims',
  'fix-measures',
  'fix-checks',
  'spread-checks',
  'rules-made',
  'cards',
  'courtyards',
  'linkage-checks',
  'linkage-proposals',
  'policy-clause-rules',
  'policy-benefits',
  'pairing-reports',
  'key-county-plans',
  'key-county-reports',
  'key-county-favours',
  'specialist-teams',
  'specialist-services',
  'contingency-triggers',
  'contingency-lists',
  'contingency-drills',
  'contingency-activations',
  'sweeps',
  'sweep-rules',
  'sweep-listings',
  'team-camps',
  'team-leaves',
  'team-fixes',
  'team-diaries',
  'team-task-rules',
  'team-task-records',
  'team-trainings',
  'team-honours',
  'team-care',
  'team-cautions',
  'team-handovers',
  'team-ballots',
  'team-grades',
  'team-months',
  'point-rule-templates',
  'point-schemes',
  'shop-goods',
  'shop-supplies',
  'point-exchanges',
  'star-ratings',
  'credit-ratings',
  'custom-events',
  'village-statutes',
  'site-risks',
  'heating-checks',
  'consortia',
  'consortium-members',
  'loan-applications',
  'work-wishes',
  'post-holders',
  'cooperation-agreements',
  'cooperation-reports',
  'circulars',
  'statements',
  'assessment-schemes',
  'assessment-indicators',
  'assessment-groups',
  'assessment-marks',
  'field-surveys',
  'assessment-adjustments',
  'assessment-objections',
  'assessment-uses',
];
const named = catalogue.registers.map((register) => [register.code, register] as const);

test('what the contract does not know is said to be our own', () => {
  expect(named.flatMap(([code]) => (contract.has(code) ? [] : [code])).sort()).toEqual([...OWN].sort());
});

describe.each(named.filter(([code]) => !OWN.includes(code)))('%s', (code, register) => {
  const rows = contract.get(code) ?? [];

  test('is a register of the contract, with its title, place and key', () => {
    expect(rows[0]).toMatchObject({ title: register.title, place: register.place, key: describeKey(register) });
  });

  test('has its columns in its order', () => {
    const told = describeColumns(register).map(({ note, ...column }) => ({
      ...column,
      role: ROLE.exec(note)?.[0] ?? '',
    }));
    const wanted = rows.map(({ column, kind, required, values, unit, secret, note }) => ({
      ...{ column, kind, required, values, unit, secret },
      role: ROLE_ELSEWHERE.has(`${code}.${column}`) ? '' : (ROLE.exec(note ?? '')?.[0] ?? ''),
    }));
    expect(told).toEqual(wanted);
  });

  test('its names are columns, its references have all key columns', () => {
    for (const [name, field] of allFields(register)) {
      expect(columnName(name)).toMatch(/^[a-z][a-z0-9_]*$/);
      const target = field.target ? catalogue.find(field.target) : undefined;
      const columns = target ? referenceColumns(register, name, target) : [];
      if (target) expect(columns).toHaveLength(target.key.length);
      // Its list is narrowed to the rows of one that it refers to.
      for (const { own } of columns) expect(narrows(register.fields[own] ?? field), own).toBe(true);
    }
    expect(allFields(register).length).toBeLessThan(52);
  });
});
