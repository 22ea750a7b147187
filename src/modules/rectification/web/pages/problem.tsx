// One problem: its sentence and road, who answers until when, measures with what shows them, checks by level, what belongs to it.

import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type ComponentType, Suspense, useState } from 'react';
import { DetailPage, type Fact, Facts, Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import type { RowOfRegister } from '../../../../platform/web/registers/moves/state-of-row.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { RANK_NAMES, type Rank } from '../../domain/levels.ts';
import type { ProblemShown } from '../../domain/shapes.ts';
import { TERM_NAMES } from '../../domain/term-words.ts';
import { KINDS, NATURES, SOURCES, stateName } from '../../domain/words.ts';
import { rectification } from '../api.ts';
import { ProblemPapers } from '../parts/paper-buttons.tsx';
import { Cards, Checks, Claims, Links, Measures, Rules, Searches } from '../parts/problem-tables.tsx';
import { QueriesTable } from '../parts/queries-table.tsx';
import { SplitDialog } from '../parts/split-dialog.tsx';
import { TwinDialog } from '../parts/twin-dialog.tsx';

type StateProps = { State: ComponentType<RowOfRegister> };

export function ProblemPage({ State }: StateProps) {
  const { number = '' } = useParams({ strict: false }) as { number?: string };
  // What was done about it in the registers shows when the page is come back to.
  const query = useQuery({
    ...rectification.query.one.queryOptions({ input: { number } }),
    refetchOnMount: 'always',
  });
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <Shown problem={query.data as ProblemShown} State={State} />;
}

/** The list of a register narrowed to this problem. */
function InRegister({ code, number, children }: { code: string; number: string; children: string }) {
  return (
    <Link to="/registers/$code" params={{ code }} search={{ 'by-problemNumber': number }}>
      {children}
    </Link>
  );
}

function Shown({ problem, State }: StateProps & { problem: ProblemShown }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<'split' | 'twin'>();
  const { number, countyCode, id } = problem;
  const mayQuery = useMay('rectification.queries');
  return (
    <DetailPage
      title={`问题 ${number}`}
      state={<StateTag tone={problem.daysLate > 0 ? 'red' : 'plain'}>{stateName(problem.state)}</StateTag>}
      note={`${problem.regionName} · ${SOURCES[problem.source] ?? ''} · ${problem.reportedOn} 反馈`}
      listPath="/rectification"
      actions={<Deeds problem={problem} onOpen={setOpen} />}
    >
      {problem.isVoided ? (
        <Alert className="sw-alert" type="info" showIcon title={`已作废：${problem.voidReason ?? ''}`} />
      ) : null}
      <Section title="问题">
        <Facts facts={facts(problem)} />
      </Section>
      {problem.isVoided ? null : (
        <Section title="办到哪一步">
          <Suspense fallback={<Loading rows={3} />}>
            <State code="problems" countyCode={countyCode} id={id} />
          </Suspense>
        </Section>
      )}
      <Section
        title="认领"
        extra={
          <InRegister code="problem-claims" number={number}>
            认领台账
          </InRegister>
        }
      >
        <Claims claims={problem.claims} />
      </Section>
      <Section
        title="整改措施和佐证"
        extra={
          <InRegister code="fix-measures" number={number}>
            措施台账
          </InRegister>
        }
      >
        <Measures
          measures={problem.measures}
          onOpen={(record) =>
            void navigate({ to: '/registers/$code', params: { code: 'fix-measures' }, search: { record } })
          }
        />
      </Section>
      <Section
        title="逐级验收"
        extra={
          <InRegister code="fix-checks" number={number}>
            验收台账
          </InRegister>
        }
      >
        <Checks checks={problem.checks} />
      </Section>
      <Section
        title="举一反三排查"
        extra={
          <InRegister code="spread-checks" number={number}>
            排查台账
          </InRegister>
        }
      >
        <Searches searches={problem.searches} />
        {mayQuery ? <QueriesTable number={number} /> : null}
      </Section>
      <Section
        title="建章立制"
        extra={
          <InRegister code="rules-made" number={number}>
            建章立制台账
          </InRegister>
        }
      >
        <Rules rules={problem.rules} />
      </Section>
      <Section
        title="红黄牌"
        extra={
          <InRegister code="cards" number={number}>
            红黄牌台账
          </InRegister>
        }
      >
        <Cards cards={problem.cards} />
      </Section>
      <Section title="关联的问题">
        <Links links={problem.links} number={number} />
      </Section>
      <Section title="表格">
        <ProblemPapers number={number} />
      </Section>
      {open === 'split' ? <SplitDialog problem={problem} onClose={() => setOpen(undefined)} /> : null}
      {open === 'twin' ? <TwinDialog number={number} onClose={() => setOpen(undefined)} /> : null}
    </DetailPage>
  );
}

function Deeds({ problem, onOpen }: { problem: ProblemShown; onOpen: (what: 'split' | 'twin') => void }) {
  const navigate = useNavigate();
  const maySplit = useMay('rectification.split');
  const mayLink = useMay('rectification.link');
  const canSplit = maySplit && !problem.isVoided && ['entered', 'assigned'].includes(problem.state);
  return (
    <>
      {canSplit ? <Button onClick={() => onOpen('split')}>拆分</Button> : null}
      {mayLink && !problem.isVoided ? <Button onClick={() => onOpen('twin')}>关联另一来源</Button> : null}
      <Button
        onClick={() =>
          void navigate({
            ...{ to: '/registers/$code', params: { code: 'problems' } },
            search: { record: `${problem.countyCode}-${problem.id}` },
          })
        }
      >
        在台账中修改
      </Button>
    </>
  );
}

function termText({ rectifyBy, termsBefore, pausedDays }: ProblemShown): string {
  const before = termsBefore.map(
    ({ day, until, isApproved }) => `原为 ${day}，${until} 改${isApproved ? '，经上级批准' : '，未见上级批准'}`,
  );
  return [rectifyBy, ...before, ...(pausedDays > 0 ? [`停工 ${formatCount(pausedDays)} 天顺延`] : [])].join('；');
}

function facts(problem: ProblemShown): Fact[] {
  const { checkers, term, dueOn, daysLate } = problem;
  const levels = checkers.map((rank) => RANK_NAMES[rank as Rank]);
  return [
    { label: '问题原文', value: problem.wording, wide: true },
    { label: '反馈文号', value: problem.documentNo },
    { label: '问题类别', value: problem.topic },
    { label: '问题性质', value: problem.nature && NATURES[problem.nature] },
    { label: '整改类型', value: KINDS[problem.kind] },
    { label: '牵头单位', value: problem.leadUnit },
    { label: '责任单位', value: problem.unit },
    { label: '责任岗位', value: problem.post },
    { label: '逐级验收', value: `${levels.join('、')}，由${levels.at(-1) ?? ''}销号` },
    { label: '整改时限', value: termText(problem), wide: true },
    { label: '接下来', value: term && dueOn ? `${TERM_NAMES[term]}，最迟 ${dueOn}` : undefined },
    { label: '逾期', value: daysLate > 0 ? `${formatCount(daysLate)} 天` : '没有逾期' },
    { label: '整改完成', value: problem.rectifiedOn },
    { label: '销号', value: problem.closedOn },
    { label: '整改措施', value: problem.measuresText, wide: true },
  ];
}
