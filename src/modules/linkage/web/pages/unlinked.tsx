// 没有产业联结的户: households that could work and are tied to no industry, why, and what is proposed to each.

import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentType, Suspense, useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import type { AddRowProps } from '../../../../platform/web/registers/add-row.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { UNLINKED_CAUSES } from '../../domain/unlinked.ts';
import { linkage, type UnlinkedLine } from '../api.ts';
import { unlinkedSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '户主或户编号' },
  {
    ...{ kind: 'choice', key: 'cause', label: '原因' },
    choices: Object.entries(UNLINKED_CAUSES).map(([value, label]) => ({ value, label })),
  },
  {
    ...{ kind: 'choice', key: 'who', label: '范围' },
    choices: [
      { value: 'focus', label: '脱贫户和监测对象' },
      { value: 'all', label: '全部农牧户' },
    ],
  },
];

const COLUMNS: ListColumn<UnlinkedLine>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 110, always: true },
  {
    ...{ key: 'cause', title: '原因', width: 170 },
    render: ({ cause }) => (
      <StateTag tone={cause === 'never-asked' || cause === 'ended' ? 'orange' : 'plain'}>
        {UNLINKED_CAUSES[cause]}
      </StateTag>
    ),
  },
  { key: 'able', title: '劳动力', render: ({ able }) => able, width: 80, align: 'right' },
  { key: 'away', title: '外出', render: ({ away }) => away || '', width: 70, align: 'right' },
  { key: 'members', title: '人口', render: ({ members }) => members, width: 70, align: 'right' },
  {
    ...{ key: 'perHead', title: '人均纯收入（元）', width: 140, align: 'right' },
    render: ({ perHeadFen }) => formatMoney(perHeadFen),
  },
  { key: 'monitored', title: '监测', render: ({ monitored }) => (monitored ? '在监测' : ''), width: 80 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 140 },
  { key: 'number', title: '户编号', render: ({ number }) => number, width: 180 },
];

type Add = ComponentType<AddRowProps>;

export function UnlinkedPage({ Add }: { Add: Add }) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const may = useMay('linkage.add-linkage-proposal');
  const [proposing, setProposing] = useState<UnlinkedLine>();
  const act: ListColumn<UnlinkedLine> = {
    ...{ key: 'act', title: '联结建议', width: 150, control: true, always: true },
    render: (row) => <Proposal row={row} {...(may ? { onPropose: () => setProposing(row) } : {})} />,
  };
  return (
    <>
      <ListPage
        id="linkage.unlinked"
        title="没有产业联结的户"
        unit="户"
        search={unlinkedSearch}
        filters={FILTERS}
        columns={[...COLUMNS.slice(0, 1), act, ...COLUMNS.slice(1)]}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={linkage.query.unlinked.key()}
        fetch={({ sort: _sort, ...asked }, area, signal) => linkage.client.unlinked({ ...asked, area }, { signal })}
        onOpen={(row) => void navigate({ to: householdPath(row) })}
        emptyHint="有劳动力的户都有产业联结。"
      />
      {proposing ? (
        <Suspense>
          <Add
            code="linkage-proposals"
            given={{ householdNumber: proposing.number, unlinkedCause: proposing.cause }}
            onAdded={() => cache.invalidateQueries({ queryKey: linkage.query.key() })}
            onClose={() => setProposing(undefined)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** What was proposed and stands open, or the way to propose something. */
function Proposal({ row, onPropose }: { row: UnlinkedLine; onPropose?: () => void }) {
  const navigate = useNavigate();
  const { proposal } = row;
  if (proposal) {
    const word = proposal.visitedOn ? `${proposal.visitedOn} 已走访` : `${proposal.visitBy} 前走访`;
    return (
      <RowButton
        type="link"
        onClick={() =>
          void navigate({
            to: '/registers/$code',
            params: { code: 'linkage-proposals' },
            search: { record: `${proposal.countyCode}-${proposal.id}` } as never,
          })
        }
      >
        {word}
      </RowButton>
    );
  }
  if (!onPropose) return null;
  return (
    <RowButton aria-label={`为${row.headName}提出联结`} onClick={onPropose}>
      提出联结
    </RowButton>
  );
}
