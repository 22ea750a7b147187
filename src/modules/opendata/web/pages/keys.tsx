// 数据接口: the keys of the own area, and how other offices read with one.

import { PlusOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { newRequestId } from '../../../../platform/web/api.ts';
import { useConfirm } from '../../../../platform/web/confirm.ts';
import { Section, StateTag } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { RowButton } from '../../../../platform/web/list/row-button.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { FIGURES } from '../../../figures/domain/definitions/index.ts';
import { type ApiKey, opendata } from '../api.ts';
import { MakeKey } from '../parts/make-key.tsx';

const NAMES = new Map(FIGURES.map(({ id, name }) => [id, name]));

function figuresText({ figures }: ApiKey): string {
  if (figures.length === FIGURES.length) return `全部 ${figures.length} 个`;
  const names = figures.slice(0, 3).map((id) => NAMES.get(id) ?? id);
  return figures.length > 3 ? `${names.join('、')}等 ${figures.length} 个` : names.join('、');
}

function StateOf({ state }: ApiKey) {
  if (state === 'revoked') return <StateTag>已停用</StateTag>;
  if (state === 'expired') return <StateTag tone="orange">已到期</StateTag>;
  return <StateTag tone="green">在用</StateTag>;
}

const COLUMNS: ListColumn<ApiKey>[] = [
  { key: 'office', title: '使用单位', render: ({ office }) => office, width: 160 },
  { key: 'name', title: '用途', render: ({ name }) => name, width: 150 },
  { key: 'hint', title: '末四位', render: ({ hint }) => hint, width: 80 },
  { key: 'area', title: '地区', render: ({ areaName }) => areaName, width: 130 },
  { key: 'figures', title: '指标', render: figuresText, width: 260 },
  { key: 'rate', title: '每分钟次数', render: ({ perMinute }) => perMinute, width: 100, align: 'right' },
  { key: 'expires', title: '有效期至', render: ({ expiresOn }) => expiresOn, width: 110 },
  { key: 'state', title: '状态', render: (key) => <StateOf {...key} />, width: 90 },
  {
    key: 'used',
    title: '最近使用',
    render: (key) => formatInstant(key.lastUsedAt ?? undefined) || UNKNOWN,
    width: 150,
  },
  { key: 'made', title: '发放人', render: ({ madeBy }) => madeBy, width: 110 },
];

export function KeysPage() {
  const cache = useQueryClient();
  const confirm = useConfirm();
  const [making, setMaking] = useState(false);
  const query = useQuery(opendata.query.keys.queryOptions());
  const refresh = () => cache.invalidateQueries({ queryKey: opendata.query.keys.key() });
  const revoke = ({ id, office, name, hint }: ApiKey) =>
    confirm({
      title: '停用密钥',
      what: `${office}（${name}，末四位 ${hint}）立即不能再读取，停用后不能恢复。`,
      deed: '停用',
      danger: true,
      run: async () => {
        await opendata.client.revokeKey({ requestId: newRequestId(), id });
        await refresh();
      },
    });
  const columns: ListColumn<ApiKey>[] = [
    ...COLUMNS,
    {
      ...{ key: 'deeds', title: '操作', width: 80 },
      render: (key) => (key.state === 'active' ? <RowButton onClick={() => revoke(key)}>停用</RowButton> : null),
    },
  ];
  return (
    <div className="sw-page">
      <PageTitle
        title="数据接口"
        note="其他单位的程序凭密钥读取指标"
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
            发放密钥
          </Button>
        }
      />
      <Section title="密钥">
        {query.isPending ? <Loading rows={6} /> : null}
        {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.data ? (
          <SmallTable
            label="数据接口密钥"
            columns={columns}
            rows={query.data}
            rowKey={({ id }) => id}
            none="还没有发放密钥"
          />
        ) : null}
      </Section>
      <HowTo />
      {making ? <MakeKey onMade={refresh} onClose={() => setMaking(false)} /> : null}
    </div>
  );
}

const WAYS = [
  { key: 'json', title: 'JSON', path: '/api/open/figures', note: '字段说明在 /api/openapi.json 的 opendata.figures' },
  { key: 'csv', title: 'CSV', path: '/api/open/figures.csv', note: '列与“公布数”页导出的文件相同' },
  {
    key: 'odata',
    title: 'OData 4',
    path: '/api/open/odata',
    note: 'Excel、Power BI 选“OData 数据源”，登录方式选“基本”，密码填密钥',
  },
] as const;

function HowTo() {
  const { origin } = window.location;
  return (
    <Section title="怎么读">
      <SmallTable
        label="怎么读"
        columns={[
          { key: 'title', title: '方式', render: ({ title }) => title, width: 90 },
          { key: 'path', title: '地址', render: ({ path }) => <code>{`${origin}${path}`}</code>, width: 380 },
          { key: 'note', title: '说明', render: ({ note }) => note, width: 420 },
        ]}
        rows={[...WAYS]}
        rowKey={({ key }) => key}
        none=""
      />
      <p>
        参数：day 时点（如 2022-05-31），area 地区代码，level 分地区（prefecture 盟市，county 旗县），figures
        指标代码（逗号分开），knownBy 截至何时录入。都可以不填。
      </p>
      <p>
        例：<code>{`curl -H "Authorization: Bearer 密钥" "${origin}/api/open/figures?day=2022-05-31"`}</code>
      </p>
    </Section>
  );
}
