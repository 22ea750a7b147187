// One document: where its money came from, what the receiver gave on, and which projects it became.

import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { DetailPage, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { documentPath, projectPath } from '../../domain/addresses.ts';
import { money } from '../api.ts';
import { DOCUMENT_COLUMNS, fundWords, PROJECT_COLUMNS } from '../parts/columns.tsx';
import '../money.css';

export function DocumentPage() {
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  const query = useQuery(money.query.document.queryOptions({ input: { number } }));
  const navigate = useNavigate();
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  const { data } = query;
  const wan = (fen: number) => `${formatMoney(fen, '万元')} 万元`;
  const open = (to: string) => void navigate({ to: documentPath(to) });
  const left = data.amountFen - data.takenBackFen - data.allocatedFen;
  return (
    <DetailPage
      title={data.documentNo}
      note={`${data.number} · ${data.giverName} → ${data.receiverName}`}
      listPath="/money/documents"
    >
      <Section title="这份文件的钱">
        <Facts
          facts={[
            { label: '资金', value: `${data.year} 年度${fundWords(data)}` },
            { label: '下达日期', value: data.issuedOn },
            { label: '下达金额', value: wan(data.amountFen) },
            { label: '已收回', value: wan(data.takenBackFen) },
            { label: '已分配到项目', value: wan(data.allocatedFen) },
            { label: '已支付', value: wan(data.paidFen) },
            {
              label: '还没有分配',
              value: wan(left),
              basis: '下达金额 − 已收回 − 已分配到项目；盟市收到的钱由它往下下达，不在这里分配',
            },
          ]}
        />
      </Section>
      <Section title="变成了哪些项目">
        <SmallTable
          label="用这份文件资金的项目"
          columns={PROJECT_COLUMNS}
          rows={data.projects}
          rowKey={(row) => row.number}
          onOpen={(row) => void navigate({ to: projectPath(row.number) })}
          none="没有项目直接使用这份文件的资金"
        />
      </Section>
      {data.onward.length > 0 ? (
        <Section title={`${data.receiverName}同一资金再下达的文件`}>
          <SmallTable
            label="再下达的文件"
            columns={DOCUMENT_COLUMNS}
            rows={data.onward}
            rowKey={(row) => row.number}
            onOpen={(row) => open(row.number)}
            none=""
          />
        </Section>
      ) : null}
      <Section title={`${data.giverName}这笔资金从哪里来`}>
        <SmallTable
          label="上级下达的文件"
          columns={DOCUMENT_COLUMNS}
          rows={data.from}
          rowKey={(row) => row.number}
          onOpen={(row) => open(row.number)}
          none={`${data.giverName}没有收到上级下达的同一资金，或不在您的区域内。`}
        />
      </Section>
    </DetailPage>
  );
}
