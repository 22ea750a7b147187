// Columns of cases, wherever they are listed.

import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { formatCount, formatDay, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { TURN_NAMES } from '../../../process/domain/steps.ts';
import { DANGER_NAMES } from '../../../process/domain/words.ts';
import { CATEGORY_NAMES } from '../../domain/words.ts';
import type { CaseItem } from '../types.ts';
import { CaseStateTag, ClockWords, MarkTags, risksText } from './words.tsx';

export const CASE_COLUMNS: ListColumn<CaseItem>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName || UNKNOWN, width: 84, always: true, fixed: 'left' },
  { key: 'due', title: '期限', render: (item) => <ClockWords item={item} />, width: 128, always: true, fixed: 'left' },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName || UNKNOWN, width: 112 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName || UNKNOWN, width: 140 },
  { key: 'state', title: '环节', render: ({ state }) => <CaseStateTag state={state} />, width: 112, always: true },
  {
    key: 'turn',
    title: '办理层级',
    render: ({ turn }) => (turn ? TURN_NAMES[turn] : UNKNOWN),
    width: 92,
  },
  {
    key: 'category',
    title: '类别',
    render: ({ category }) => (category ? CATEGORY_NAMES[category] : UNKNOWN),
    width: 124,
  },
  { key: 'responsible', title: '责任人', render: ({ responsible }) => responsible || UNKNOWN, width: 90 },
  {
    key: 'marks',
    title: '标记',
    render: ({ emergency, paused }) => <MarkTags emergency={emergency} paused={paused} />,
    width: 128,
  },
  {
    key: 'number',
    title: '户编号',
    render: ({ householdNumber }) => shownNumber(householdNumber),
    width: 118,
    spare: true,
  },
  {
    key: 'members',
    title: '人口',
    render: ({ memberCount }) => formatCount(memberCount),
    width: 60,
    align: 'right',
    spare: true,
  },
  { key: 'risks', title: '风险类型', render: ({ risks }) => risksText(risks), width: 150, spare: true },
  {
    key: 'danger',
    title: '风险等级',
    render: ({ danger }) => (danger ? DANGER_NAMES[danger] : UNKNOWN),
    width: 84,
    spare: true,
  },
  { key: 'channel', title: '渠道', render: ({ channel }) => CHANNEL_NAMES[channel], width: 150, spare: true },
  { key: 'opened', title: '立案日期', render: ({ openedOn }) => formatDay(openedOn), width: 106, spare: true },
  { key: 'cleared', title: '消除日期', render: ({ clearedOn }) => formatDay(clearedOn), width: 106, spare: true },
];

/** For short lists on other pages. */
export function columnsNamed(...keys: string[]): ListColumn<CaseItem>[] {
  return keys.flatMap((key) => CASE_COLUMNS.filter((column) => column.key === key));
}

/** Marks what is late or due today; what nobody has to do anything about is quiet. */
export function toneOfRow({ clock, turn }: CaseItem): 'red' | 'orange' | 'quiet' | undefined {
  if (clock?.tone === 'late') return 'red';
  if (clock?.tone === 'today') return 'orange';
  return turn === undefined ? 'quiet' : undefined;
}
