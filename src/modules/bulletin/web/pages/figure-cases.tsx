// The cases behind a number of the bulletin: the list is counted by the same condition as the number.

import { Link, useNavigate } from '@tanstack/react-router';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Deadline } from '../../../../platform/web/detail-page.tsx';
import { download } from '../../../../platform/web/downloads.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { UNKNOWN } from '../../../../platform/web/numbers.ts';
import { caseload } from '../../../caseload/web/api.ts';
import { casePath } from '../../../cases/domain/addresses.ts';
import { CATEGORY_NAMES } from '../../../cases/domain/words.ts';
import type { CaseItem } from '../../../cases/web/index.tsx';
import { CHANNEL_NAMES } from '../../../clues/domain/words.ts';
import { shownNumber } from '../../../households/domain/local-number.ts';
import { STATE_NAMES, TURN_NAMES } from '../../../process/domain/steps.ts';
import { caseFigureWords } from '../parts/figure-heading.ts';
import { figureCasesSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [{ kind: 'days', key: 'from', endKey: 'to', label: '期间' }];

const COLUMNS: ListColumn<CaseItem>[] = [
  {
    key: 'number',
    title: '户编号',
    render: (row) => (
      <Link to={casePath(row)} onClick={(event) => event.stopPropagation()}>
        {shownNumber(row.householdNumber)}
      </Link>
    ),
    width: 140,
    always: true,
  },
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 100, always: true },
  { key: 'county', title: '旗县', render: ({ countyName }) => countyName || UNKNOWN, width: 104, aboveCounty: true },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 130 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 160 },
  { key: 'channel', title: '发现渠道', render: ({ channel }) => CHANNEL_NAMES[channel], width: 150, spare: true },
  { key: 'state', title: '当前环节', render: ({ state }) => STATE_NAMES[state], width: 130 },
  { key: 'turn', title: '由谁办理', render: ({ turn }) => (turn ? TURN_NAMES[turn] : UNKNOWN), width: 100 },
  {
    key: 'category',
    title: '监测对象类别',
    render: ({ category }) => (category ? CATEGORY_NAMES[category] : UNKNOWN),
    width: 130,
  },
  { key: 'opened', title: '发现日期', render: ({ openedOn }) => openedOn, width: 110 },
  { key: 'due', title: '期限', render: ({ dueOn }) => dueOn ?? UNKNOWN, width: 110 },
  {
    key: 'left',
    title: '剩余',
    render: ({ clock, dueOn }) => <Deadline daysLeft={clock?.daysLeft} {...(dueOn ? { date: dueOn } : {})} />,
    width: 100,
  },
];

export function FigureCasesPage() {
  const navigate = useNavigate();
  const { search } = useAddress(figureCasesSearch);
  return (
    <ListPage
      id="bulletin.figure-cases"
      title={`个案明细：${caseFigureWords(search.figure, search.state)}`}
      unit="户"
      search={figureCasesSearch}
      filters={search.figure ? FILTERS : []}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={caseload.query.cases.key()}
      fetch={({ cursor, figure, state, from, to }, area, signal) =>
        caseload.client.cases({ figure, state, from, to, cursor, area }, { signal })
      }
      onOpen={(row) => void navigate({ to: casePath(row) })}
      onExport={({ figure, state, from, to }, area) =>
        download('cases/export', { figure, state, from, to, area }, '个案明细.xlsx')
      }
    />
  );
}
