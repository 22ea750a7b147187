// What was done for the households of the demonstration: measures with money and results, visits; in some cases something is
// missing, so that the lists of gaps and of visits due have something to show.

import { addDays, formatDate, type PlainDate, parseDate, toEpochDays } from '../../../kernel/plain-date.ts';
import type { AuditEntry } from '../../../platform/server/audit.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import { FITTING, isDeveloping, type MeasureClass } from '../../help/domain/measures.ts';
import type { PlannedMeasure } from '../../help/domain/measures-contract.ts';
import { addMeasures, addVisit, changeMeasure, finishMeasure, proposalsOfCase } from '../../help/server/index.ts';
import { DEFAULT_TEMPLATE } from '../../process/domain/process-template.ts';
import type { Danger } from '../../process/domain/words.ts';
import type { DemoHelp } from '../domain/cases/case-stories.ts';

const YUAN: Record<MeasureClass, number> = {
  industry: 12_000,
  employment: 1_500,
  finance: 50_000,
  'public-post': 9_600,
  health: 8_600,
  'compulsory-education': 1_250,
  'other-education': 3_000,
  housing: 38_000,
  water: 4_200,
  comprehensive: 6_480,
  social: 2_000,
  relocation: 60_000,
  'living-conditions': 5_000,
  infrastructure: 20_000,
};

const RESULTS: Record<MeasureClass, string> = {
  industry: '种羊和饲草已发放到户，技术员已上门指导',
  employment: '已参加培训并上岗，交通补助已到账',
  finance: '贷款已发放，贴息已落实',
  'public-post': '已签订协议上岗，工资按月发放',
  health: '住院费用已报销，家庭医生已签约随访',
  'compulsory-education': '已返校就读，生活补助已到账',
  'other-education': '助学补助已到账',
  housing: '房屋已改造完成，通过验收',
  water: '供水设施已修复，水质检测达标',
  comprehensive: '已纳入保障，首月待遇已发放',
  social: '帮扶单位已送来慰问金和物资',
  relocation: '已搬入新居，旧房已拆除',
  'living-conditions': '棚圈和院落已整修完成',
  infrastructure: '入户路已硬化，可以正常通行',
};

/** Classes that no risk asks for, in turns. */
const MORE: { class: MeasureClass; content: string; unit: string }[] = [
  { class: 'infrastructure', content: '硬化入户道路', unit: '旗交通运输局' },
  { class: 'living-conditions', content: '整修棚圈、改厕', unit: '苏木乡镇人民政府' },
  { class: 'relocation', content: '纳入生态移民搬迁', unit: '旗发展和改革委员会' },
  { class: 'social', content: '帮扶单位结对，节前慰问', unit: '包村帮扶单位' },
];
const MORE_DEVELOPING: typeof MORE = [
  { class: 'finance', content: '申请脱贫人口小额信贷并贴息', unit: '旗金融部门' },
  { class: 'public-post', content: '安排护林员公益岗位', unit: '旗林业和草原局' },
];
const MORE_DAYS = 75;

const FINDINGS = [
  '生活平稳，牲畜无损失，饲草料够用到春天',
  '户主按时服药，复查结果稳定',
  '子女已外出务工，每月有工资寄回',
  '补贴已经到账，对帮扶工作满意',
];

type Told = {
  key: { countyCode: number; id: number };
  index: number;
  help: DemoHelp;
  danger: Danger;
  responsible: string;
  /** From the plan until the way out begins, or today. */
  from: PlainDate;
  until: PlainDate;
};

type Proposed = Awaited<ReturnType<typeof proposalsOfCase>>[number];

/** What answers a risk is left out where the risk is to stay without an answer. */
function fits({ missing }: DemoHelp, measure: Pick<Proposed, 'class' | 'answers'>): boolean {
  if (missing === 'none') return false;
  if (missing === 'risk')
    return !measure.answers && !Object.values(FITTING).some((classes) => classes.includes(measure.class));
  return missing !== 'developing' || !isDeveloping(measure.class);
}

function chooseMeasures(proposals: readonly Proposed[], { index, help, responsible, from }: Told): PlannedMeasure[] {
  const common = { person: responsible, plannedFrom: formatDate(from), policy: '' };
  const more = [MORE[index % MORE.length], MORE_DEVELOPING[index % 4]].flatMap((each) => (each ? [each] : []));
  return [
    ...proposals.map(({ key: _key, ...measure }) => ({ ...common, ...measure })),
    ...more.map((each) => ({ ...common, ...each, dueOn: formatDate(addDays(from, MORE_DAYS)) })),
  ]
    .filter((measure) => fits(help, measure))
    .map((measure, i) => ({ ...measure, moneyFen: YUAN[measure.class] * (80 + ((index + i) % 5) * 10) }));
}

type Doing = { tx: Tx; keys: Keys; audit: AuditEntry[] };

async function keep<Result>({ audit }: Doing, outcome: Promise<Outcome<Result>>): Promise<Result> {
  const { result, audit: entries } = await outcome;
  audit.push(...[entries].flat());
  return result;
}

/** Done where its day has come, but for what is late; of the rest every other one has begun. */
async function followUp(doing: Doing, told: Told, measures: readonly PlannedMeasure[], ids: readonly number[]) {
  const { key, help, from, until } = told;
  const { tx, keys } = doing;
  for (const [i, measure] of measures.entries()) {
    const measureKey = { ...key, measureId: ids[i] ?? 0, version: 1 };
    const due = parseDate(measure.dueOn);
    const isLate = help.missing === 'late' && i === 0;
    if (due <= until && !isLate) {
      const resultOn = formatDate(Math.max(from, addDays(due, -(i % 3) * 4)));
      const result = { ...measureKey, resultOn, result: RESULTS[measure.class], moneyFen: measure.moneyFen };
      await keep(
        doing,
        finishMeasure(tx, keys, result, async () => [], until),
      );
    } else if (i % 2 === 0) {
      const when = { today: until, at: new Date().toISOString() };
      await keep(doing, changeMeasure(tx, keys, { ...measureKey, implementing: true, measure }, when));
    }
  }
}

/** Days of visits: as often as the template wants; the last one long ago, or so that the next is due within the week. */
function visitDays({ from, until, danger, help }: Told): PlainDate[] {
  const every = DEFAULT_TEMPLATE.visitEvery[danger];
  const length = toEpochDays(until) - toEpochDays(from);
  const lastAgo = { kept: 1, soon: Math.max(1, every - 3), missed: every + 6 }[help.visits];
  const days: PlainDate[] = [];
  for (let ago = lastAgo; ago <= length; ago += every) days.unshift(addDays(until, -ago));
  return days;
}

async function visitAll(doing: Doing, told: Told): Promise<void> {
  const { key, index, responsible } = told;
  for (const [i, day] of visitDays(told).entries()) {
    const visit = { ...key, visitedOn: formatDate(day), visitors: [responsible, '巴特尔'], place: '农户家中' };
    const findings = FINDINGS[(index + i) % FINDINGS.length] ?? '';
    await keep(
      doing,
      addVisit(doing.tx, doing.keys, { ...visit, findings }, async () => [], day),
    );
  }
}

export async function giveHelp(tx: Tx, keys: Keys, told: Told): Promise<Outcome<undefined>> {
  const doing: Doing = { tx, keys, audit: [] };
  const measures = chooseMeasures(await proposalsOfCase(tx, keys, told.key, told.from), told);
  if (measures.length > 0) {
    const { ids } = await keep(doing, addMeasures(tx, keys, { ...told.key, measures }, told.from));
    await followUp(doing, told, measures, ids);
  }
  await visitAll(doing, told);
  return { result: undefined, audit: doing.audit };
}
