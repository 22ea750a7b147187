// 没有结对的地区: counties or villages that nobody helps, with who lives there.

import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { DESIGNATION_NAMES } from '../../../regions/domain/designations.ts';
import { wordOf } from '../../domain/pairing-words.ts';
import { pairing, type UnhelpedLine } from '../api.ts';
import { unhelpedSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  {
    ...{ kind: 'choice', key: 'level', label: '层级' },
    choices: [
      { value: 'county', label: '旗县' },
      { value: 'village', label: '嘎查村' },
    ],
  },
  { kind: 'tick', key: 'key', label: '只看重点帮扶旗县' },
];

const COLUMNS: ListColumn<UnhelpedLine>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 180, always: true },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName, width: 150 },
  {
    ...{ key: 'titles', title: '旗县称号', width: 320 },
    render: ({ titles }) => titles.map((title) => wordOf(DESIGNATION_NAMES, title)).join('、'),
  },
  { key: 'households', title: '农牧户', render: (row) => formatCount(row.households), width: 100, align: 'right' },
  { key: 'monitored', title: '监测中（户）', render: (row) => formatCount(row.monitored), width: 110, align: 'right' },
  { key: 'ended', title: '上一个结束于', render: ({ lastEndedOn }) => lastEndedOn ?? '从未结对', width: 130 },
];

export function UnhelpedPage() {
  const { setArea } = useArea();
  return (
    <ListPage
      id="pairing.unhelped"
      title="没有结对的地区"
      unit="个"
      search={unhelpedSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ code }) => code}
      queryKey={pairing.query.unhelped.key()}
      fetch={({ sort: _sort, key, ...asked }, area, signal) =>
        pairing.client.unhelped({ ...asked, area, key: key ? 'true' : undefined }, { signal })
      }
      onOpen={({ code }) => setArea(code)}
      emptyHint="当前区域的旗县或嘎查村都有结对。"
    />
  );
}
