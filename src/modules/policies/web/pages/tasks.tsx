// 政策任务进度: one set of tasks as timetable, task book or road map, as they stand on a day, and what asks for a look.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, Segmented } from 'antd';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { DayInput, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Empty, Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { CONCERN_NAMES } from '../../domain/concerns.ts';
import type { PolicySettingKey } from '../../domain/settings.ts';
import { STANDING_NAMES, STANDINGS, type Standing } from '../../domain/task-standing.ts';
import { groupTasks, TASK_VIEWS, type TaskView, VIEW_NAMES } from '../../domain/task-views.ts';
import { policies, type TaskPage } from '../api.ts';
import { TaskTable } from '../parts/task-table.tsx';
import { tasksSearch } from '../searches.ts';
import '../tasks.css';

export function TasksPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(tasksSearch);
  const { view = 'timetable', ...asked } = search;
  const query = useQuery({
    ...policies.query.tasks.queryOptions({ input: { area, ...asked } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const mayPrint = useMay('policies.tasks-paper');
  return (
    <div className="sw-page">
      <PageTitle
        title="政策任务进度"
        note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''}
        actions={
          mayPrint ? (
            <DocumentActions
              address={{
                path: '/policies/tasks/paper',
                query: { area, view, ...asked },
                name: VIEW_NAMES[view],
                sheet: true,
              }}
            />
          ) : null
        }
      />
      <div className="sw-task-bar">
        <Segmented
          value={view}
          options={TASK_VIEWS.map((value) => ({ value, label: VIEW_NAMES[value] }))}
          onChange={(value: TaskView) => change({ view: value })}
        />
        <span className="sw-quiet">截至</span>
        <span className="sw-task-day">
          <DayInput value={search.on} onChange={(on) => change({ on: on || undefined })} />
        </span>
        <Input.Search
          aria-label="牵头或配合单位"
          placeholder="牵头或配合单位"
          defaultValue={search.unit ?? ''}
          allowClear
          style={{ width: 200 }}
          onSearch={(unit) => change({ unit: unit.trim() || undefined })}
        />
      </div>
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? <Shown data={data} view={view} standing={search.standing} area={area} /> : null}
    </div>
  );
}

type ShownProps = { data: TaskPage; view: TaskView; standing: Standing | undefined; area: number };

function Shown({ data, view, standing, area }: ShownProps) {
  const { change } = useAddress(tasksSearch);
  const { items, counts } = data;
  const days = [data.asOf, ...items.flatMap(({ startedOn, dueOn }) => [startedOn, dueOn])].sort();
  const [first = data.asOf, last = data.asOf] = [days[0], days.at(-1)];
  return (
    <>
      <StatRow>
        <StatCard
          title="有效文件"
          value={formatCount(data.documents)}
          unit="件"
          note={`1+N 配套 ${data.supporting} 件`}
          to="/registers/policies"
        />
        <StatCard title="有效条款" value={formatCount(data.clauses)} unit="条" to="/registers/policy-clauses" />
        <StatCard title="任务" value={formatCount(data.tasks)} unit="项" to="/registers/policy-tasks" />
        <StatCard title="逾期" value={formatCount(counts.late ?? 0)} unit="项" tone={counts.late ? 'red' : 'plain'} />
        <StatCard
          title="快到期"
          value={formatCount(counts['due-soon'] ?? 0)}
          unit="项"
          tone={counts['due-soon'] ? 'orange' : 'plain'}
        />
      </StatRow>
      <Segmented
        value={standing ?? ''}
        options={[
          { value: '', label: `全部 ${data.tasks}` },
          ...STANDINGS.flatMap((value) =>
            counts[value] ? [{ value, label: `${STANDING_NAMES[value]} ${counts[value]}` }] : [],
          ),
        ]}
        onChange={(value) => change({ standing: value === '' ? undefined : (value as Standing) })}
      />
      {items.length === 0 ? (
        <Empty what="当前区域没有这样的政策任务" hint="任务从“政策任务分工”台账录入或导入。" />
      ) : null}
      {groupTasks(view, items).map(({ head, tasks }) => (
        <Section key={head} title={`${head}（${tasks.length} 项）`}>
          <TaskTable {...{ view, head, tasks, first, last }} />
        </Section>
      ))}
      <Section title="需要核对">
        <ConcernTable data={data} />
      </Section>
      <Settings data={data} area={area} />
    </>
  );
}

type ConcernRow = TaskPage['concerns'][number];

const CONCERN_COLUMNS: ListColumn<ConcernRow>[] = [
  {
    key: 'concern',
    title: '情况',
    render: ({ concern }) => <StateTag tone="orange">{CONCERN_NAMES[concern]}</StateTag>,
    width: 230,
  },
  { key: 'title', title: '任务或文件', render: ({ title }) => title, width: 300 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject, width: 140 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 120 },
  { key: 'on', title: '日期', render: ({ on }) => on ?? '', width: 110 },
];

function ConcernTable({ data: { concerns } }: { data: TaskPage }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="文件和任务需要核对的情况"
      columns={CONCERN_COLUMNS}
      rows={concerns}
      rowKey={({ concern, subject }) => `${concern} ${subject}`}
      onOpen={({ register, subject }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: register },
          search: (old: object) => ({ ...old, text: subject }),
        })
      }
      none="没有需要核对的文件和任务。"
    />
  );
}

function Settings({ data: { settings }, area }: { data: TaskPage; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么期限提醒"
      words={{ one: '期限', value: '天数', all: '政策任务期限' }}
      lines={settings}
      valueText={({ value }) => `${value} 天`}
      nameOf={({ title }) => title}
      isAllowed={useMay('policies.save-setting')}
      about="对当前区域及其下级生效。"
      draft={{ form: 'policy-setting', record: String(area) }}
      item={<NumberItem name="value" label="天数" required least={0} most={365} />}
      onSave={({ key, ...given }, requestId) =>
        policies.client.saveSetting({ requestId, regionCode: area, key: key as PolicySettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: policies.query.key() })}
    />
  );
}
