// One data issue: what it is about, and how it was or is to be settled.

import { Link } from '@tanstack/react-router';
import { Form, Input, Radio } from 'antd';
import { Facts, Section } from '../../../../platform/web/detail-page.tsx';
import { DraftForm, GuardedDrawer } from '../../../../platform/web/form/index.ts';
import { formatInstant, UNKNOWN } from '../../../../platform/web/numbers.ts';
import { shownNumber } from '../../domain/local-number.ts';
import { DATA_ISSUES } from '../../domain/registry-columns.ts';
import { households } from '../api.ts';
import type { DataIssue } from '../types.ts';
import { IssueStateTag } from './tags.tsx';

type IssueDrawerProps = { issue: DataIssue; mayClose: boolean; onClose: () => void; onDone: () => Promise<void> };

export function IssueDrawer({ issue, mayClose, onClose, onDone }: IssueDrawerProps) {
  const isOpen = issue.state === 'open';
  return (
    <GuardedDrawer title={DATA_ISSUES[issue.code] ?? issue.code} onClose={onClose}>
      <Section title="基本情况" extra={<IssueStateTag state={issue.state} />}>
        <Facts
          facts={[
            { label: '户编号', value: issue.householdNumber ? shownNumber(issue.householdNumber) : UNKNOWN },
            { label: '户主', value: issue.headName },
            { label: '成员', value: issue.personName },
            { label: '嘎查村', value: issue.villageName },
            ...(issue.about ? [{ label: '具体情况', value: issue.about, wide: true }] : []),
            { label: '发现时间', value: formatInstant(issue.openedAt) },
            { label: '来源行号', value: issue.line },
            { label: '处理时间', value: formatInstant(issue.closedAt) },
            { label: '处理人', value: issue.closedBy },
            { label: '处理说明', value: issue.explanation, wide: true },
          ]}
        />
      </Section>
      {isOpen && mayClose && issue.rule === undefined ? <ClosingForm issue={issue} onDone={onDone} /> : null}
      {isOpen && issue.rule !== undefined ? <ToCleaning issue={issue} /> : null}
    </GuardedDrawer>
  );
}

/** What a rule found is answered, signed and proven by a rerun. */
function ToCleaning({ issue: { householdNumber = '' } }: Pick<IssueDrawerProps, 'issue'>) {
  return (
    <p>
      由清洗规则查出，处理结论在
      <Link to="/households/issues" search={(old: object) => ({ ...old, text: householdNumber })}>
        疑点清单
      </Link>
      登记，签认以后复跑销号。
    </p>
  );
}

type Fields = { state: 'explained' | 'corrected'; explanation: string };

function ClosingForm({ issue: { countyCode, id }, onDone }: Pick<IssueDrawerProps, 'issue' | 'onDone'>) {
  return (
    <Section title="处理">
      <DraftForm<Fields>
        initialValues={{ state: 'explained' }}
        deed={{ label: '处理' }}
        onSend={(fields, requestId) => households.client.closeIssue({ requestId, countyCode, id, ...fields })}
        done="已处理"
        onSent={onDone}
      >
        <Form.Item name="state" label="处理结果" extra="登记内容本身有误的，先更正登记册再选“已更正”。">
          <Radio.Group
            options={[
              { value: 'explained', label: '已说明：情况属实，不需要更正' },
              { value: 'corrected', label: '已更正：登记内容已改正' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="explanation"
          label="处理说明"
          rules={[{ required: true, whitespace: true, min: 5, message: '请写明处理情况，至少 5 个字' }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </DraftForm>
    </Section>
  );
}
