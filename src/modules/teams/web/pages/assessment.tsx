// 四维考核: scores of every member of an area in a year, the grades that follow over a county, and proposing them.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { FormsMenu } from '../../../../platform/web/papers/forms-menu.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { newRequestId } from '../../../../platform/web/request-id.ts';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { thisYear } from '../../../../platform/web/today.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { DIMENSIONS, type Dimension, GRADES, POSTS, TEAM_FORMS } from '../../domain/words.ts';
import { type AssessedLine, type AssessmentTold, teams } from '../api.ts';
import { toMember } from '../parts/words.tsx';
import { yearSearch } from '../searches.ts';

const YEARS_BACK = 5;

export function AssessmentPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(yearSearch);
  const now = thisYear();
  const year = search.year ?? now;
  const query = useQuery({
    ...teams.query.assessment.queryOptions({ input: { area, year } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const years = Array.from({ length: YEARS_BACK }, (_, i) => now - i);
  return (
    <div className="sw-page">
      <PageTitle
        title="四维考核"
        note={data ? `${data.area.name} · 截至 ${data.asOf}` : ''}
        actions={
          <>
            <Select
              aria-label="年度"
              value={year}
              onChange={(next) => change({ year: next })}
              options={years.map((value) => ({ value, label: `${value} 年` }))}
            />
            <FormsMenu
              operation="teams.form"
              path="teams/forms"
              names={{ assessment: TEAM_FORMS.assessment }}
              query={{ area }}
            />
          </>
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Cards data={data} />
          <Section title="得分和等次" extra={<Propose data={data} />}>
            <p className="sw-quiet">{aboutWords(data)}</p>
            <SmallTable
              label="得分和等次"
              columns={COLUMNS}
              rows={data.lines}
              rowKey={({ cadreNumber }) => cadreNumber}
              none="这一年没有驻村选派。"
            />
          </Section>
        </>
      ) : null}
    </div>
  );
}

function aboutWords({ weights, share }: AssessmentTold): string {
  const words = (Object.keys(DIMENSIONS) as Dimension[]).map((key) => `${DIMENSIONS[key]} ${weights[key]}`);
  return `权重：${words.join('，')}；优秀不超过参加考核人数的 ${share}%。没有分的一维写“—”，四维齐了才有综合得分；等次要选到旗县以上才显示。`;
}

function Cards({ data: { lines } }: { data: AssessmentTold }) {
  const of = (grade: keyof typeof GRADES) => lines.filter((line) => (line.settled ?? line.grade) === grade).length;
  const scored = lines.filter(({ score }) => score !== undefined).length;
  return (
    <StatRow>
      <StatCard title="驻村干部" value={formatCount(lines.length)} unit="人" />
      <StatCard
        title="四维齐全"
        value={formatCount(scored)}
        unit="人"
        note={`缺项 ${formatCount(lines.length - scored)} 人`}
      />
      {(Object.keys(GRADES) as (keyof typeof GRADES)[]).map((grade) => (
        <StatCard
          key={grade}
          title={GRADES[grade]}
          value={formatCount(of(grade))}
          unit="人"
          to="/registers/team-grades"
          search={{ grade }}
        />
      ))}
    </StatRow>
  );
}

const points = (key: Dimension): ListColumn<AssessedLine> => ({
  ...{ key, title: DIMENSIONS[key], width: 110, align: 'right' },
  render: ({ scores }) => scores[key]?.toFixed(2) ?? '—',
});

const COLUMNS: ListColumn<AssessedLine>[] = [
  { key: 'village', title: '嘎查村', render: ({ villageName }) => villageName, width: 130 },
  { key: 'name', title: '姓名', render: toMember, width: 90 },
  { key: 'post', title: '身份', render: ({ post }) => POSTS[post], width: 90 },
  ...(Object.keys(DIMENSIONS) as Dimension[]).map(points),
  { key: 'deducted', title: '扣分', render: ({ deducted }) => deducted || '', width: 70, align: 'right' },
  { key: 'score', title: '综合得分', render: ({ score }) => score?.toFixed(2) ?? '—', width: 90, align: 'right' },
  { key: 'absent', title: '缺岗（天）', render: ({ absentDays }) => absentDays, width: 90, align: 'right' },
  {
    ...{ key: 'grade', title: '等次', width: 140 },
    render: ({ grade, settled }) => (
      <>
        {settled ? <StateTag tone="green">已拟定：{GRADES[settled]}</StateTag> : null}
        {!settled && grade ? <StateTag>{GRADES[grade]}</StateTag> : null}
      </>
    ),
  },
];

function Propose({ data: { area, year, lines } }: { data: AssessmentTold }) {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const ready = lines.filter(({ grade }) => grade !== undefined).length;
  if (!useMay('teams.propose-grades') || ready === 0) return null;
  return (
    <Button
      type="primary"
      onClick={() =>
        confirm({
          title: `拟定 ${year} 年等次`,
          what: `把 ${area.name} ${ready} 人的得分和等次写入“驻村考核”台账，由另一人审定；已经审定的不变。`,
          deed: '拟定',
          run: async () => {
            await teams.client.proposeGrades({ requestId: newRequestId(), area: area.code, year });
            await cache.invalidateQueries({ queryKey: teams.query.key() });
          },
        })
      }
    >
      拟定等次
    </Button>
  );
}
