// 资金提醒: what stands out, until the data say otherwise or somebody wrote down why.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { DayInput, FormDialog, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { documentPath, projectPath } from '../../domain/addresses.ts';
import { CONCERN_NAMES, CONCERNS } from '../../domain/concerns.ts';
import { type ConcernRow, type Concerns, money } from '../api.ts';
import { AskedBar, useAsked } from '../parts/asked.tsx';
import { concernsSearch } from '../searches.ts';
import { shareText } from './flow.tsx';
import '../money.css';

function byWords({ concern, by }: ConcernRow): string {
  if (concern === 'behind-curve' || concern === 'industry-share') return `低于要求 ${shareText(by)}`;
  if (concern === 'split') return `${by} 个同类项目合计达到招标金额`;
  return concern === 'paid-not-started' ? `首次支付早于开工 ${by} 天` : `超过 ${by} 天`;
}

export function ConcernsPage() {
  const { code: area } = useArea();
  const asked = useAsked();
  const { search, change } = useAddress(concernsSearch);
  const query = useQuery({
    ...money.query.concerns.queryOptions({ input: { area, ...asked, concern: search.concern } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const year = data?.year ?? asked.year;
  return (
    <div className="sw-page">
      <PageTitle title="资金提醒" note={data ? `截至 ${data.asOf}` : ''} />
      <AskedBar years={year ? [year, year - 1, year - 2] : []} year={year} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <Segmented
            className="sw-money-kinds"
            value={search.concern ?? ''}
            options={[
              { value: '', label: '全部' },
              ...CONCERNS.map((value) => ({ value, label: `${CONCERN_NAMES[value]} ${data.counts[value] ?? 0}` })),
            ]}
            onChange={(concern) => change({ concern: concern === '' ? undefined : (concern as ConcernRow['concern']) })}
          />
          <ConcernTable data={data} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function ConcernTable({ data }: { data: Concerns }) {
  const navigate = useNavigate();
  const may = useMay('money.explain');
  const [open, setOpen] = useState<ConcernRow>();
  const columns: ListColumn<ConcernRow>[] = [
    {
      key: 'concern',
      title: '提醒',
      render: ({ concern, colour }) => <StateTag tone={colour}>{CONCERN_NAMES[concern]}</StateTag>,
      width: 130,
    },
    { key: 'title', title: '事项', render: ({ title }) => title, width: 220 },
    { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 120 },
    { key: 'by', title: '情况', render: byWords, width: 170 },
    {
      key: 'amount',
      title: '涉及（万元）',
      render: ({ amountFen }) => <span title={moneyTitle(amountFen)}>{formatMoney(amountFen, '万元')}</span>,
      width: 120,
      align: 'right',
    },
    {
      key: 'reason',
      title: '说明',
      render: (row) =>
        row.reason ? (
          <span title={`${row.reason.by}，有效至 ${row.reason.until}`}>{row.reason.text}</span>
        ) : may ? (
          <RowButton onClick={() => setOpen(row)}>说明原因</RowButton>
        ) : (
          '还没有说明'
        ),
      width: 220,
      control: true,
    },
  ];
  function show({ concern, subject }: ConcernRow) {
    if (concern === 'behind-curve' || concern === 'industry-share')
      void navigate({ to: '/money', search: (old: object) => ({ ...old, area: subject }) });
    else if (concern === 'library-idle') void navigate({ to: '/registers/$code', params: { code: 'projects' } });
    else if (concern === 'unallocated' || concern === 'not-passed-on') void navigate({ to: documentPath(subject) });
    else void navigate({ to: projectPath(subject) });
  }
  return (
    <>
      <SmallTable
        label="资金提醒"
        columns={columns}
        rows={data.rows}
        rowKey={({ concern, subject }) => `${concern} ${subject}`}
        onOpen={show}
        none="当前区域没有需要说明的资金。"
      />
      {data.rows.length >= 200 ? <p className="sw-quiet">只列出最要紧的 200 条，请缩小区域再看其余的。</p> : null}
      {open ? <ExplainDialog row={open} year={data.year} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}

type ExplainFields = { reason: string; until: string };

function ExplainDialog({ row, year, onClose }: { row: ConcernRow; year: number; onClose: () => void }) {
  const cache = useQueryClient();
  const { kind } = useAsked();
  const { concern, subject, regionCode } = row;
  return (
    <FormDialog<ExplainFields>
      title={`${CONCERN_NAMES[concern]}：${row.title}`}
      about="写明原因和措施。到预计解决日期以前，这条提醒不再计数；数据更新后自动消失。"
      draft={{ form: 'money-reason', record: `${concern}-${subject}`, title: '说明资金提醒' }}
      initialValues={{}}
      deed={{ label: '保存说明' }}
      onSend={(fields, requestId) =>
        money.client.explain({ requestId, concern, subject, regionCode, year, kind, ...fields })
      }
      done="说明已保存"
      onSent={() => cache.invalidateQueries({ queryKey: money.query.key() })}
      onClose={onClose}
    >
      <Form.Item
        name="reason"
        label="原因和措施"
        rules={[{ required: true, min: 5, message: '请写明原因和措施，至少 5 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={200} showCount />
      </Form.Item>
      <Form.Item name="until" label="预计解决日期" rules={[{ required: true, message: '请选择预计解决日期' }]}>
        <DayInput />
      </Form.Item>
    </FormDialog>
  );
}

function valueText({ unit, value }: { unit: string; value: number }): string {
  return unit === '%' ? `${value / 100}%` : `${value} ${unit}`;
}

function Settings({ data: { settings }, area }: { data: Concerns; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="按什么要求提醒"
      words={{ one: '要求', value: '数值', all: '资金监管要求' }}
      lines={settings}
      valueText={valueText}
      nameOf={({ title, unit }) => `${title}（${unit}）`}
      isAllowed={useMay('money.save-setting')}
      about="对当前区域及其下级生效；下级可以另设更严的要求。"
      draft={{ form: 'money-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={10_000} isWhole={false} />}
      onSave={({ value, ...given }, requestId) => {
        const unit = settings.find(({ key }) => key === given.key)?.unit;
        const whole = unit === '%' ? Math.round(value * 100) : value;
        return money.client.saveSetting({ requestId, regionCode: area, value: whole, ...given });
      }}
      onSaved={() => cache.invalidateQueries({ queryKey: money.query.key() })}
    />
  );
}
