// Rows of the plan as they are typed, or pasted as a block from Excel: text in every cell until it is read as a measure.

import { formatDate, parseDate } from '../../../kernel/plain-date.ts';
import { readMoney } from '../../../kernel/written-number.ts';
import { type Demand, MEASURE_CLASS_NAMES, MEASURE_CLASSES, type MeasureClass } from './measures.ts';

/** Columns in the order of the table and of a pasted block. */
export const DRAFT_COLUMNS = ['class', 'content', 'unit', 'person', 'plannedFrom', 'dueOn', 'money'] as const;
export type DraftColumn = (typeof DRAFT_COLUMNS)[number];

export const DRAFT_TITLES: Record<DraftColumn, string> = {
  class: '措施类别',
  content: '帮扶内容',
  unit: '责任单位',
  person: '责任人',
  plannedFrom: '开始日期',
  dueOn: '完成期限',
  money: '资金(元)',
};

/** What offices write above such columns. */
const SYNONYMS: Record<DraftColumn, readonly string[]> = {
  class: ['措施类别', '类别', '措施类型', '帮扶类别'],
  content: ['帮扶内容', '措施内容', '内容', '帮扶措施', '具体措施'],
  unit: ['责任单位', '单位', '实施单位'],
  person: ['责任人', '负责人', '联系人'],
  plannedFrom: ['开始日期', '开始时间', '计划开始'],
  dueOn: ['完成期限', '完成时限', '时限', '完成日期', '截止日期', '日期'],
  money: ['资金(元)', '资金(元)', '资金', '金额', '投入资金', '资金投入'],
};

export type MeasureDraft = Record<DraftColumn, string> & { answers?: Demand | undefined; policy?: string | undefined };

export function emptyDraft(plannedFrom: string): MeasureDraft {
  return { class: '', content: '', unit: '', person: '', plannedFrom, dueOn: '', money: '' };
}

export function isEmptyDraft(draft: MeasureDraft): boolean {
  return DRAFT_COLUMNS.every((column) => column === 'plannedFrom' || draft[column].trim() === '');
}

/** The class of its own name, or of the part of it that everybody writes: 产业, 健康, 低保. */
export function readClass(text: string): MeasureClass | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const exact = MEASURE_CLASSES.find((each) => each === wanted || MEASURE_CLASS_NAMES[each] === wanted);
  if (exact) return exact;
  const begun = MEASURE_CLASSES.filter((each) => MEASURE_CLASS_NAMES[each].startsWith(wanted) && wanted.length >= 2);
  return begun.length === 1 ? begun[0] : undefined;
}

/** Cells of a block as Excel copies it: tabs between, a cell with line breaks in quotes. */
export function splitBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  const source = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  for (let i = 0; i < source.length; i++) {
    const character = source.charAt(i);
    if (quoted && character === '"' && source.charAt(i + 1) === '"') {
      cell += '"';
      i++;
    } else if (character === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && character === '\t') endCell();
    else if (!quoted && character === '\n') {
      endCell();
      rows.push([]);
    } else cell += character === '\n' ? ' ' : character;
  }
  endCell();
  return rows;
}

/** Columns named by a first row of headers; undefined where it is no such row. */
function headersOf(first: readonly string[]): (DraftColumn | undefined)[] | undefined {
  const found = first.map((title) => DRAFT_COLUMNS.find((column) => SYNONYMS[column].includes(title)));
  return found.filter(Boolean).length >= 2 ? found : undefined;
}

function written(column: DraftColumn, text: string): string {
  if (column === 'class') return readClass(text) ?? text;
  if (column === 'plannedFrom' || column === 'dueOn') {
    const day = parseDate(text);
    return day === 0 ? text : formatDate(day);
  }
  return text;
}

type Paste = { rows: readonly MeasureDraft[]; at: { row: number; column: DraftColumn }; text: string; today: string };

/** The rows after a block was pasted with its upper left corner on a cell; rows are added where it is longer. */
export function pasteBlock({ rows, at, text, today }: Paste): MeasureDraft[] {
  const block = splitBlock(text);
  const headers = headersOf(block[0] ?? []);
  const columns = headers ?? DRAFT_COLUMNS.slice(DRAFT_COLUMNS.indexOf(at.column));
  const cells = headers ? block.slice(1) : block;
  const result = [...rows];
  cells.forEach((line, i) => {
    const changed = { ...(result[at.row + i] ?? emptyDraft(today)) };
    line.forEach((value, j) => {
      const column = columns[j];
      if (column) changed[column] = written(column, value);
    });
    result[at.row + i] = changed;
  });
  return result;
}

export type ReadMeasure = {
  class: MeasureClass;
  answers?: Demand | undefined;
  content: string;
  unit: string;
  person: string;
  plannedFrom: string;
  dueOn: string;
  moneyFen: number;
  policy: string;
};

export type DraftReading = { measure?: ReadMeasure; problems: Partial<Record<DraftColumn, string>> };

/** A row as a measure, or what has to be mended in it, cell by cell. */
export function readDraft(draft: MeasureDraft): DraftReading {
  const measureClass = readClass(draft.class);
  const from = parseDate(draft.plannedFrom.trim());
  const due = parseDate(draft.dueOn.trim());
  const money = draft.money.trim() === '' ? { fen: 0 } : readMoney(draft.money);
  const content = draft.content.trim();
  const unit = draft.unit.trim();
  const problems: DraftReading['problems'] = {
    ...(measureClass
      ? {}
      : { class: draft.class ? `没有“${draft.class}”这一类别，请从 14 类中选择` : '请选择措施类别' }),
    ...(content.length >= 2 ? {} : { content: '请填写帮扶内容' }),
    ...(unit ? {} : { unit: '请填写责任单位' }),
    ...(from ? {} : { plannedFrom: '请填写日期，例如 2022-06-01' }),
    ...(due ? (from && due < from ? { dueOn: '完成期限早于开始日期' } : {}) : { dueOn: '请填写日期，例如 2022-06-30' }),
    ...(money.fen === undefined ? { money: money.fault } : {}),
  };
  if (Object.keys(problems).length > 0 || !measureClass || money.fen === undefined) return { problems };
  return {
    problems,
    measure: {
      class: measureClass,
      ...(draft.answers ? { answers: draft.answers } : {}),
      content,
      unit,
      person: draft.person.trim(),
      plannedFrom: formatDate(from),
      dueOn: formatDate(due),
      moneyFen: money.fen,
      policy: draft.policy ?? '',
    },
  };
}
