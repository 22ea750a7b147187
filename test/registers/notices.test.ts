// Every notice of every register: its columns are there and public, wherever they are read from; who must not stand in public has none.

import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/app/registers.ts';
import { allFields } from '../../src/kernel/register/define-register.ts';
import { isPublic, noticeCode } from '../../src/kernel/register/notices/notice.ts';
import { findNotice, publicColumns } from '../../src/kernel/register/notices/public-columns.ts';

const all = catalogue.registers.flatMap((register) =>
  (register.notices ?? []).map((notice) => [noticeCode(register.code, notice.kind), register, notice] as const),
);

describe.each(all)('%s', (code, register, notice) => {
  test('is found by its code, and prints only what is public', () => {
    expect(findNotice(catalogue, code)).toEqual({ register, notice });
    const columns = publicColumns(catalogue, register, notice);
    expect(columns.length).toBeGreaterThan(1);
    for (const { of, field } of columns) if (of !== 'head') expect(isPublic(field), field.title).toBe(true);
    // Phones, accounts and positions are known by their titles, too.
    const titles = columns.map(({ title }) => title).join(' ');
    expect(titles).not.toMatch(/证件|电话|账号|卡号|住址|病|残疾|联络/);
  });
});

test('registers whose section of the rules says so have a notice', () => {
  const told = [...new Set(all.map(([, { code }]) => code))].sort();
  expect(told).toEqual(
    [
      ...['fund-arrangements', 'fund-issuances', 'fund-allocations'],
      ...['project-proposals', 'projects', 'project-beneficiaries'],
      ...['assets', 'asset-contracts', 'asset-incomes', 'asset-distributions'],
      ...['consortia', 'recognitions', 'workshops', 'assisted-products', 'linkage-contracts', 'courtyards'],
      ...['public-posts', 'post-holders', 'employment-spells', 'household-payouts', 'policy-benefits'],
      ...[
        'county-designations',
        'specialist-postings',
        'specialist-teams',
        'cooperation-funds',
        'pairings',
        'duty-terms',
        'team-postings',
        'team-grades',
      ],
      ...['toilets', 'point-entries', 'assessment-results'],
    ].sort(),
  );
});

test('loans, students, problems and what is sealed never hang in public', () => {
  const codes = all.map(([code]) => code);
  for (const register of ['micro-loans', 'loan-applications', 'trainings', 'problems', 'help-measures', 'clue-records'])
    expect(codes.filter((code) => code.startsWith(`${register}.`))).toEqual([]);
  const payouts = all.find(([code]) => code === 'household-payouts.list')?.[2].where;
  expect(payouts).toMatchObject({ field: 'payoutKind' });
  expect(JSON.stringify(payouts)).not.toMatch(/yulu|loan-interest/);
  expect(catalogue.registers.some((register) => allFields(register).some(([, field]) => !isPublic(field)))).toBe(true);
});
