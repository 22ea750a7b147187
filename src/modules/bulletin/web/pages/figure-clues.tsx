// The clues behind a number of the bulletin.

import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { CHANNEL_NAMES, CHANNELS } from '../../../clues/domain/words.ts';
import { clues as cluesApi } from '../../../clues/web/api.ts';
import type { ClueItem } from '../../../clues/web/index.ts';
import { figureCluesSearch } from '../searches.ts';

const STATES: Record<ClueItem['state'], string> = { open: '待处理', linked: '已立案', dismissed: '不立案' };

const FILTERS: ListFilter[] = [
  { kind: 'days', key: 'from', endKey: 'to', label: '收到日期' },
  {
    kind: 'choice',
    key: 'channel',
    label: '渠道',
    choices: CHANNELS.map((value) => ({ value, label: CHANNEL_NAMES[value] })),
  },
  {
    kind: 'choice',
    key: 'figure',
    label: '处理情况',
    choices: [
      { value: 'handled', label: '已处理' },
      { value: 'received', label: '全部' },
    ],
  },
];

const COLUMNS: ListColumn<ClueItem>[] = [
  { key: 'received', title: '收到日期', render: ({ receivedOn }) => receivedOn, width: 110, always: true },
  { key: 'person', title: '户主或申报人', render: ({ personName }) => personName || UNKNOWN, width: 120, always: true },
  { key: 'number', title: '户编号', render: ({ householdNumber }) => householdNumber ?? UNKNOWN, width: 150 },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 130 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 160 },
  { key: 'channel', title: '渠道', render: ({ channel }) => CHANNEL_NAMES[channel], width: 160 },
  { key: 'state', title: '处理情况', render: ({ state }) => STATES[state], width: 90 },
  { key: 'account', title: '登记人', render: ({ accountName }) => accountName || UNKNOWN, width: 100 },
];

export function FigureCluesPage() {
  return (
    <ListPage
      id="bulletin.figure-clues"
      title="线索明细"
      unit="条"
      search={figureCluesSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={cluesApi.query.clues.key()}
      fetch={({ cursor, figure = 'received', channel, from, to }, area, signal) =>
        cluesApi.client.clues({ figure, channel, from, to, cursor, area }, { signal })
      }
      onExport={({ figure = 'received', channel, from, to }, area) =>
        download('clues/export', { figure, channel, from, to, area }, '线索明细.xlsx')
      }
    />
  );
}
