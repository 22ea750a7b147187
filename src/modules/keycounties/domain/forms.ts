// The forms of registers §9 as papers: key counties, policies in their favour, specialists, what they did, and who is paired with whom.

import { BLANK, type Column, type OfficialDocument, paragraph } from '../../../kernel/papers/model.ts';
import { amountWords, dayTextWords } from '../../../kernel/papers/wording.ts';
import { PAIRING_KINDS, type PairingKind } from '../../pairing/domain/pairing-words.ts';
import { DESIGNATION_NAMES, type Designation } from '../../regions/domain/designations.ts';
import { SERVICE_FORMS } from './registers/specialist-service-register.ts';

export const FORMS = ['counties', 'favours', 'specialists', 'services', 'pairs'] as const;
export type Form = (typeof FORMS)[number];
export const FORM_NAMES: Record<Form, string> = {
  counties: '重点帮扶旗县基本情况表',
  favours: '倾斜政策落实清单',
  specialists: '科技特派员名册',
  services: '服务日志',
  pairs: '双包联台账',
};

/** What a specialist did on a day. */
export type ServiceRow = {
  servedOn: string;
  name: string;
  place: string;
  form: keyof typeof SERVICE_FORMS;
  content: string;
  people?: number;
  result?: string;
};

type Cell = string | number | undefined;
export type FormRows = {
  counties: readonly {
    name: string;
    titles: readonly Designation[];
    plan?: string;
    leaders: number;
    soes: number;
    firms: number;
    specialists: number;
    planned: number;
    serviceDays: number;
    clauses: number;
    clausesDone: number;
    amountFen: number;
  }[];
  favours: readonly {
    name: string;
    documentTitle: string;
    clauseNo: string;
    gist: string;
    deeds: number;
    amountFen: number;
    lastOn?: string;
  }[];
  specialists: readonly {
    countyName: string;
    team?: string;
    name: string;
    unit?: string;
    title?: string;
    profession?: string;
    industry?: string;
    postedOn: string;
    days: number;
  }[];
  services: readonly ServiceRow[];
  pairs: readonly {
    countyName: string;
    kind: PairingKind;
    helper: string;
    startedOn: string;
    documentNo?: string;
    deeds: number;
    moneyFen: number;
  }[];
};

const left = (title: string, share: number): Column => ({ title, share });
const right = (title: string, share = 8): Column => ({ title, share, align: 'right', number: true });
/** Fen in 万元. */
const wan = (fen: number) => (fen === 0 ? BLANK : amountWords(Math.round(fen / 10_000)));

type Table<F extends Form> = { columns: Column[]; row: (one: FormRows[F][number]) => Cell[]; note: string };

const TABLES: { [F in Form]: Table<F> } = {
  counties: {
    columns: [
      left('旗县', 10),
      left('称号', 18),
      left('实施方案', 18),
      ...['联系领导（人）', '包联国企（家）', '民营企业（家）', '特派员（人）', '核定（人）', '服务（人天）'].map(
        (title) => right(title),
      ),
      ...['倾斜政策（项）', '已落实（项）', '落实资金（万元）'].map((title) => right(title)),
    ],
    row: (one) => [
      ...[one.name, one.titles.map((title) => DESIGNATION_NAMES[title]).join('、'), one.plan],
      ...[one.leaders, one.soes, one.firms, one.specialists, one.planned, one.serviceDays, one.clauses],
      ...[one.clausesDone, wan(one.amountFen)],
    ],
    note: '领导、企业、特派员去重计数，帮几个旗县的各旗县都计，各行相加可以大于合计。',
  },
  favours: {
    columns: [
      ...[left('旗县', 10), left('文件', 22), left('条号', 8), left('要点', 30)],
      ...[right('落实（次）'), right('资金（万元）', 10), left('最近落实', 12)],
    ],
    row: (one) => [
      ...[one.name, one.documentTitle, one.clauseNo, one.gist, one.deeds, wan(one.amountFen)],
      one.lastOn ?? '未落实',
    ],
    note: '按条款计项，不按文件计件；落实次数和资金为当年截至时点的。',
  },
  specialists: {
    columns: [
      ...[left('旗县', 10), left('特派团', 14), left('姓名', 8), left('派出单位', 18), left('职称', 10)],
      ...[left('专业', 12), left('服务产业', 12), left('选派日期', 12), right('本年服务（天）')],
    ],
    row: (one) => [
      ...[one.countyName, one.team, one.name, one.unit, one.title, one.profession, one.industry],
      ...[one.postedOn, one.days],
    ],
    note: '一人选派到两个旗县的列两行，人数计一人。',
  },
  services: {
    columns: [
      ...[left('服务日期', 12), left('特派员', 8), left('地点', 12), left('形式', 8), left('内容', 30)],
      ...[right('受益（人次）'), left('成果', 22)],
    ],
    row: (one) => [
      ...[one.servedOn, one.name, one.place, SERVICE_FORMS[one.form], one.content, one.people, one.result],
    ],
    note: '最近的 200 条。人次不能换算成人数或户数。',
  },
  pairs: {
    columns: [
      ...[left('旗县', 10), left('类型', 16), left('帮扶方', 24), left('开始日期', 12), left('文号', 16)],
      ...[right('本年帮扶（次）'), right('资金和物资（万元）', 12)],
    ],
    row: (one) => [
      ...[one.countyName, PAIRING_KINDS[one.kind], one.helper, one.startedOn, one.documentNo],
      ...[one.deeds, wan(one.moneyFen)],
    ],
    note: '省级领导只列职务。一家包联几个旗县的各列一行，家数计一家。',
  },
};

export type FormAsked<F extends Form> = { form: F; areaName: string; asOf: string; rows: FormRows[F] };

/** One of the forms, in the layout of official papers. */
export function buildForm<F extends Form>({ form, areaName, asOf, rows }: FormAsked<F>): OfficialDocument {
  const { columns, row, note }: Table<F> = TABLES[form];
  return {
    title: `${areaName}${FORM_NAMES[form]}`,
    blocks: [
      paragraph(`截至${dayTextWords(asOf)}，共 ${rows.length} 行。${note}`),
      { kind: 'table', columns, rows: rows.map((one) => row(one).map((cell) => String(cell ?? BLANK))) },
    ],
  };
}
