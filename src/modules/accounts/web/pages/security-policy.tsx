// 安全策略: the rules of signing in, for the whole installation.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { FormDialog, NumberItem } from '../../../../platform/web/form/index.ts';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useViewer } from '../../../../platform/web/viewer.tsx';
import {
  POLICY_RULES,
  type PolicyKey,
  type PolicyRule,
  SECOND_FACTOR_CHOICES,
  WATERMARK_CHOICES,
} from '../../domain/security-policy.ts';
import { accounts } from '../api.ts';

/** Rules that are no numbers on screen. */
const CHOICES: Partial<Record<PolicyKey, readonly string[]>> = {
  secondFactor: SECOND_FACTOR_CHOICES,
  watermark: WATERMARK_CHOICES,
};
const UNENROLLED = '没有启用动态口令的，下次操作前须先启用。';

type Line = PolicyRule & { value: number };

function valueText({ key, value, unit }: Line): string {
  const choices = CHOICES[key];
  if (choices) return choices[value] ?? '';
  if (value === 0) return key === 'exportReasonRows' ? '不要求' : '不限';
  return `${value} ${unit}`;
}

export function SecurityPolicyPage() {
  const viewer = useViewer();
  const cache = useQueryClient();
  const query = useQuery(accounts.query.policy.queryOptions());
  const [open, setOpen] = useState<Line>();
  const maySet = viewer.region.level === 'autonomous-region';
  const columns: ListColumn<Line>[] = [
    { key: 'title', title: '项目', render: ({ title }) => title, width: 220 },
    { key: 'value', title: '现行', render: valueText, width: 220 },
    { key: 'about', title: '说明', render: ({ about }) => about, width: 300 },
    ...(maySet
      ? [
          {
            ...{ key: 'set', title: '操作', width: 80, control: true },
            render: (line: Line) => (
              <Button size="small" type="link" aria-label={`设定${line.title}`} onClick={() => setOpen(line)}>
                设定
              </Button>
            ),
          },
        ]
      : []),
  ];
  const lines = POLICY_RULES.map((rule) => ({ ...rule, value: query.data?.[rule.key] ?? rule.fallback }));
  return (
    <div className="sw-page">
      <PageTitle title="安全策略" note={maySet ? '对全系统起作用' : '由自治区的安全管理员设定'} />
      <Section title="登录、导出与日志">
        {query.isPending ? <Loading rows={5} /> : null}
        {query.isError ? <Failed error={query.error} onRetry={() => void query.refetch()} /> : null}
        {query.data ? (
          <SmallTable label="安全策略" columns={columns} rows={lines} rowKey={({ key }) => key} none="" />
        ) : null}
      </Section>
      {open ? (
        <RuleDialog
          line={open}
          onClose={() => setOpen(undefined)}
          onSaved={() => cache.invalidateQueries({ queryKey: accounts.query.policy.key() })}
        />
      ) : null}
    </div>
  );
}

type RuleDialogProps = { line: Line; onClose: () => void; onSaved: () => Promise<unknown> };

function RuleDialog({ line: { key, title, unit, value, least, most, about }, onClose, onSaved }: RuleDialogProps) {
  const choices = CHOICES[key];
  return (
    <FormDialog<{ value: number }>
      title={`设定${title}`}
      initialValues={{ value }}
      deed={{ label: '保存' }}
      onSend={(fields, requestId) => accounts.client.savePolicy({ requestId, key, value: fields.value })}
      done="已设定，立即起作用"
      onSent={onSaved}
      onClose={onClose}
    >
      {choices ? (
        <Form.Item name="value" label={title} extra={key === 'secondFactor' ? UNENROLLED : undefined}>
          <Select options={choices.map((label, choice) => ({ value: choice, label }))} />
        </Form.Item>
      ) : (
        <NumberItem name="value" label={title} unit={unit} least={least} most={most} extra={about} isWhole required />
      )}
    </FormDialog>
  );
}
