// 清洗进度: issues by the areas below and by rule, and the runs; numbers open down to the issues.

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { type AreaLine, type Board, cleaning, type RuleCount } from '../api.ts';
import { AssignDialog } from '../parts/assign-dialog.tsx';
import { RunDialog, RunsSection } from '../parts/runs-section.tsx';
import { perThousand, SeverityTag, shareText } from '../parts/words.tsx';

const ISSUES = '/households/issues';

export function BoardPage() {
  const { code: area, setArea } = useArea();
  const query = useQuery({
    ...cleaning.query.board.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const [dialog, setDialog] = useState<'run' | 'assign'>();
  const [mayRun, mayAssign, mayPrint] = [
    useMay('cleaning.start-run'),
    useMay('cleaning.assign'),
    useMay('cleaning.paper'),
  ];
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle
        title="数据清洗"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={
          <>
            {mayPrint ? (
              <DocumentActions
                address={{ path: '/cleaning/paper', query: { area }, name: '数据质量通报', sheet: true }}
              />
            ) : null}
            {mayAssign ? <Button onClick={() => setDialog('assign')}>分派疑点</Button> : null}
            {mayRun ? (
              <Button type="primary" onClick={() => setDialog('run')}>
                开始清洗
              </Button>
            ) : null}
          </>
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={10} /> : null}
      {data ? <BoardView board={data} onArea={setArea} /> : null}
      <RunsSection area={area} />
      {dialog === 'run' ? <RunDialog area={area} onClose={() => setDialog(undefined)} /> : null}
      {dialog === 'assign' ? <AssignDialog onClose={() => setDialog(undefined)} /> : null}
    </div>
  );
}

function BoardView({ board: { area, areas, rules }, onArea }: { board: Board; onArea: (code: number) => void }) {
  const navigate = useNavigate();
  return (
    <>
      <Numbers area={area} />
      {areas.length > 0 ? (
        <Section title="各地">
          <SmallTable
            label="各地"
            columns={AREA_COLUMNS}
            rows={areas}
            rowKey={({ code }) => code}
            onOpen={({ code }) => onArea(code)}
            none=""
          />
        </Section>
      ) : null}
      <Section title="各条规则">
        <SmallTable
          label="各条规则"
          columns={RULE_COLUMNS}
          rows={rules}
          rowKey={({ code }) => code}
          onOpen={({ code }) =>
            void navigate({ to: ISSUES, search: (old: object) => ({ ...old, rule: code, look: 'open' }) })
          }
          none="还没有查出疑点。开始清洗以后列出。"
        />
      </Section>
    </>
  );
}

function Numbers({ area }: { area: AreaLine }) {
  const { open, found, assigned, answered, signed, overdue, closed, persons } = area;
  return (
    <StatRow>
      <StatCard
        title="未销号"
        value={formatCount(open)}
        unit="条"
        to={ISSUES}
        search={{ look: 'open' }}
        note={`每千人 ${perThousand(open, persons)} 条`}
      />
      <StatCard title="待分派" value={formatCount(found)} unit="条" to={ISSUES} search={{ look: 'found' }} />
      <StatCard title="待处理" value={formatCount(assigned)} unit="条" to={ISSUES} search={{ look: 'assigned' }} />
      <StatCard title="待签认" value={formatCount(answered)} unit="条" to={ISSUES} search={{ look: 'answered' }} />
      <StatCard title="待复跑" value={formatCount(signed)} unit="条" to={ISSUES} search={{ look: 'signed' }} />
      <StatCard
        title="已过期限"
        value={formatCount(overdue)}
        unit="条"
        tone={overdue > 0 ? 'orange' : 'plain'}
        to={ISSUES}
        search={{ look: 'overdue' }}
      />
      <StatCard title="销号率" value={shareText(closed, closed + open)} basis="已销号 ÷ 查出" />
    </StatRow>
  );
}

type Counted = Pick<
  AreaLine,
  'open' | 'found' | 'assigned' | 'answered' | 'signed' | 'overdue' | 'blocking' | 'closed' | 'reopened'
>;

const count = <Row,>(key: string, title: string, of: (row: Row) => number): ListColumn<Row> => ({
  ...{ key, title, width: 84, align: 'right' },
  render: (row) => formatCount(of(row)),
});

function countColumns<Row extends Counted>(): ListColumn<Row>[] {
  return [
    count('open', '未销号', ({ open }) => open),
    count('found', '待分派', ({ found }) => found),
    count('assigned', '待处理', ({ assigned }) => assigned),
    count('answered', '待签认', ({ answered }) => answered),
    count('signed', '待复跑', ({ signed }) => signed),
    count('overdue', '已过期限', ({ overdue }) => overdue),
    count('closed', '已销号', ({ closed }) => closed),
    {
      key: 'rate',
      title: '销号率',
      width: 84,
      align: 'right',
      render: ({ closed, open }) => shareText(closed, closed + open),
    },
    {
      key: 'again',
      title: '重复率',
      width: 84,
      align: 'right',
      render: ({ reopened, closed, open }) => shareText(reopened, closed + open),
    },
  ];
}

const AREA_COLUMNS: ListColumn<AreaLine>[] = [
  { key: 'name', title: '地区', render: ({ name }) => name, width: 170 },
  ...countColumns<AreaLine>(),
  { key: 'per', title: '每千人', width: 84, align: 'right', render: ({ open, persons }) => perThousand(open, persons) },
];

const RULE_COLUMNS: ListColumn<RuleCount>[] = [
  {
    key: 'severity',
    title: '严重度',
    render: ({ severity }) => (severity ? <SeverityTag severity={severity} /> : ''),
    width: 76,
  },
  {
    key: 'title',
    title: '规则',
    render: ({ code, title, severity }) => (severity ? `${code} ${title}` : title),
    width: 290,
  },
  ...countColumns<RuleCount>(),
];
