// What a household received and is to receive, for its page.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { casePath } from '../../../cases/domain/addresses.ts';
import { MEASURE_CLASS_NAMES } from '../../domain/measures.ts';
import { help, type ReceivedHelp } from '../api.ts';
import { MeasureStateTag } from './help-words.tsx';

const COLUMNS: ListColumn<ReceivedHelp>[] = [
  { key: 'on', title: '落实日期', render: ({ resultOn }) => resultOn ?? UNKNOWN, width: 106 },
  { key: 'class', title: '措施类别', render: (row) => MEASURE_CLASS_NAMES[row.class], width: 120 },
  { key: 'content', title: '帮扶内容与结果', render: ({ content, result }) => result ?? content, width: 320 },
  { key: 'unit', title: '责任单位', render: ({ unit }) => unit, width: 130 },
  { key: 'money', title: '资金（元）', render: ({ moneyFen }) => formatMoney(moneyFen), width: 100, align: 'right' },
  { key: 'state', title: '状态', render: ({ state }) => <MeasureStateTag state={state} />, width: 80 },
];

type Household = { countyCode: number; householdId: number };

export function HouseholdHelp(input: Household) {
  const navigate = useNavigate();
  const query = useQuery(help.query.helpOfHousehold.queryOptions({ input }));
  if (query.isPending) return <Loading rows={2} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <SmallTable
      label="该户已享受帮扶"
      columns={COLUMNS}
      rows={query.data}
      rowKey={({ id }) => id}
      onOpen={({ caseId }) =>
        void navigate({
          to: casePath({ countyCode: input.countyCode, id: caseId }),
          search: (old: object) => ({ ...old, tab: 'plan' }),
        })
      }
      none="没有登记过对该户的帮扶措施"
    />
  );
}
