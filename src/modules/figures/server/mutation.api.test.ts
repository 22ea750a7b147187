// Every condition that figures are counted by, taken away, changes a value: so the records of the tests hold a row that each of them
// keeps out, and none can be lost unnoticed.

import { writeFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EXAMPLES, REGISTRY, type Records } from '../../../../test/figures/examples.ts';
import { MORE_RECORDS } from '../../../../test/figures/more-records.ts';
import { type Mutant, mutantsOf } from '../../../../test/figures/mutants.ts';
import { PARAMETERS, ROSTER } from '../../../../test/figures/other-records.ts';
import { ACTOR, openTrial, type TrialRun } from '../../../../test/figures/trial/bring-in.ts';
import { FIGURES as RECKONED } from '../../../../test/figures/trial/told.ts';
import { makeTrial } from '../../../../test/figures/trial/trial.ts';
import { writtenOut } from '../../../../test/figures/written-out.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { loadBatch } from '../../feeds/server/index.ts';
import { FIGURES } from '../domain/definitions/index.ts';
import type { FigureDefinition } from '../domain/figure.ts';
import { openReading, partsCounted } from './answer.ts';
import type { Part } from './reading.ts';

const REGION = 150_000_000_000;
const trial = makeTrial(1);
let written: TrialRun;
let made: TrialRun;

const filesOf = (records: Records, name: string) =>
  Object.entries(records).map(([register, text]) => ({ name: `${register}-${name}.csv`, register, text }));

beforeAll(async () => {
  const settings = PARAMETERS.map(({ region, effectiveFrom, values }) => ({
    ...{ region: Number(region), from: effectiveFrom, values },
  }));
  const { households = '', members = '' } = REGISTRY;
  written = await openTrial({ registry: { households, members }, settings });
  await written.bringIn(filesOf(EXAMPLES, 'a'));
  await written.bringIn(filesOf(MORE_RECORDS, 'b'));
  await writeFile(written.at('roster.csv'), ROSTER);
  const roster = { dataset: 'dibao-roster', path: written.at('roster.csv'), fileName: 'roster.csv' };
  await loadBatch(written.db, written.keys, ACTOR, roster);
  made = await openTrial(trial);
  for (const { files } of trial.deliveries) await made.bringIn(files);
});
afterAll(() => Promise.all([written?.close(), made?.close()]));

/** What a part of a figure comes to, as a statement of one value. */
function totalOf(counts: Part['counts'], rows: string): string {
  if (counts === 'amount') return `select coalesce(sum(x.amount), 0)::text as n from (${rows}) x`;
  if (counts === 'objects') return `select count(distinct x.object)::text as n from (${rows}) x`;
  if (counts === 'word') return `select string_agg(x.object, ' ' order by x.object) as n from (${rows}) x`;
  return `select min(c.n)::text as n from (select count(distinct x.object) as n from (${rows}) x group by x.county) c`;
}

const numberOf = async (tx: Tx, { counts }: Part, rows: string) =>
  (await tx.first<{ n: string | null }>(sql.raw(totalOf(counts, rows))))?.n ?? '';

type Question = { run: TrialRun; area: number; day: string };

/** Days and areas that are asked of both installations, the likeliest first. */
function questions(): Question[] {
  const { year, leagues, counties, zone } = trial.world;
  const ofMade = [REGION, leagues[1] ?? 0, counties[0] ?? 0, zone].flatMap((area) =>
    [`${year}-05-31`, `${year}-12-31`, `${year + 1}-02-28`].map((day) => ({ run: made, area, day })),
  );
  const ofWritten = [REGION, 150_923_000_000, 152_222_000_000].map((area) => ({
    run: written,
    area,
    day: '2022-05-31',
  }));
  return [...ofWritten, ...ofMade];
}

/** By its words: days, codes and what stands in brackets do not tell conditions of a part apart, but which of them it is does. */
function namesOf(part: Part, mutants: readonly Mutant[]): string[] {
  const seen = new Map<string, number>();
  return mutants.map(({ without }) => {
    const words = without
      .replaceAll(/'[\d-]+'|\d{4,}/g, '?')
      .replaceAll(/\s+/g, ' ')
      .replace(/\(select .*\)/, '(…)');
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return `${part.part} ${words}${nth > 1 ? ` (${nth})` : ''}`.trim();
  });
}

/** Conditions of the figure whose absence changes no value, whatever is asked. */
async function unnoticed(definition: FigureDefinition): Promise<string[]> {
  const left = new Map<string, boolean>();
  for (const { run, ...question } of questions())
    await run.db.bulkRead(async (tx) => {
      const reading = await openReading(tx, question);
      for (const part of (await partsCounted(tx, reading, definition)) ?? []) {
        const statement = writtenOut(part.rows);
        const value = await numberOf(tx, part, statement);
        const mutants = mutantsOf(statement);
        for (const [i, name] of namesOf(part, mutants).entries()) {
          const mutant = mutants[i];
          if (!mutant || left.get(name) === false) continue;
          left.set(name, (await numberOf(tx, part, mutant.statement)) === value);
        }
      }
    });
  return [...left].flatMap(([name, isLeft]) => (isLeft ? [name] : []));
}

/** Conditions that no row can tell, or none of these files; each with the reason. */
const UNTOLD: readonly { of: RegExp; condition: RegExp }[] = [
  // What valid rows refer to cannot be void.
  { of: /^project\./, condition: /not k\.voided/ },
  { of: /^fund\.|coverage$/, condition: /not k\.voided \(\d\)/ },
  // Nothing is paid before it was issued, and only counties give money to projects.
  { of: /^fund\.spent_rate$/, condition: /^分子 t\.issued_on <=/ },
  { of: /^fund\.(spent_rate|industry_share)/, condition: /c\.level = 'county'/ },
  // Counties that carry a title are counties: the condition stands twice.
  { of: /^fund\.(special|keycounty)/, condition: /region_code in|receiver_code in|c\.level = |c\.kind <> / },
  // Halves of a key of which the other half is enough, and what only keeps a statement short.
  { of: /./, condition: /\.county_code = \w\.county_code|number in \(…\)|household_number is not null/ },
  // Of households that are asked for as lifted the other spells are not looked at.
  { of: /coverage$/, condition: /h\.risk_cleared|s\.status <> 'lifted'/ },
  { of: /person_times$/, condition: /s\.status <> 'lifted'/ },
  // Cases, and people who left, do not come with register files.
  { of: /./, condition: /c\.decided_on|k\.household_id|p\.valid_to/ },
];

test.each(FIGURES.filter(({ id }) => Object.hasOwn(RECKONED, id)))(
  '$id: every condition counts',
  async (definition) => {
    const left = await unnoticed(definition);
    const isTold = (name: string) =>
      !UNTOLD.some(({ of, condition }) => of.test(definition.id) && condition.test(name));
    expect(left.filter(isTold)).toEqual([]);
  },
);
