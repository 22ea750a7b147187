// 资产待办: what asks for somebody to do something, until the registers say it was done; and by which days it is reckoned.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Form, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import { BasisItem, EffectiveFromItem, FormDialog, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney, moneyTitle } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { assetPath } from '../../domain/addresses.ts';
import { NEED_DEEDS, NEED_NAMES, NEEDS } from '../../domain/needs.ts';
import { assets, type NeedLine, type Needs } from '../api.ts';
import { FormMenu } from '../parts/form-menu.tsx';
import { needsSearch } from '../searches.ts';

export function NeedsPage() {
  const { code: area } = useArea();
  const { search, change } = useAddress(needsSearch);
  const query = useQuery({
    ...assets.query.needs.queryOptions({ input: { area, need: search.need } }),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  return (
    <div className="sw-page">
      <PageTitle title="资产待办" note={data ? `截至 ${data.asOf}` : ''} actions={<FormMenu area={area} />} />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={8} /> : null}
      {data ? (
        <>
          <div className="sw-filters">
            <Select
              aria-label="待办种类"
              value={search.need ?? ''}
              popupMatchSelectWidth={false}
              options={[
                { value: '', label: '全部待办' },
                ...NEEDS.map((need) => ({
                  value: need,
                  label: `${NEED_NAMES[need]}（${formatCount(data.counts[need])}）`,
                })),
              ]}
              onChange={(need) => change({ need: NEEDS.find((one) => one === need) })}
            />
          </div>
          {search.need ? <p className="sw-quiet">要做的：{NEED_DEEDS[search.need]}</p> : null}
          <NeedTable data={data} />
          <Settings data={data} area={area} />
        </>
      ) : null}
    </div>
  );
}

function dayWords({ on, by, need }: NeedLine): string {
  if (on === undefined || by === undefined) return '';
  if (need === 'contract-ending') return `${on} 到期，还有 ${by} 天`;
  if (need === 'rent-overdue') return `${on} 应收，已过 ${-by} 天`;
  return need === 'registered-late' ? `${on} 验收，已过 ${-by} 天` : `${on} 到期`;
}

const COLUMNS: ListColumn<NeedLine>[] = [
  {
    key: 'need',
    title: '待办',
    render: ({ need }) => <StateTag tone={need === 'rent-overdue' ? 'red' : 'orange'}>{NEED_NAMES[need]}</StateTag>,
    width: 180,
  },
  { key: 'title', title: '资产或项目', render: ({ title }) => title, width: 220 },
  { key: 'subject', title: '编号', render: ({ subject }) => subject, width: 170 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 130 },
  { key: 'on', title: '日期', render: dayWords, width: 200 },
  {
    key: 'amount',
    title: '涉及（万元）',
    render: ({ amountFen }) => <span title={moneyTitle(amountFen)}>{formatMoney(amountFen, '万元')}</span>,
    width: 120,
    align: 'right',
  },
];

function NeedTable({ data }: { data: Needs }) {
  const navigate = useNavigate();
  return (
    <>
      <SmallTable
        label="资产待办"
        columns={COLUMNS}
        rows={data.rows}
        rowKey={({ need, subject }) => `${need} ${subject}`}
        onOpen={({ of, subject }) =>
          void navigate({ to: of === 'asset' ? assetPath(subject) : `/money/projects/${encodeURIComponent(subject)}` })
        }
        none="当前区域没有需要处理的资产。"
      />
      {data.rows.length >= 200 ? <p className="sw-quiet">只列出最要紧的 200 条，请缩小区域再看其余的。</p> : null}
    </>
  );
}

type SettingLine = Needs['settings'][number];

const SETTINGS: ListColumn<SettingLine>[] = [
  { key: 'title', title: '期限', render: ({ title }) => title, width: 260 },
  { key: 'value', title: '天数', render: ({ value }) => `${value} 天`, width: 90, align: 'right' },
  {
    key: 'by',
    title: '由谁设定',
    render: ({ regionName }) => regionName ?? '还没有设定，暂按程序自带的数值',
    width: 240,
  },
  { key: 'from', title: '生效日期', render: ({ effectiveFrom }) => effectiveFrom ?? '', width: 106 },
  { key: 'basis', title: '依据', render: ({ basis }) => basis ?? '', width: 220 },
];

function Settings({ data, area }: { data: Needs; area: number }) {
  const may = useMay('assets.save-setting');
  const [isOpen, setOpen] = useState(false);
  return (
    <Section title="按什么期限列出" extra={may ? <Button onClick={() => setOpen(true)}>设定期限</Button> : null}>
      <SmallTable label="资产管理期限" columns={SETTINGS} rows={data.settings} rowKey={({ key }) => key} none="" />
      {isOpen ? <SettingDialog data={data} area={area} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

type SettingFields = { key: 'contract.ending'; value: number; effectiveFrom: string; basis: string };

function SettingDialog({ data, area, onClose }: { data: Needs; area: number; onClose: () => void }) {
  const cache = useQueryClient();
  const [today] = useState(() => dayjs().format('YYYY-MM-DD'));
  return (
    <FormDialog<SettingFields>
      title="设定资产管理期限"
      about="对当前区域及其下级生效；下级可以另设。"
      draft={{ form: 'asset-setting', record: String(area), title: '设定资产管理期限' }}
      initialValues={{ effectiveFrom: today }}
      deed={{ label: '保存' }}
      onSend={(fields, requestId) => assets.client.saveSetting({ requestId, regionCode: area, ...fields })}
      done="期限已保存"
      onSent={() => cache.invalidateQueries({ queryKey: assets.query.key() })}
      onClose={onClose}
    >
      <Form.Item name="key" label="期限" rules={[{ required: true, message: '请选择期限' }]}>
        <Select options={data.settings.map(({ key, title }) => ({ value: key, label: title }))} />
      </Form.Item>
      <NumberItem name="value" label="天数" required least={0} most={3650} />
      <EffectiveFromItem earliest={today} />
      <BasisItem name="basis" required />
    </FormDialog>
  );
}
