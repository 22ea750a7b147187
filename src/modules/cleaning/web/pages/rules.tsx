// 规则与设定: what is asked here, what cannot be for want of data, and the numbers that hold.

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { SettingsSection } from '../../../../platform/web/list/settings-section.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { cleaning, type RuleLine, type RulesShown } from '../api.ts';
import { RuleState, SwitchDialog } from '../doors/rule-switch.tsx';
import { SeverityTag } from '../parts/words.tsx';

const PASTURE = { info: '牧区只作提示', off: '牧区不查' } as const;

const COLUMNS: ListColumn<RuleLine>[] = [
  { key: 'code', title: '规则', render: ({ code }) => code, width: 56 },
  { key: 'on', title: '状态', render: (rule) => <RuleState rule={rule} />, width: 84 },
  { key: 'severity', title: '严重度', render: ({ severity }) => <SeverityTag severity={severity} />, width: 76 },
  { key: 'text', title: '查什么', render: ({ text }) => text, width: 430 },
  { key: 'lacks', title: '缺少的数据', render: ({ lacks }) => lacks ?? '', width: 250 },
  { key: 'pasture', title: '牧区', render: ({ pasture }) => (pasture ? PASTURE[pasture] : ''), width: 106 },
  { key: 'basis', title: '依据', render: ({ basis }) => basis, width: 150 },
  { key: 'version', title: '版本', render: ({ version }) => version, width: 56, align: 'right' },
  {
    key: 'open',
    title: '未销号',
    render: ({ open, checked }) => (checked ? formatCount(open) : '—'),
    width: 76,
    align: 'right',
  },
];

export function RulesPage() {
  const { code: area } = useArea();
  const query = useQuery({
    ...cleaning.query.rules.queryOptions({ input: { area } }),
    placeholderData: keepPreviousData,
  });
  const maySet = useMay('cleaning.save-setting');
  const [switched, setSwitched] = useState<RuleLine>();
  const { data } = query;
  const act: ListColumn<RuleLine> = {
    ...{ key: 'act', title: '', width: 64, control: true },
    render: (rule) =>
      rule.checked ? <RowButton onClick={() => setSwitched(rule)}>{rule.on ? '停用' : '启用'}</RowButton> : null,
  };
  return (
    <div className="sw-page">
      <PageTitle
        title="清洗规则"
        note={data ? `规则集版本 ${data.version}${data.isPasture ? ' · 按牧区口径' : ''}` : ''}
      />
      {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <Loading rows={12} /> : null}
      {data ? (
        <>
          <Section title="规则">
            <SmallTable
              label="规则"
              columns={maySet ? [act, ...COLUMNS] : COLUMNS}
              rows={data.rules}
              rowKey={({ code }) => code}
              none=""
            />
          </Section>
          <Numbers data={data} area={area} />
        </>
      ) : null}
      {switched ? <SwitchDialog rule={switched} area={area} onClose={() => setSwitched(undefined)} /> : null}
    </div>
  );
}

function Numbers({ data: { settings }, area }: { data: RulesShown; area: number }) {
  const cache = useQueryClient();
  return (
    <SettingsSection
      title="阈值和期限"
      words={{ one: '阈值或期限', value: '数值', all: '清洗阈值和期限' }}
      lines={settings}
      valueText={({ value }) => String(value)}
      nameOf={({ title }) => title}
      isAllowed={useMay('cleaning.save-setting')}
      about="对当前区域及其下级生效；下级可以另设。下一次清洗起按新的数值。"
      draft={{ form: 'cleaning-setting', record: String(area) }}
      item={<NumberItem name="value" label="数值" required least={0} most={10_000_000} />}
      onSave={(given, requestId) => cleaning.client.saveSetting({ requestId, regionCode: area, ...given })}
      onSaved={() => cache.invalidateQueries({ queryKey: cleaning.query.key() })}
    />
  );
}
