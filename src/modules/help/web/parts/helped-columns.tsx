// Columns that say which household a row speaks of, in the lists of gaps and visits.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { DANGER_NAMES, DANGERS } from '../../../process/domain/words.ts';
import type { GapItem, VisitDueItem } from '../api.ts';
import { DangerTag } from './help-words.tsx';

type Helped = GapItem | VisitDueItem;

/** `spare`: columns shown only once chosen, where the list has more to say. */
export function householdColumns<Row extends Helped>(...spare: string[]): ListColumn<Row>[] {
  const columns: ListColumn<Row>[] = [
    { key: 'head', title: '户主', render: ({ headName }) => headName || UNKNOWN, width: 90, always: true },
    { key: 'number', title: '户编号', render: ({ householdNumber }) => householdNumber, width: 120 },
    { key: 'members', title: '人口', render: ({ memberCount }) => formatCount(memberCount), width: 60, align: 'right' },
    { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
    { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName || UNKNOWN, width: 112 },
    { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName || UNKNOWN, width: 150 },
  ];
  return columns.map((column) => (spare.includes(column.key) ? { ...column, spare: true } : column));
}

export function dangerColumn<Row extends Helped>(): ListColumn<Row> {
  return { key: 'danger', title: '风险等级', render: ({ danger }) => <DangerTag danger={danger} />, width: 84 };
}

export function responsibleColumn<Row extends Helped>(): ListColumn<Row> {
  return { key: 'responsible', title: '帮扶责任人', render: ({ responsible }) => responsible || '未确定', width: 100 };
}

export const DANGER_FILTER = {
  kind: 'choice' as const,
  key: 'danger',
  label: '风险等级',
  choices: DANGERS.map((value) => ({ value, label: DANGER_NAMES[value] })),
};

export const NAME_FILTER = { kind: 'text' as const, key: 'text', label: '户', placeholder: '户主姓名或户编号' };
