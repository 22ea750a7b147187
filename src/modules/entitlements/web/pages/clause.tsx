// Households of one clause: those that lack what it promises, those that have it, all it is for.

import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatMoney } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Empty } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../../households/domain/addresses.ts';
import { CLAUSE_LOOKS, LOOK_NAMES } from '../../domain/looks.ts';
import { factWords } from '../../domain/papers.ts';
import { type ClauseTold, entitlements, type HouseholdLine } from '../api.ts';
import { clauseSearch } from '../searches.ts';

const FILTERS: ListFilter[] = [
  { kind: 'text', key: 'text', label: '查找', placeholder: '户编号或户主' },
  {
    kind: 'choice',
    key: 'look',
    label: '看什么',
    choices: CLAUSE_LOOKS.map((value) => ({ value, label: LOOK_NAMES[value] })),
  },
];

const COLUMNS: ListColumn<HouseholdLine>[] = [
  { key: 'head', title: '户主', render: ({ headName }) => headName, width: 100, always: true },
  { key: 'number', title: '户编号', render: ({ number }) => number, width: 130 },
  { key: 'township', title: '苏木乡镇', render: ({ townshipName }) => townshipName, width: 120 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 120 },
  { key: 'members', title: '人口', render: ({ members }) => members, width: 70, align: 'right' },
  {
    key: 'perHead',
    title: '人均纯收入（元）',
    render: ({ perHeadFen }) => formatMoney(perHeadFen),
    width: 130,
    align: 'right',
  },
  { key: 'facts', title: '适用情形', render: ({ facts }) => factWords(facts), width: 260 },
  { key: 'received', title: '最近享受', render: ({ receivedOn }) => receivedOn ?? '没有记录', width: 110 },
];

export function ClausePage() {
  const navigate = useNavigate();
  const { code: area } = useArea();
  const { search } = useAddress(clauseSearch);
  const [told, setTold] = useState<ClauseTold>();
  const mayPrint = useMay('entitlements.missing-paper');
  const { document = '', clause = '', look = 'missing', text } = search;
  if (!document || !clause) return <Empty what="没有选择条款" hint="请从“政策落实”里打开一个条款。" />;
  return (
    <ListPage
      id="entitlements.households"
      title={`${LOOK_NAMES[look]}的农牧户`}
      unit="户"
      search={clauseSearch}
      filters={FILTERS}
      columns={COLUMNS}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      queryKey={entitlements.query.households.key()}
      fetch={async ({ sort: _sort, ...asked }, within, signal) => {
        const page = await entitlements.client.households({ ...asked, document, clause, area: within }, { signal });
        setTold(page.clause);
        return page;
      }}
      onOpen={(row) => void navigate({ to: householdPath(row) })}
      actions={
        mayPrint ? (
          <DocumentActions
            address={{
              path: '/entitlements/households/paper',
              query: { area, document, clause, look, text },
              name: look === 'missing' ? '应享未享核查表' : '政策落实清单',
              sheet: true,
            }}
          />
        ) : null
      }
    >
      {told ? (
        <p>
          <strong>
            {told.documentTitle} {told.clauseNo}
          </strong>
          ：{told.gist}
          <br />
          <span className="sw-quiet">适用对象：{told.rules.join('；或者')}</span>
        </p>
      ) : null}
    </ListPage>
  );
}
