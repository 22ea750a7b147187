// 应急准备和响应: what should be activated now, what is under way, what plans lack.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { ContingencySettingKey } from '../../domain/settings.ts';
import { RESPONSE_LEVELS, SIGNALS } from '../../domain/words.ts';
import { contingency, type Overview, type Proposal } from '../api.ts';
import { EventTable } from '../parts/event-table.tsx';
import { ProposeDialog } from '../parts/propose-dialog.tsx';
import { HAZARDS } from '../parts/words.tsx';

export function OverviewPage() {
  const { code: area } = useArea();
  const query = useQuery({
    ...contingency.query.overview.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const mayPropose = useMay('contingency.propose');
  const [asked, setAsked] = useState<{ proposal?: Proposal }>();
  return (
    <div className="sw-page">
      <PageTitle
        title="应急准备和响应"
        note={data ? `${data.areaName} · 截至 ${data.asOf}` : ''}
        actions={
          mayPropose && data ? (
            <Button type="primary" onClick={() => setAsked({})}>
              建议启动
            </Button>
          ) : null
        }
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          {data.proposals.length > 0 ? (
            <Section title="达到启动条件，等待处理">
              <ProposalTable
                proposals={data.proposals}
                onPropose={mayPropose ? (proposal) => setAsked({ proposal }) : undefined}
              />
            </Section>
          ) : null}
          <Section title="应急响应">
            <EventTable events={data.events} asOf={data.asOf} />
          </Section>
          <Section title="有效预案">
            <PlanTable plans={data.plans} />
          </Section>
          {data.lacking.length > 0 ? (
            <Section title="有风险而没有预案">
              <p>
                {Object.entries(Object.groupBy(data.lacking, ({ regionName }) => regionName)).map(
                  ([name, own = []]) => (
                    <span key={name} style={{ marginRight: 16 }}>
                      {name}：{own.map(({ hazard }) => HAZARDS[hazard] ?? hazard).join('、')}
                    </span>
                  ),
                )}
              </p>
            </Section>
          ) : null}
          <Settings data={data} area={area} />
          {asked ? (
            <ProposeDialog plans={data.plans} proposal={asked.proposal} onClose={() => setAsked(undefined)} />
          ) : null}
        </>
      ) : null}
    </div>
  );
}

type ProposalTableProps = { proposals: Proposal[]; onPropose: ((proposal: Proposal) => void) | undefined };

function ProposalTable({ proposals, onPropose }: ProposalTableProps) {
  const columns: ListColumn<Proposal>[] = [
    { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 130 },
    { key: 'plan', title: '预案', render: ({ planName }) => planName, width: 200 },
    { key: 'level', title: '级别', render: ({ level }) => RESPONSE_LEVELS[level], width: 60 },
    {
      ...{ key: 'signal', title: '条件', width: 260 },
      render: ({ signal, value, threshold }) => `${SIGNALS[signal]}：${value}，条件 ${threshold}`,
    },
    { key: 'evidence', title: '情况', render: ({ evidence }) => evidence, width: 220 },
    { key: 'on', title: '日期', render: ({ on }) => on, width: 106 },
    {
      ...{ key: 'act', title: '', width: 100, control: true },
      render: (row) =>
        onPropose ? (
          <Button size="small" onClick={() => onPropose(row)}>
            建议启动
          </Button>
        ) : null,
    },
  ];
  return (
    <SmallTable
      label="达到启动条件"
      columns={columns}
      rows={proposals}
      rowKey={({ planNumber, signal, regionCode }) => `${planNumber} ${signal} ${regionCode}`}
      none=""
    />
  );
}

const CONCERNS = {
  'review-over': '过了复审日期',
  'no-drill': '今年没有演练',
  'no-trigger': '没有启动条件',
  'no-list': '没有重点人群',
} as const;

type PlanRow = Overview['plans'][number];

const PLAN_COLUMNS: ListColumn<PlanRow>[] = [
  { key: 'name', title: '预案', render: ({ name }) => name, width: 220 },
  { key: 'hazard', title: '险种', render: ({ hazard }) => HAZARDS[hazard] ?? hazard, width: 100 },
  { key: 'department', title: '主管部门', render: ({ department }) => department, width: 130 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 120 },
  { key: 'review', title: '复审日期', render: ({ reviewOn }) => reviewOn ?? '', width: 106 },
  { key: 'drill', title: '最近演练', render: ({ drilledOn }) => drilledOn ?? '没有', width: 106 },
  {
    ...{ key: 'concerns', title: '需要补上', width: 260 },
    render: ({ concerns }) =>
      concerns.map((concern) => (
        <StateTag key={concern} tone="orange">
          {CONCERNS[concern]}
        </StateTag>
      )),
  },
];

function PlanTable({ plans }: { plans: PlanRow[] }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="有效预案"
      columns={PLAN_COLUMNS}
      rows={plans}
      rowKey={({ number }) => number}
      onOpen={({ number }) =>
        void navigate({
          to: '/registers/$code',
          params: { code: 'contingency-plans' },
          search: (old: object) => ({ ...old, text: number }),
        })
      }
      none="当前区域没有有效的预案。请在“应急预案”台账里登记。"
    />
  );
}

const valueText = ({ key, value }: { key: string; value: number }) =>
  key.startsWith('exposed.') ? (value > 0 ? '有' : '无') : `${value} 天`;

function Settings({ data: { settings }, area }: { data: Overview; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="期限和风险"
      words={{ one: '期限或风险', value: '数值', all: '应急响应期限' }}
      lines={settings}
      valueText={valueText}
      nameOf={({ title }) => title}
      isAllowed={useMay('contingency.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'contingency-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={365} />}
      onSave={({ key, ...given }, requestId) =>
        contingency.client.saveSetting({ requestId, regionCode: area, key: key as ContingencySettingKey, ...given })
      }
      onSaved={() => cache.invalidateQueries({ queryKey: contingency.query.key() })}
    />
  );
}
