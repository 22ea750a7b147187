// 疑点: what looks wrong in the registry, to be explained or corrected by those who know the household.

import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ListPage } from '../../../../platform/web/list/list-page.tsx';
import type { ListColumn, ListFilter } from '../../../../platform/web/list/list-types.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { householdPath } from '../../domain/addresses.ts';
import { shownNumber } from '../../domain/local-number.ts';
import { DATA_ISSUES } from '../../domain/registry-columns.ts';
import { households } from '../api.ts';
import { IssueDrawer } from '../parts/issue-drawer.tsx';
import { IssueStateTag } from '../parts/tags.tsx';
import { issuesSearch } from '../searches.ts';
import type { DataIssue } from '../types.ts';
import { ISSUE_STATES } from '../words.ts';

const choices = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

const FILTERS: ListFilter[] = [
  { kind: 'choice', key: 'code', label: '疑点类型', choices: choices(DATA_ISSUES) },
  { kind: 'choice', key: 'state', label: '处理情况', choices: choices(ISSUE_STATES) },
];

const COLUMNS: ListColumn<DataIssue>[] = [
  { key: 'code', title: '疑点', render: ({ code }) => DATA_ISSUES[code] ?? code, width: 250, always: true },
  { key: 'household', title: '户编号', render: (issue) => <HouseholdLink issue={issue} />, width: 150, always: true },
  { key: 'head', title: '户主', render: ({ headName }) => headName ?? UNKNOWN, width: 110 },
  { key: 'person', title: '成员', render: ({ personName }) => personName ?? UNKNOWN, width: 110 },
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 190 },
  { key: 'openedAt', title: '发现时间', render: ({ openedAt }) => formatInstant(openedAt), width: 150 },
  { key: 'state', title: '处理情况', render: ({ state }) => <IssueStateTag state={state} />, width: 96 },
  {
    key: 'explanation',
    title: '处理说明',
    render: ({ explanation }) => explanation ?? UNKNOWN,
    width: 220,
    spare: true,
  },
  { key: 'closedBy', title: '处理人', render: ({ closedBy }) => closedBy ?? UNKNOWN, width: 100, spare: true },
];

function HouseholdLink({ issue: { householdId, countyCode, householdNumber } }: { issue: DataIssue }) {
  if (householdId === undefined) return <>{UNKNOWN}</>;
  return (
    <Link to={householdPath({ countyCode, id: householdId })} onClick={(event) => event.stopPropagation()}>
      {shownNumber(householdNumber ?? '')}
    </Link>
  );
}

export function IssuesPage() {
  const cache = useQueryClient();
  const mayClose = useMay('households.close-issue');
  const [open, setOpen] = useState<DataIssue>();
  return (
    <>
      <ListPage
        id="households.issues"
        title="疑点"
        unit="条"
        search={issuesSearch}
        filters={FILTERS}
        columns={COLUMNS}
        rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
        queryKey={households.query.dataIssues.key()}
        fetch={({ code, state, cursor }, area, signal) =>
          households.client.dataIssues({ code, state: state ?? 'open', cursor, area }, { signal })
        }
        onOpen={setOpen}
        emptyHint="登记册和部门数据中没有发现疑点。"
      />
      {open ? (
        <IssueDrawer
          issue={open}
          mayClose={mayClose}
          onClose={() => setOpen(undefined)}
          onDone={() => cache.invalidateQueries({ queryKey: households.query.dataIssues.key() })}
        />
      ) : null}
    </>
  );
}
