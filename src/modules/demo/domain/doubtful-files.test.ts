import { describe, expect, it } from 'vitest';
import { DEMO_STORIES, ONE_OF_EACH } from './cases/case-stories.ts';
import { dirtyBills, doubtfulBills } from './doubtful-files.ts';
import { isFileOf } from './feed-sink.ts';

const MEMBERS = Array.from({ length: 600 }, (_, i) => ({
  village: `150923${101 + Math.floor(i / 100)}${200 + (i % 3)}`,
  name: i % 100 < 2 ? '王秀英' : `测试${String.fromCodePoint(0x4e00 + i)}`,
  id: `1509231970010${10000 + i}`,
}));
// Two of the same name in one village of each township.
for (const [i, member] of MEMBERS.entries()) if (i % 100 < 2) member.village = `${member.village.slice(0, 9)}200`;

describe('files with doubts', () => {
  it('hold bills without a number of a name that two have, in each township, others under another name, others once more', () => {
    const settlement = '150923199701010011,巴图,150923101200,S0000000007,医院1,100.00,50.00,2026-01-01';
    const rows = doubtfulBills(MEMBERS, ['证件号码', settlement, `"=${settlement}`], 20260601)
      .trim()
      .split('\n')
      .slice(1);
    const cells = rows.map((row) => row.split(','));
    expect(cells.slice(0, 6).map((row) => row.slice(1, 4))).toEqual(
      Array.from({ length: 6 }, (_, i) => ['', '王秀英', `150923${101 + i}200`]),
    );
    const names = new Map(MEMBERS.map(({ id, name }) => [id, name]));
    for (const [, id = '', name] of cells.slice(6, 9))
      expect([names.has(id), names.get(id) === name]).toEqual([true, false]);
    expect(cells.slice(9).map(([serial, id, , , , , paid]) => [serial, id, paid])).toEqual([
      ['S0000000007', '150923199701010011', '4100.00'],
    ]);
  });

  it('hold good rows beside each fault, and the same ones for the same people', () => {
    const text = dirtyBills(MEMBERS, 20260601);
    expect(text).toBe(dirtyBills(MEMBERS, 20260601));
    const lines = text.split('\r\n');
    expect(lines[0]).toMatch(/^附件1/);
    expect(lines).toHaveLength(2 + 44 + 1 + 3 + 1);
    expect(lines[2]?.split(',')[2]).toBe(MEMBERS[2]?.id);
  });
});

describe('stories', () => {
  it('one of each has every last action there is, once', () => {
    const last = (stories: typeof DEMO_STORIES) => new Set(stories.map(({ told }) => told.at(-1)?.kind));
    expect(last(ONE_OF_EACH)).toEqual(last(DEMO_STORIES));
    expect(ONE_OF_EACH.length).toBeLessThan(DEMO_STORIES.length / 2);
  });
});

describe('files of a feed', () => {
  it.each([
    ['medical-settlement', 'medical-settlement-2.csv', true],
    ['water-outage', 'water-outage.xlsx', true],
    ['medical-settlement', 'medical-settlement-old.csv', false],
    ['medical', 'medical-settlement-2.csv', false],
  ])('%s, %s', (feed, file, isOne) => expect(isFileOf(feed, file)).toBe(isOne));
});
