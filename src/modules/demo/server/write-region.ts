// Writes demonstration data of the whole region, or of some counties, into a folder: the two registry tables, the
// parameters, ten feeds, and the right answers. One county is in memory at a time.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseDate, yearOf } from '../../../kernel/plain-date.ts';
import { emitCounty } from '../domain/emit-county.ts';
import { createMedicalFeed } from '../domain/medical-feed.ts';
import { type CountyPlan, listRuralVillages, planHouseholds, type RegionRow } from '../domain/plan.ts';
import { makePopulation } from '../domain/population.ts';
import { createRandom, mixSeed } from '../domain/random.ts';
import { HOUSEHOLD_HEADER, householdLine, MEMBER_HEADER, memberLine } from '../domain/registry-rows.ts';
import { DEFAULT_SETTINGS, type DemoSettings, demoParameters, HOUSEHOLDS_AT_SCALE_1 } from '../domain/settings.ts';
import { openFeedFiles } from './feed-files.ts';
import { openLineFile } from './line-file.ts';
import { writeExpectedWarnings } from './write-expected-warnings.ts';

export type GenerateOptions = Partial<Omit<DemoSettings, 'asOf' | 'households'>> & {
  outDir: string;
  /** 1: all 2.9 million households; 0.001 by default. `households` goes before it. */
  scale?: number;
  households?: number;
  /** `2022-05-31` */
  asOf?: string;
  /** Write `truth/`; true by default. */
  truth?: boolean;
  /** Write `truth/warnings.csv` too. By default up to 40,000 households: its evaluator keeps everything in memory. */
  expectedWarnings?: boolean;
  /** The table of regions; the one that comes with the program by default. */
  regionsFile?: string;
};

export type GenerateResult = { households: number; members: number; rows: Record<string, number>; bytes: number };
export type GenerateProgress = { county: number; counties: number; households: number };

const EXPECTED_UP_TO = 40_000;
const REGIONS_FILE = join(import.meta.dirname, '../../../../data/reference/regions.csv');

export function readRegions(path = REGIONS_FILE): RegionRow[] {
  const lines = readFileSync(path, 'utf8').split(/\r?\n/).slice(1);
  return lines.filter(Boolean).map((line) => {
    const [code = '', , level = '', , kind = ''] = line.split(',');
    return { code, level, kind };
  });
}

function settingsOf(options: GenerateOptions): DemoSettings {
  const asOf = options.asOf === undefined ? DEFAULT_SETTINGS.asOf : parseDate(options.asOf);
  if (asOf === 0) throw new Error(`生成演示数据：日期“${options.asOf}”不是有效日期，请写成 2022-05-31 的形式`);
  const households = options.households ?? Math.round((options.scale ?? 0.001) * HOUSEHOLDS_AT_SCALE_1);
  return {
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(
      Object.entries(options).filter(([key, value]) => key in DEFAULT_SETTINGS && value !== undefined),
    ),
    asOf,
    households,
  };
}

function planOf(settings: DemoSettings, options: GenerateOptions): CountyPlan[] {
  const regions = readRegions(options.regionsFile ?? REGIONS_FILE);
  const plans = planHouseholds(listRuralVillages(regions, settings.counties), settings.seed, settings.households);
  if (plans.length === 0) throw new Error('生成演示数据：没有找到所选旗县的嘎查村，请检查旗县代码（六位）');
  return plans;
}

/** Writes the files and tells how much was written. The same options give the same bytes. */
export async function generateRegion(
  options: GenerateOptions,
  onProgress?: (progress: GenerateProgress) => void,
): Promise<GenerateResult> {
  const settings = settingsOf(options);
  const plans = planOf(settings, options);
  const truth = options.truth === false ? undefined : join(options.outDir, 'truth');
  mkdirSync(truth ?? options.outDir, { recursive: true });
  writeFileSync(join(options.outDir, 'parameters.json'), `${JSON.stringify(demoParameters(settings.asOf), null, 1)}\n`);
  const households = openLineFile(join(options.outDir, 'households.csv'));
  const members = openLineFile(join(options.outDir, 'members.csv'));
  households.add(HOUSEHOLD_HEADER);
  members.add(MEMBER_HEADER);
  const feeds = openFeedFiles(options.outDir, truth);
  const medical = createMedicalFeed(createRandom(mixSeed(settings.seed, 37)), settings, feeds.sink);
  const incomeYear = yearOf(settings.asOf) - 1;

  const counties = new Set(plans.map((plan) => plan.county));
  for (const [i, plan] of plans.entries()) {
    const population = makePopulation(plan, counties, settings.seed, settings.asOf);
    for (const household of population.households) {
      households.add(householdLine(household, incomeYear));
      for (const person of household.people) members.add(memberLine(person));
    }
    const villages = plan.villages.map((village) => village.code);
    emitCounty(settings, population, villages, medical, feeds.sink);
    onProgress?.({ county: i + 1, counties: plans.length, households: households.lines - 1 });
    await setImmediate();
  }
  medical.finish();
  households.close();
  members.close();
  await feeds.close();
  if (truth && (options.expectedWarnings ?? settings.households <= EXPECTED_UP_TO))
    await writeExpectedWarnings(options.outDir, settings.asOf);
  return {
    households: households.lines - 1,
    members: members.lines - 1,
    rows: feeds.rows(),
    bytes: households.bytes + members.bytes + feeds.bytes(),
  };
}
