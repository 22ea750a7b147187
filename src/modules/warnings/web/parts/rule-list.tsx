// The rules with what each found last, and how many of its checked hits held.

import { useQuery } from '@tanstack/react-query';
import { Tooltip } from 'antd';
import { useState } from 'react';
import { StateTag } from '../../../../platform/web/detail-page.tsx';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatDay, formatRate } from '../../../../platform/web/numbers.ts';
import { useArea } from '../../../../platform/web/regions.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { warnings } from '../api.ts';
import type { BackTest, Rule } from '../types.ts';
import { RuleDrawer } from './rule-drawer.tsx';
import { NEED_WORDS } from './words.tsx';

type Row = Rule & { test: BackTest | undefined };

const COLUMNS: ListColumn<Row>[] = [
  { key: 'code', title: '编号', render: ({ code }) => code, width: 60 },
  { key: 'name', title: '名称', render: ({ name }) => name, width: 80 },
  { key: 'text', title: '内容', render: ({ text }) => text, width: 330 },
  { key: 'needs', title: '须先装载', render: ({ needs }) => (needs ? NEED_WORDS[needs] : ''), width: 140 },
  {
    key: 'enabled',
    title: '状态',
    render: ({ enabled }) => (enabled ? <StateTag tone="green">启用</StateTag> : <StateTag>停用</StateTag>),
    width: 70,
  },
  {
    key: 'households',
    title: '最近发现（户）',
    render: ({ households }) => formatCount(households),
    width: 110,
    align: 'right',
  },
  {
    key: 'checked',
    title: '已核实（户）',
    render: ({ test }) => formatCount(test?.checked),
    width: 96,
    align: 'right',
  },
  { key: 'rate', title: '属实率', render: ({ test }) => <ConfirmedRate test={test} />, width: 80, align: 'right' },
  { key: 'version', title: '版本', render: ({ version }) => `第 ${version} 版`, width: 76 },
  { key: 'at', title: '修改时间', render: ({ at }) => formatDay(at), width: 100 },
];

function ConfirmedRate({ test }: { test: BackTest | undefined }) {
  const { text, title } = formatRate(test?.confirmed, test?.checked);
  return <Tooltip title={`近 12 个月核实属实 / 已核实：${title} 户`}>{text}</Tooltip>;
}

export function RuleList() {
  const { code: area } = useArea();
  const rules = useQuery(warnings.query.rules.queryOptions());
  const tests = useQuery(warnings.query.backTest.queryOptions({ input: { area } }));
  const [open, setOpen] = useState<Rule>();
  if (rules.isPending) return <Loading rows={12} />;
  if (rules.isLoadingError) return <Failed error={rules.error} onRetry={() => void rules.refetch()} />;
  const rows = rules.data.map((rule) => ({ ...rule, test: tests.data?.find(({ code }) => code === rule.code) }));
  return (
    <Block title="预警规则" extra={<span className="sw-quiet">属实率是规则回测的结果：核实为无风险的不算属实</span>}>
      <SmallTable
        label="预警规则"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ code }) => code}
        onOpen={setOpen}
        none="没有规则"
      />
      {open ? <RuleDrawer rule={open} onClose={() => setOpen(undefined)} /> : null}
    </Block>
  );
}
