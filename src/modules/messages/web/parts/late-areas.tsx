// Where it is late below the own level, with a reminder for a whole place in one click.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { type LateArea, messages } from '../api.ts';
import { RemindDialog } from './remind-dialog.tsx';

const COLUMNS: ListColumn<LateArea>[] = [
  {
    ...{ key: 'name', title: '地区', width: 160 },
    render: ({ code, name }) => (
      <Link to="/cases" search={{ area: code, desk: 'late' } as never}>
        {name}
      </Link>
    ),
  },
  { key: 'late', title: '下级逾期', width: 90, align: 'right', render: ({ late }) => `${formatCount(late)} 户` },
  { key: 'oldest', title: '最长逾期', width: 90, align: 'right', render: ({ oldestDays }) => `${oldestDays} 天` },
  { key: 'reminded', title: '待答复', width: 80, align: 'right', render: ({ reminded }) => formatCount(reminded) },
];

export function LateAreas() {
  const { code: area } = useArea();
  const [reminding, setReminding] = useState<LateArea>();
  const query = useQuery(messages.query.lateByArea.queryOptions({ input: { area } }));
  if (query.isPending) return <Loading rows={4} />;
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const deed: ListColumn<LateArea> = {
    ...{ key: 'remind', title: '催办', width: 80, fixed: 'right', control: true },
    render: (row) => (
      <Button size="small" aria-label={`催办${row.name}`} onClick={() => setReminding(row)}>
        催办
      </Button>
    ),
  };
  return (
    <Section title="各地逾期">
      <SmallTable
        label="各地逾期"
        columns={[...COLUMNS, deed]}
        rows={query.data}
        rowKey={({ code }) => code}
        none="当前区域没有下级逾期的监测个案"
      />
      {reminding ? (
        <RemindDialog
          of={{ area: reminding.code, name: reminding.name, late: reminding.late }}
          onClose={() => setReminding(undefined)}
        />
      ) : null}
    </Section>
  );
}
