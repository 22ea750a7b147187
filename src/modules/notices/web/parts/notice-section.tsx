// In the drawer of a row: what stands on a notice and its paper, or on which notices the row stood.

import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RegisterDefinition } from '../../../../kernel/register/define-register.ts';
import type { RegisterRow } from '../../../../kernel/register/register-contract.ts';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { registerKey } from '../../../../platform/web/registers/registers.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { NOTICE_STATES } from '../../domain/notice-states.ts';
import { notices } from '../api.ts';

type SectionProps = { register: RegisterDefinition; row: RegisterRow };

export function NoticeSection({ register, row }: SectionProps) {
  return register.code === 'notices' ? <OnNotice row={row} /> : <NoticesOfRow register={register} row={row} />;
}

type Content = Awaited<ReturnType<typeof notices.client.rows>>;

function columnsOf({ columns, isFrozen }: Content): ListColumn<Content['rows'][number]>[] {
  return [
    { key: 'place', title: '地区', render: ({ cells }) => cells[0] ?? '' },
    ...columns.map(
      ({ title, isNumber }, i): ListColumn<Content['rows'][number]> => ({
        ...{ key: String(i), title, render: ({ cells }) => cells[i + 1] ?? '' },
        ...(isNumber ? { align: 'right' as const } : {}),
      }),
    ),
    ...(isFrozen
      ? [
          {
            ...{ key: 'changed', title: '公示后修改', width: 100 },
            render: ({ isChanged }: Content['rows'][number]) => (isChanged ? '改过' : ''),
          },
        ]
      : []),
  ];
}

function OnNotice({ row: { countyCode, id, values } }: { row: RegisterRow }) {
  const query = useQuery({
    queryKey: [...registerKey('notices'), 'content', countyCode, id],
    queryFn: ({ signal }) => notices.client.rows({ countyCode, id }, { signal }),
  });
  const { data } = query;
  return (
    <Section
      title={data ? `公示内容（${formatCount(data.rows.length)} 条）` : '公示内容'}
      extra={
        <DocumentActions
          address={{
            ...{ path: `notices/${countyCode}/${id}/paper`, sheet: true },
            name: `${String(values.subject)} ${String(values.number)}`,
          }}
        />
      }
    >
      {query.isPending ? <Loading rows={4} /> : null}
      {query.isLoadingError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {data ? (
        <SmallTable
          label="公示内容"
          columns={columnsOf(data)}
          rows={data.rows}
          rowKey={(one) => `${one.countyCode}-${one.id}`}
          none="没有内容。请从台账列表选中记录，点“公告公示”生成。"
        />
      ) : null}
    </Section>
  );
}

type OfRow = Awaited<ReturnType<typeof notices.client.ofRow>>[number];

const OF_ROW: ListColumn<OfRow>[] = [
  { key: 'number', title: '公示编号', render: ({ number }) => number },
  { key: 'subject', title: '公示事项', render: ({ subject }) => subject },
  { key: 'state', title: '状态', render: ({ state }) => NOTICE_STATES.names[state] ?? state },
  { key: 'from', title: '张贴日期', render: ({ postedOn }) => postedOn ?? '' },
  { key: 'until', title: '截止日期', render: ({ postedUntil }) => postedUntil ?? '' },
];

function NoticesOfRow({ register, row: { countyCode, id } }: SectionProps) {
  const navigate = useNavigate();
  const query = useQuery({
    queryKey: [...registerKey('notices'), 'of-row', register.code, countyCode, id],
    queryFn: ({ signal }) => notices.client.ofRow({ register: register.code, countyCode, id }, { signal }),
  });
  if (!query.data || query.data.length === 0) return null;
  return (
    <Section title="公告公示">
      <SmallTable
        label="公告公示"
        columns={OF_ROW}
        rows={query.data}
        rowKey={({ number }) => number}
        onOpen={(one) =>
          void navigate({
            ...{ to: '/registers/$code', params: { code: 'notices' } },
            search: { record: `${one.countyCode}-${one.id}` },
          })
        }
        none=""
      />
    </Section>
  );
}
