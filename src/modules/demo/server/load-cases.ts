// Cases of the demonstration, walked by the same functions as the offices use, with the clock in the past. Every step has a
// request id of its own that is always the same, so an interrupted start goes on where it stopped and repeats nothing.

import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type RawBuilder, sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { formatDate, type PlainDate, parseDate } from '../../../kernel/plain-date.ts';
import { type Actor, systemActor } from '../../../platform/server/actor.ts';
import { keepPhotos, type StoredPhoto } from '../../../platform/server/photos.ts';
import { ACTIONS, type DetailOf, type Kind } from '../../cases/domain/actions.ts';
import { act, type CasesHooks, openOrJoin } from '../../cases/server/index.ts';
import { addClue } from '../../clues/server/index.ts';
import { followComparison } from '../../inquiries/server/index.ts';
import { noteAction } from '../../national/server/index.ts';
import { DEFAULT_TEMPLATE, type ProcessTemplate } from '../../process/domain/process-template.ts';
import { saveCalendarYear, saveTemplate } from '../../process/server/index.ts';
import { CLUE_TEXTS, dangerOf, demoDetail, responsibleOf } from '../domain/cases/case-details.ts';
import { DEMO_STORIES, type DemoStory, ONE_OF_EACH, type Told } from '../domain/cases/case-stories.ts';
import { DEMO_HOLIDAYS } from '../domain/cases/holidays.ts';
import { giveHelp } from './give-help.ts';
import type { Opened } from './opened.ts';
import { drawSignature } from './signature-picture.ts';

const COUNTY = 150923;
/** Where the process differs: working days, notices in the township too, surnames alone, other steps on the way out. */
export const OTHER_COUNTY = 150922;
/** Cases walked side by side. */
const AT_ONCE = 8;
/** Clues nobody has looked at yet. */
const OPEN_CLUES = 6;

const working = (days: number) => ({ days, kind: 'working' as const });

const OTHER_TEMPLATE: ProcessTemplate = {
  ...DEFAULT_TEMPLATE,
  identification: {
    steps: [
      { step: 'verification', term: working(5) },
      { step: 'review', term: working(1) },
      { step: 'notice', term: working(5) },
      { step: 'comparison', term: working(3) },
      { step: 'township-review', term: working(2) },
      { step: 'county-approval', term: working(3) },
      { step: 'announcement', term: working(3) },
      { step: 'recording', term: working(5) },
    ],
    total: working(20),
    noticeLevels: ['village', 'township'],
  },
  clearing: {
    steps: [
      { step: 'verification', term: working(5) },
      { step: 'comparison', term: working(3) },
      { step: 'review', term: working(3) },
      { step: 'notice', term: working(7) },
      { step: 'township-review', term: working(3) },
      { step: 'county-approval', term: working(5) },
      { step: 'announcement', term: working(3) },
    ],
    total: working(40),
    noticeLevels: ['village'],
  },
  stableMonths: 3,
  lookBackMonths: [1, 6],
  noticeName: 'surname',
};

/** In the other county: in every step of its own order. */
const OTHER_STORIES: DemoStory[] = [
  { found: 2, told: [] },
  { found: 6, told: [{ ago: 4, kind: 'verify' }] },
  {
    found: 9,
    told: [
      { ago: 6, kind: 'verify' },
      { ago: 5, kind: 'review' },
      { ago: 4, kind: 'publish' },
    ],
  },
  {
    // Long enough for five working days whatever holidays lie between.
    found: 30,
    told: [
      { ago: 27, kind: 'verify' },
      { ago: 26, kind: 'review' },
      { ago: 26, kind: 'publish' },
      { ago: 25, kind: 'publish', change: { level: 'township', place: '苏木乡镇公示栏' }, by: 'township' },
      { ago: 1, kind: 'end-notice' },
    ],
  },
];

export type DemoHousehold = {
  countyCode: number;
  id: number;
  villageCode: number;
  headName: string;
  lifted: boolean;
  members: number;
};
type Staff = Record<'village-worker' | 'township-officer' | 'county-officer', Actor>;
type Helping = { story: DemoStory; step: Told; household: DemoHousehold; index: number };
type Demo = { shouwang: Opened; pictures: string; staffOf: (household: DemoHousehold) => Staff };

function requestIdOf(...parts: (string | number)[]): string {
  const hex = createHash('sha256')
    .update(`demo ${parts.join(' ')}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function momentBefore(ago: number): { day: PlainDate; at: string } {
  const then = new Date(Date.now() - ago * 86_400_000);
  const day = parseDate(then.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
  return { day, at: then.toISOString() };
}

type AccountRow = { id: number; name: string; role: Role; areaCode: number };

const OTHERS: Record<keyof Staff, string> = {
  'village-worker': '苏和',
  'township-officer': '其其格',
  'county-officer': '王建国',
};

/** The accounts of the demonstration where they are at home; elsewhere people of the same offices. */
async function staff({ db }: Opened): Promise<(household: DemoHousehold) => Staff> {
  const accounts = await db.bulkRead((tx) => tx.rows(sql<AccountRow>`select id, name, role, area_code from accounts`));
  const actorOf = (role: keyof Staff, areaCode: number, width: number): Actor => {
    const account = accounts.find((each) => each.role === role && each.areaCode === areaCode);
    const range = { low: areaCode, high: areaCode + width - 1 };
    const name = account?.name ?? OTHERS[role];
    return { ...systemActor(name), accountId: account?.id ?? 0, role, areaCode, range };
  };
  return ({ villageCode, countyCode }) => ({
    'village-worker': actorOf('village-worker', villageCode, 1),
    'township-officer': actorOf('township-officer', Math.floor(villageCode / 1000) * 1000, 1000),
    'county-officer': actorOf('county-officer', countyCode * 1_000_000, 1_000_000),
  });
}

const COLUMNS = sql`county_code, id, village_code, head_name, lifted, members`;

/** Households no warning speaks of; `n` counts those of one `place`. Always the same ones. */
const fitting = (countyCode: number, place: RawBuilder<unknown>) => sql`
      with fit as (
        select h.county_code, h.id, h.village_code, h.head_name, h.kind = 'lifted' as lifted, h.member_count as members,
          row_number() over (partition by ${place} order by h.id) as n, count(*) over (partition by ${place}) as of_place
        from households h
        where h.county_code = ${countyCode} and h.valid_to is null
          and (h.monitoring_category is null or exists (select from cases c where c.household_id = h.id))
          and not exists (select from warnings w where w.county_code = h.county_code and w.household_id = h.id and w.active))`;

/** Households of the village that nothing speaks of: for whoever wants to begin with a family's first day. */
const LEFT_ALONE = 3;

/** Those of the demonstration's village and township first. */
async function chooseHouseholds(
  { db }: Opened,
  countyCode: number,
  village: number,
  count: number,
): Promise<DemoHousehold[]> {
  const township = Math.floor(village / 1000);
  return db.bulkRead((tx) =>
    tx.rows(sql<DemoHousehold>`
      ${fitting(countyCode, sql`h.village_code`)}
      select ${COLUMNS} from fit
      order by n > case when village_code = ${village} then least(26, of_place - ${LEFT_ALONE}) when village_code / 1000 = ${township} then 4 else 1 end,
        village_code = ${village} desc, village_code / 1000 = ${township} desc, id limit ${count}`),
  );
}

/** Who does it: the level named, or the first that may. */
function roleOf({ kind, by }: Told): keyof Staff {
  if (by) return by === 'township' ? 'township-officer' : 'county-officer';
  return (ACTIONS[kind].roles[0] ?? 'county-officer') as keyof Staff;
}

/** Photos of an action, kept as those that arrive by upload. */
async function photosFor({ shouwang, pictures }: Demo, household: DemoHousehold, kind: Kind, seed: number) {
  if (kind !== 'verify') return new Map<string, StoredPhoto>();
  const name = '签名.png';
  const file = path.join(pictures, `${seed}.png`);
  const bytes = drawSignature(seed);
  await writeFile(file, bytes);
  const [photo] = await keepPhotos(shouwang.dataFolder, household.countyCode, [
    { name, path: file, byteSize: bytes.length },
  ]);
  return new Map(photo ? [[requestIdOf('picture', seed), photo]] : []);
}

/** Help goes on until the way out begins, or until today. */
async function help(demo: Demo, caseId: number, { story, step, ...given }: Helping): Promise<void> {
  const { help: how } = story;
  if (step.kind !== 'plan' || !how) return;
  const { household, index } = given;
  const { db, keys } = demo.shouwang;
  const end = story.told.find(({ kind }) => kind === 'start-clearing' || kind === 'move-away');
  const told = {
    ...{ key: { countyCode: household.countyCode, id: caseId }, index, help: how },
    ...{ danger: dangerOf(index), responsible: responsibleOf(index) },
    ...{ from: momentBefore(step.ago).day, until: momentBefore(end?.ago ?? 0).day },
  };
  const worker = demo.staffOf(household)['village-worker'];
  const request = requestIdOf('help', household.countyCode, index);
  await db.write(worker, request, (tx) => giveHelp(tx, keys, told));
}

/** As the program itself does: the list for the national system, the lists for departments. */
const onActed: CasesHooks['onActed'] = async (...acted) => {
  await noteAction(...acted);
  await followComparison(...acted);
};

async function tell(demo: Demo, household: DemoHousehold, story: DemoStory, index: number): Promise<void> {
  const { found, told } = story;
  const { shouwang } = demo;
  const { db, keys } = shouwang;
  const { countyCode } = household;
  const people = demo.staffOf(household);
  const caseId = await openStory(shouwang, people, household, { found, index });
  for (const [i, step] of told.entries()) {
    const now = momentBefore(step.ago);
    const files = await photosFor(demo, household, step.kind, index);
    const known = { on: formatDate(now.day), household, index, files: [...files.keys()] };
    const isClearing = told.slice(0, i).some(({ kind }) => kind === 'start-clearing');
    const detail = { ...demoDetail(step.kind, known, isClearing), ...step.change } as DetailOf<Kind>;
    await db.write(people[roleOf(step)], requestIdOf('step', countyCode, index, i), (tx) =>
      act(
        tx,
        keys,
        { countyCode, id: caseId, kind: step.kind, version: i + 1, detail },
        { now, files: async () => files, hooks: { onActed } },
      ),
    );
    await help(demo, caseId, { story, step, household, index });
  }
}

type Found = { found: number; index: number };

async function addDemoClue(
  { db, keys }: Opened,
  people: Staff,
  household: DemoHousehold,
  { found, index }: Found,
): Promise<number> {
  const now = momentBefore(found);
  const { channel, text } = CLUE_TEXTS[index % CLUE_TEXTS.length] ?? { channel: 'visit', text: '家庭支出较大' };
  const given = { countyCode: household.countyCode, householdId: household.id, channel, receivedOn: now.day, text };
  const request = requestIdOf('clue', household.countyCode, index);
  const clue = await db.write(people['village-worker'], request, (tx) => addClue(tx, keys, given, now.day));
  return clue.id;
}

async function openStory(
  shouwang: Opened,
  people: Staff,
  household: DemoHousehold,
  { found, index }: Found,
): Promise<number> {
  const { countyCode } = household;
  const clueId = await addDemoClue(shouwang, people, household, { found, index });
  const request = requestIdOf('register', countyCode, index);
  const opened = await shouwang.db.write(people['village-worker'], request, (tx) =>
    openOrJoin(tx, shouwang.keys, { countyCode, clueIds: [clueId] }, momentBefore(found)),
  );
  return opened.id;
}

type Cast = { households: readonly DemoHousehold[]; stories: readonly DemoStory[]; first: number };

async function tellAll(demo: Demo, { households, stories, first }: Cast): Promise<void> {
  const waiting = stories.map((story, i) => ({ story, index: first + i, household: households[i] }));
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      if (next.household) await tell(demo, next.household, next.story, next.index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function saveSettings({ db }: Opened): Promise<void> {
  const region: Actor = { ...systemActor('乌云'), role: 'region-officer' };
  for (const year of DEMO_HOLIDAYS)
    await db.write(region, requestIdOf('calendar', year.year), (tx) => saveCalendarYear(tx, year));
  const from = momentBefore(400);
  const template = {
    regionCode: OTHER_COUNTY * 1_000_000,
    name: '按工作日计算，村、乡两级公示',
    effectiveFrom: formatDate(from.day),
    definition: OTHER_TEMPLATE,
  };
  await db.write(region, requestIdOf('template'), (tx) => saveTemplate(tx, template, from.day));
}

/** Walks a case through each story, by the people of its village, township and county; numbered from `first` in its county. */
export async function tellStories(
  shouwang: Opened,
  households: readonly DemoHousehold[],
  stories: readonly DemoStory[],
  first = 0,
): Promise<void> {
  const pictures = await mkdtemp(path.join(shouwang.dataFolder, 'demo-pictures-'));
  try {
    await tellAll({ shouwang, pictures, staffOf: await staff(shouwang) }, { households, stories, first });
  } finally {
    await rm(pictures, { recursive: true, force: true });
  }
}

/** In the county's other townships, one after the other. */
async function chooseElsewhere({ db }: Opened, village: number, count: number): Promise<DemoHousehold[]> {
  return db.bulkRead((tx) =>
    tx.rows(sql<DemoHousehold>`
      ${fitting(COUNTY, sql`h.village_code / 1000`)}
      select ${COLUMNS} from fit where village_code / 1000 <> ${Math.floor(village / 1000)}
      order by n, village_code, id limit ${count}`),
  );
}

/** Cases around the village and in the other townships, a county that works otherwise, clues, holidays. Repeated, it changes nothing. */
export async function loadDemoCases(shouwang: Opened, village: number, otherVillage: number): Promise<void> {
  await saveSettings(shouwang);
  const households = mixed(await chooseHouseholds(shouwang, COUNTY, village, DEMO_STORIES.length + OPEN_CLUES));
  await tellStories(shouwang, households, DEMO_STORIES);
  const staffOf = await staff(shouwang);
  for (const [i, household] of households.slice(DEMO_STORIES.length).entries())
    await addDemoClue(shouwang, staffOf(household), household, { found: i, index: DEMO_STORIES.length + i });
  const elsewhere = await chooseElsewhere(shouwang, village, ONE_OF_EACH.length);
  await tellStories(shouwang, elsewhere, ONE_OF_EACH, households.length);
  const others = await chooseHouseholds(shouwang, OTHER_COUNTY, otherVillage, OTHER_STORIES.length);
  await tellStories(shouwang, others, OTHER_STORIES);
}

/** Stories of one kind stand together in the list; their households must not. */
function mixed(households: readonly DemoHousehold[]): DemoHousehold[] {
  const stride = 7;
  const lanes = Array.from({ length: stride }, (_, lane) => households.filter((_each, i) => i % stride === lane));
  return lanes.flat();
}
