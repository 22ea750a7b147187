// 起草发布稿: of which day, told on which day. It opens in its editor.

import { useNavigate } from '@tanstack/react-router';
import { Checkbox, Form, Input } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, DraftForm, todayText } from '../../../../platform/web/form/index.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { statements } from '../api.ts';

type Made = { countyCode: number; id: number };
type Typed = { title: string; asOf: string; publishOn: string; fresh: boolean };

export function DraftPage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  return (
    <div className="sw-page">
      <PageTitle title="起草发布稿" />
      <Section title="时点和日期">
        <DraftForm<Typed, Made>
          initialValues={{
            title: '巩固拓展脱贫攻坚成果发布稿',
            asOf: todayText(),
            publishOn: todayText(),
            fresh: false,
          }}
          deed={{ label: '起草' }}
          back=""
          done="已起草，请写正文并核对"
          onSend={(typed, requestId) => statements.client.draft({ requestId, area, ...typed })}
          onSent={({ countyCode, id }) => navigate({ to: `/statements/${countyCode}/${id}` })}
        >
          <Form.Item name="title" label="发布稿名称" rules={[{ required: true, message: '请填写名称' }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item
            name="asOf"
            label="数据时点"
            extra="数算到这一天"
            rules={[{ required: true, message: '请选择数据时点' }]}
          >
            <DayInput latest={todayText()} />
          </Form.Item>
          <Form.Item
            name="publishOn"
            label="发布日期"
            extra="“今年”“去年”按这一天写"
            rules={[{ required: true, message: '请选择发布日期' }]}
          >
            <DayInput />
          </Form.Item>
          <Form.Item name="fresh" valuePropName="checked">
            <Checkbox>不接着上一篇写，用默认正文</Checkbox>
          </Form.Item>
        </DraftForm>
      </Section>
    </div>
  );
}
