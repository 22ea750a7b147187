// Papers of a round by their names: progress by village, lists, visits, key groups, rechecks, the report.

import { type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { dayTextWords } from '../../../kernel/papers/wording.ts';
import { openOf, ratesOf, type SweepCounts } from './coverage.ts';
import {
  FIVE_LISTS,
  SWEEP_FORMS,
  SWEEP_LISTS,
  type SweepForm,
  type SweepList,
  VISIT_MODES,
  VISIT_RESULTS,
  type VisitMode,
  type VisitResult,
} from './words.ts';

type Counts = SweepCounts & {
  late: number;
  clues: number;
  deptIssues: number;
  dataIssues: number;
  unreliable: number;
  townships: number;
  confirmed: number;
};
export type PrintedBoard = {
  round: { name: string; startsOn: string; endsOn: string };
  asOf: string;
  area: { name: string };
  total: Counts;
  areas: readonly (Counts & { name: string })[];
  lists: readonly { list: SweepList; items: number; done: number }[];
  fields: readonly { title: string; differing: number }[];
};
export type PrintedItem = {
  townshipName: string;
  villageName: string;
  number: string;
  headName: string;
  members: number;
  lists: readonly SweepList[];
  reasons: readonly string[];
  visitedOn?: string | undefined;
  mode?: VisitMode | undefined;
  result?: VisitResult | undefined;
  visitors?: string | undefined;
};
export type PrintedRecheck = {
  townshipName: string;
  villageName: string;
  number: string;
  headName: string;
  checkedOn?: string | undefined;
  checker?: string | undefined;
  differing?: readonly string[] | undefined;
};

const count = (title: string, share = 8): Column => ({ title, share, align: 'right', number: true });
const left = (title: string, share: number): Column => ({ title, share });
const percent = (ratio: number | undefined) => (ratio === undefined ? '' : `${(ratio / 100).toFixed(2)}%`);

const line = (name: string, one: Counts): string[] => {
  const rates = ratesOf(one);
  return [
    ...[name, String(one.items), String(one.done), String(one.away), String(one.notMet), String(openOf(one))],
    ...[
      percent(rates.covered),
      percent(rates.coveredOfAll),
      percent(rates.met),
      String(one.clues),
      percent(rates.errors),
    ],
  ];
};

function villages({ areas, total }: PrintedBoard): OfficialDocument['blocks'] {
  return [
    {
      kind: 'table',
      columns: [
        left('地区', 14),
        ...['应查（户）', '已查（户）', '整户在外（户）', '未见到（户）', '未完成（户）'].map((title) => count(title)),
        count('覆盖率', 9),
        count('含在外覆盖率', 9),
        count('见面率', 9),
        count('线索（条）', 7),
        count('差错率', 7),
      ],
      rows: [...areas.map((one) => line(one.name, one)), line('合计', total)],
    },
  ];
}

function lists(own: PrintedBoard['lists']): OfficialDocument['blocks'] {
  return [
    {
      kind: 'table',
      columns: [left('清单', 30), count('应查（户）', 20), count('已查（户）', 20), count('未查（户）', 20)],
      rows: own.map(({ list, items, done }) => [SWEEP_LISTS[list], String(items), String(done), String(items - done)]),
    },
    paragraph('同一户可以在几份清单上，只核查一次；各清单的户数相加大于应查户数。'),
  ];
}

function visits(items: readonly PrintedItem[]): OfficialDocument['blocks'] {
  return [
    {
      kind: 'table',
      columns: [
        ...[
          left('苏木乡镇', 11),
          left('嘎查村', 11),
          left('户编号', 12),
          left('户主', 8),
          count('人口', 5),
          left('清单', 14),
        ],
        ...[left('核查日期', 10), left('方式', 7), left('结论', 11), left('核查人', 11)],
      ],
      rows: items.map((one) => [
        ...[one.townshipName, one.villageName, one.number, one.headName, String(one.members)],
        ...[one.lists.map((list) => SWEEP_LISTS[list]).join('、'), one.visitedOn ?? ''],
        ...[one.mode ? VISIT_MODES[one.mode] : '', one.result ? VISIT_RESULTS[one.result] : '', one.visitors ?? ''],
      ]),
    },
    { kind: 'signatures', lines: [{ label: '核查人' }, { label: '核查人' }, { label: '嘎查村负责人' }] },
  ];
}

function keyGroups(items: readonly PrintedItem[]): OfficialDocument['blocks'] {
  return [
    {
      kind: 'table',
      columns: [
        left('苏木乡镇', 14),
        left('嘎查村', 14),
        left('户编号', 14),
        left('户主', 10),
        count('人口', 6),
        left('入选依据', 20),
        left('核查日期', 10),
        left('结论', 12),
      ],
      rows: items.map((one) => [
        ...[one.townshipName, one.villageName, one.number, one.headName, String(one.members), one.reasons.join('、')],
        ...[one.visitedOn ?? '', one.result ? VISIT_RESULTS[one.result] : ''],
      ]),
    },
  ];
}

function rechecks({ fields }: PrintedBoard, rows: readonly PrintedRecheck[]): OfficialDocument['blocks'] {
  return [
    {
      kind: 'table',
      columns: [
        left('苏木乡镇', 16),
        left('嘎查村', 16),
        left('户编号', 16),
        left('户主', 12),
        left('复核日期', 14),
        left('复核人', 12),
        left('结果', 14),
      ],
      rows: rows.map((one) => [
        ...[one.townshipName, one.villageName, one.number, one.headName, one.checkedOn ?? '', one.checker ?? ''],
        one.differing === undefined ? '' : one.differing.length > 0 ? `${one.differing.length} 项不一致` : '一致',
      ]),
    },
    ...(fields.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [left('项目', 60), count('不一致（户）', 40)],
            rows: fields.map(({ title, differing }) => [title, String(differing)]),
          },
        ]
      : []),
  ];
}

function report(board: PrintedBoard): OfficialDocument['blocks'] {
  const { round, total, area, fields } = board;
  const rates = ratesOf(total);
  const most = fields.slice(0, 3).map(({ title }) => title);
  return [
    { kind: 'heading', text: '开展情况' },
    paragraph(
      `${round.name}自 ${dayTextWords(round.startsOn)}开始，到 ${dayTextWords(round.endsOn)}结束。${area.name}应查 ${total.items} 户，已查 ${total.done} 户，整户长期在外 ${total.away} 户单列，未见到待补访 ${total.notMet} 户；覆盖率 ${percent(rates.covered)}（含整户在外 ${percent(rates.coveredOfAll)}），见面率 ${percent(rates.met)}。过期核查 ${total.late} 户。`,
    ),
    { kind: 'heading', text: '发现的问题' },
    paragraph(`发现线索 ${total.clues} 户，转部门办理 ${total.deptIssues} 户，数据疑点 ${total.dataIssues} 户。`),
    { kind: 'heading', text: '复核情况' },
    paragraph(
      `复核 ${total.rechecked} 户，不一致 ${total.inconsistent} 户，差错率 ${percent(rates.errors) || '（没有复核）'}${most.length > 0 ? `，不一致较多的是${most.join('、')}` : ''}；应重做的嘎查村 ${total.unreliable} 个。`,
    ),
    ...lists(board.lists),
    ...villages(board),
  ];
}

export type PrintedRows = { items: readonly PrintedItem[]; rechecks: readonly PrintedRecheck[] };

/** One form of a round, of an area. */
export function buildSweepPaper(form: SweepForm, board: PrintedBoard, rows: PrintedRows): OfficialDocument {
  const blocks: Record<SweepForm, () => OfficialDocument['blocks']> = {
    villages: () => villages(board),
    lists: () => lists(board.lists.filter(({ list }) => FIVE_LISTS.includes(list))),
    visits: () => visits(rows.items),
    'key-groups': () => keyGroups(rows.items),
    rechecks: () => rechecks(board, rows.rechecks),
    report: () => report(board),
  };
  const { area, round, asOf } = board;
  return { title: `${area.name}${round.name}${SWEEP_FORMS[form]}（${dayTextWords(asOf)}）`, blocks: blocks[form]() };
}
