// Claims and headings that say more than a number: a person confirms each with the own name.

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { Claim } from '../../domain/phrases.ts';
import { type StatementShown, statements } from '../api.ts';

type Row = Claim & { by?: string; at?: string };

function ConfirmButton({ statement, claim }: { statement: StatementShown; claim: Row }) {
  const queries = useQueryClient();
  const showFailure = useShowFailure();
  const { countyCode, id } = statement;
  const isConfirmed = claim.by !== undefined;
  const say = () =>
    statements.client
      .confirm({ countyCode, id, requestId: newRequestId(), claim: claim.key, confirmed: !isConfirmed })
      .then(() => queries.invalidateQueries({ queryKey: statements.query.show.key() }))
      .catch(showFailure);
  return (
    <Button size="small" disabled={!claim.holds && !isConfirmed} onClick={() => void say()}>
      {isConfirmed ? '撤回确认' : '由我确认'}
    </Button>
  );
}

export function Claims({ statement, claims }: { statement: StatementShown; claims: readonly Claim[] }) {
  const mayConfirm = useMay('statements.confirm') && statement.state === 'draft';
  const said = new Map(statement.confirmed.map((one) => [one.claim, one]));
  const rows = [...new Map(claims.map((claim) => [claim.key, claim])).values()].map((claim): Row => {
    const found = said.get(claim.key);
    return found ? { ...claim, by: found.by, at: found.at } : claim;
  });
  const columns: ListColumn<Row>[] = [
    { key: 'words', title: '说法', render: ({ words }) => words },
    { key: 'otherwise', title: '未确认时写', render: ({ otherwise }) => otherwise },
    {
      key: 'holds',
      title: '数',
      render: ({ holds }) =>
        holds ? <StateTag tone="green">支持</StateTag> : <StateTag tone="orange">不支持</StateTag>,
    },
    { key: 'by', title: '确认人', render: ({ by, at }) => (by ? `${by} ${formatInstant(at ?? '')}` : '') },
    ...(mayConfirm
      ? [{ key: 'deed', title: '', render: (row: Row) => <ConfirmButton statement={statement} claim={row} /> }]
      : []),
  ];
  return (
    <SmallTable
      label="断言和标题"
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      none="没有需要确认的说法。"
    />
  );
}
