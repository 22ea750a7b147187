// One rule: its text, what is computed, its versions; and, for the region's own accounts, a new version.

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Switch } from 'antd';
import { Facts } from '../../../../platform/web/detail-page.tsx';
import { DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { Block } from '../../../../platform/web/inspect/block.tsx';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatInstant } from '../../../../platform/web/numbers.ts';
import { useMay, useViewer } from '../../../../platform/web/viewer.tsx';
import { describeCondition } from '../../domain/describe.ts';
import { warnings } from '../api.ts';
import type { Rule } from '../types.ts';
import { NEED_WORDS } from './words.tsx';

type RuleDrawerProps = { rule: Rule; onClose: () => void };

export function RuleDrawer({ rule, onClose }: RuleDrawerProps) {
  const { region } = useViewer();
  const maySave = useMay('warnings.save-rule') && region.level === 'autonomous-region';
  return (
    <GuardedDrawer size={640} title={`${rule.code} ${rule.name}`} onClose={onClose}>
      <Block title="规则内容">
        <Facts
          facts={[
            { label: '文字', value: rule.text, wide: true },
            { label: '计算条件', value: describeCondition(rule.condition), wide: true },
            { label: '须先装载', value: rule.needs ? NEED_WORDS[rule.needs] : '不需要' },
            { label: '状态', value: rule.enabled ? '启用' : '停用' },
          ]}
        />
        <p className="sw-quiet">【】内为参数，其值按旗县和日期执行。</p>
      </Block>
      {maySave ? <RuleForm rule={rule} /> : null}
      <Versions code={rule.code} />
    </GuardedDrawer>
  );
}

type Fields = { name: string; text: string; enabled: boolean };

function RuleForm({ rule }: { rule: Rule }) {
  const cache = useQueryClient();
  const { code, version, needs, condition } = rule;
  return (
    <Block title="修改">
      <DraftForm<Fields>
        initialValues={{ name: rule.name, text: rule.text, enabled: rule.enabled }}
        deed={{ label: '保存为新版本' }}
        onSend={(fields, requestId) =>
          warnings.client.saveRule({ requestId, code, version, condition, ...(needs ? { needs } : {}), ...fields })
        }
        done="已保存为新版本，下次筛查起执行"
        onSent={() => cache.invalidateQueries({ queryKey: warnings.query.key() })}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item
          name="text"
          label="文字"
          rules={[{ required: true, whitespace: true, min: 4, message: '请填写规则文字，至少 4 个字' }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
        <Form.Item name="enabled" label="启用" valuePropName="checked">
          <Switch />
        </Form.Item>
      </DraftForm>
    </Block>
  );
}

function Versions({ code }: { code: string }) {
  const query = useQuery(warnings.query.ruleVersions.queryOptions({ input: { code } }));
  return (
    <Block title="历次版本">
      <SmallTable
        label="历次版本"
        columns={[
          { key: 'version', title: '版本', render: ({ version }) => `第 ${version} 版`, width: 76 },
          { key: 'enabled', title: '状态', render: ({ enabled }) => (enabled ? '启用' : '停用'), width: 64 },
          { key: 'text', title: '文字', render: ({ text }) => text, width: 200 },
          { key: 'who', title: '修改人', render: ({ accountName }) => accountName, width: 90 },
          { key: 'at', title: '时间', render: ({ at }) => formatInstant(at), width: 136 },
        ]}
        rows={query.data ?? []}
        rowKey={({ version }) => version}
        none="正在读取"
      />
    </Block>
  );
}
