// The phone's copy of its villages: how an answer of `field.pull` changes it, and what screens look up in it.

import type { UnsettledItem } from './items.ts';
import type { PhoneData } from './phone-data.ts';

export type PhoneAnswer = PhoneData & { epoch: string; token: string; unsettled: UnsettledItem[] };
export type PhoneCopy = Omit<PhoneAnswer, 'whole' | 'present' | 'wipe' | 'unsettled'>;

export type PhoneHousehold = PhoneData['households'][number];
export type PhoneCase = PhoneData['cases'][number];
export type PhoneRow = PhoneData['registers'][string][number];
export type PhoneJob = NonNullable<PhoneData['jobs']>[number]['rows'][number];
type HouseholdKey = { countyCode: number; id: number };

export const keyText = ({ countyCode, id }: HouseholdKey) => `${countyCode}-${id}`;
const ofHousehold = ({ countyCode, householdId }: { countyCode: number; householdId: number }) =>
  keyText({ countyCode, id: householdId });

/** What another version of the program laid down, with what that one did not know of left empty: it is worked with until the next pull. */
export function copyOf(kept: Partial<PhoneCopy> & Pick<PhoneCopy, 'account' | 'settings' | 'token'>): PhoneCopy {
  return {
    ...{ epoch: '', today: '', operations: [], villages: [], households: [], members: [], incomes: [], cases: [] },
    ...{ warnings: [], measures: [], activations: [], issues: [], registers: {} },
    ...kept,
  };
}

/** Rows replace those of their key; of a kind that `present` lists, what is not listed is gone. */
function mergeRows<Row>(
  old: readonly Row[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  present?: readonly string[],
  presentOf: (row: Row) => string = keyOf,
): Row[] {
  const byKey = new Map(old.map((row) => [keyOf(row), row]));
  for (const row of rows) byKey.set(keyOf(row), row);
  const all = [...byKey.values()];
  if (!present) return all;
  const mine = new Set(present);
  return all.filter((row) => mine.has(presentOf(row)));
}

/** The copy after an answer; the old one is not changed. */
export function applyPull(
  old: PhoneCopy | undefined,
  { whole, present, wipe: _wipe, unsettled: _unsettled, ...answer }: PhoneAnswer,
): PhoneCopy {
  if (whole || !old) return answer;
  const registers = { ...old.registers };
  for (const [code, rows] of Object.entries(answer.registers))
    registers[code] = mergeRows(registers[code] ?? [], rows, keyText, present[`register:${code}`]);
  for (const code of Object.keys(registers)) {
    const mine = present[`register:${code}`];
    if (mine && !(code in answer.registers)) registers[code] = mergeRows(registers[code] ?? [], [], keyText, mine);
  }
  return {
    ...answer,
    households: mergeRows(old.households, answer.households, keyText, present.household),
    members: mergeRows(old.members, answer.members, keyText, present.member),
    incomes: mergeRows(
      old.incomes,
      answer.incomes,
      (row) => `${ofHousehold(row)}-${row.year}`,
      present.income,
      ofHousehold,
    ),
    cases: mergeRows(old.cases, answer.cases, keyText, present.case),
    warnings: mergeRows(old.warnings, answer.warnings, keyText, present.warning),
    measures: mergeRows(old.measures, answer.measures, keyText, present.measure),
    activations: mergeRows(
      old.activations,
      answer.activations,
      ({ number, household }) => `${number}/${keyText(household)}`,
      present.activation,
    ),
    issues: mergeRows(old.issues, answer.issues, keyText, present.issue),
    comparisons: answer.comparisons ?? old.comparisons,
    jobs: mergeRows(old.jobs ?? [], answer.jobs ?? [], ({ villageCode }) => String(villageCode)),
    sweep: answer.sweep ?? old.sweep,
    registers,
    picks: answer.picks ?? old.picks,
  };
}

/** `seen`: households whose visit of a round waits in the outbox. */
export type HouseholdFilter = { text: string; group: HouseholdGroup; seen?: ReadonlySet<string> };

/** How a village is looked through; `all` first. */
export const GROUP_NAMES = {
  all: '全部',
  watched: '监测中',
  'to-do': '有任务',
  round: '本轮待查',
  doubted: '有疑点',
  lifted: '脱贫户',
  'not-visited': '久未走访',
} as const;
export type HouseholdGroup = keyof typeof GROUP_NAMES;

const NOT_VISITED_DAYS = 90;
const NOBODY: ReadonlySet<string> = new Set();

/** Households of the group whose name, initials or number begin with or hold the text; those that have work first. */
export function findHouseholds(copy: PhoneCopy, { text, group, seen = NOBODY }: HouseholdFilter): PhoneHousehold[] {
  const wanted = text.trim().toLowerCase();
  const toVisit = new Set(copy.sweep?.visits.map(({ household }) => keyText(household)));
  const doubted = new Set(copy.issues.map(ofHousehold));
  const busy = new Set([...copy.cases, ...copy.warnings].map(ofHousehold));
  const fits = (each: PhoneHousehold) =>
    wanted === '' ||
    each.headName.includes(wanted) ||
    each.initials.toLowerCase().startsWith(wanted) ||
    each.number.toLowerCase().endsWith(wanted);
  const inGroup: Record<HouseholdGroup, (each: PhoneHousehold) => boolean> = {
    all: () => true,
    watched: ({ monitoringCategory, riskCleared }) => monitoringCategory !== undefined && riskCleared !== true,
    'to-do': (each) => busy.has(keyText(each)),
    round: (each) => toVisit.has(keyText(each)) && !seen.has(keyText(each)),
    doubted: (each) => doubted.has(keyText(each)),
    lifted: ({ kind }) => kind === 'lifted',
    'not-visited': ({ lastVisitOn }) =>
      lastVisitOn === undefined || daysBetween(lastVisitOn, copy.today) > NOT_VISITED_DAYS,
  };
  return copy.households
    .filter((each) => inGroup[group](each) && fits(each))
    .sort((a, b) => Number(busy.has(keyText(b))) - Number(busy.has(keyText(a))) || a.number.localeCompare(b.number));
}

/** Whole days between two days `yyyy-mm-dd`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What is known of one household. */
export function householdOf(copy: PhoneCopy, key: string) {
  const household = copy.households.find((each) => keyText(each) === key);
  if (!household) return undefined;
  const isOf = (row: { countyCode: number; householdId: number }) => ofHousehold(row) === key;
  return {
    household,
    village: copy.villages.find(({ code }) => code === household.villageCode),
    members: copy.members.filter(isOf),
    incomes: copy.incomes.filter(isOf).sort((a, b) => b.year - a.year),
    cases: copy.cases.filter(isOf),
    warnings: copy.warnings.filter(isOf),
    measures: copy.measures.filter(isOf),
    activations: copy.activations.filter((each) => keyText(each.household) === key),
    sweepVisits: copy.sweep?.visits.filter((each) => keyText(each.household) === key) ?? [],
    issues: copy.issues.filter(isOf),
    comparison: copy.comparisons?.find((each) => keyText(each) === key),
    rechecks: copy.sweep?.rechecks.filter((each) => keyText(each.household) === key) ?? [],
  };
}
export type HouseholdView = NonNullable<ReturnType<typeof householdOf>>;
