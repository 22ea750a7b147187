// The list of clues as a workbook. What a clue tells is free text: numbers of IDs and phones in it are masked.

import { hideNumbers } from '../../../kernel/hide-numbers.ts';
import { READERS } from '../../../kernel/operation.ts';
import { dayOn } from '../../../platform/server/clock.ts';
import { rawRoute } from '../../../platform/server/http/raw-route.ts';
import { type FileColumn, listFile, ROWS_AT_ONCE } from '../../../platform/server/lists/list-file.ts';
import { shownNumber } from '../../households/domain/local-number.ts';
import { exportHead, listHead, rangeAsked } from '../../regions/server/index.ts';
import { type ClueFilter, clueFilter } from '../domain/clue-filter.ts';
import { CHANNEL_NAMES, CLUE_STATE_NAMES } from '../domain/words.ts';
import type { CluesHooks } from './hooks.ts';
import { listClues } from './list-clues.ts';

type ClueRow = Awaited<ReturnType<typeof listClues>>['items'][number];

const CLUE_COLUMNS: FileColumn<ClueRow>[] = [
  { title: '发现日期', kind: 'date', of: ({ receivedOn }) => receivedOn },
  { title: '户主', kind: 'text', width: 12, of: ({ personName }) => personName },
  { title: '线索内容', kind: 'text', width: 48, of: ({ text }) => hideNumbers(text) },
  { title: '旗县', kind: 'text', of: ({ countyName }) => countyName, aboveCounty: true },
  { title: '苏木乡镇', kind: 'text', of: ({ townshipName }) => townshipName },
  { title: '嘎查村', kind: 'text', of: ({ villageName }) => villageName },
  { title: '渠道', kind: 'text', of: ({ channel }) => CHANNEL_NAMES[channel] },
  { title: '状态', kind: 'text', width: 10, of: ({ state }) => CLUE_STATE_NAMES[state] },
  { title: '登记人', kind: 'text', width: 12, of: ({ accountName }) => accountName || '农户自主申报' },
  {
    ...{ title: '户编号', kind: 'text' },
    of: ({ householdNumber }) => (householdNumber === undefined ? null : shownNumber(householdNumber)),
  },
];

/** What was filtered, as the screen calls it. */
function clueWords({ state, channel, figure }: ClueFilter): string[] {
  return [
    state && CLUE_STATE_NAMES[state],
    channel && CHANNEL_NAMES[channel],
    figure === 'handled' ? '已处理' : undefined,
  ].filter((words) => words !== undefined);
}

/** The list of clues as a workbook. */
export const exportClues = (hooks: CluesHooks) =>
  rawRoute({
    meta: { name: 'clues.export', roles: READERS, writes: false, offline: false, heavy: true, quota: 'export' },
    method: 'GET',
    path: '/clues/export',
    input: clueFilter,
    answer: async ({ db, actor, services }, filter) => {
      return db.write(actor, undefined, async (tx) => {
        const range = await rangeAsked(tx, filter.area);
        return listFile(tx, {
          ...{ operation: 'clues.export', name: '线索', columns: CLUE_COLUMNS, filter, range },
          head: await exportHead(tx, listHead('线索', dayOn(services.clock), filter, clueWords(filter))),
          page: (cursor) =>
            listClues(tx, { keys: services.keys, hooks, range }, filter, { cursor, limit: ROWS_AT_ONCE }),
        });
      });
    },
  });
