// The tables of a joint-conference pack: those it was submitted with, of a draft those of now.

import { useQuery } from '@tanstack/react-query';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { type AppendixTable, appendixTables } from '../../domain/appendix-paper.ts';
import { type StatementShown, statements } from '../api.ts';

type Row = { at: number; cells: string[] };

function OneTable({ title, columns, rows, none }: AppendixTable) {
  return (
    <Section title={title}>
      <SmallTable<Row>
        label={title}
        columns={columns.map((column, at) => ({
          key: column.title,
          title: column.title,
          render: ({ cells }) => cells[at] ?? '',
          ...(column.align === 'right' ? { align: 'right' as const } : {}),
        }))}
        rows={rows.map((cells, at) => ({ at, cells }))}
        rowKey={({ at }) => at}
        none={none}
      />
    </Section>
  );
}

export function AppendixTables({ statement }: { statement: StatementShown }) {
  const { countyCode, id, frozen } = statement;
  const counted = useQuery({
    ...statements.query.appendix.queryOptions({ input: { countyCode, id } }),
    enabled: frozen === undefined,
  });
  const appendix = frozen?.appendix ?? counted.data;
  if (counted.isError) return <Failed error={counted.error} onRetry={() => void counted.refetch()} />;
  if (!appendix) return <Loading rows={12} />;
  return appendixTables(appendix).map((table) => <OneTable key={table.title} {...table} />);
}
