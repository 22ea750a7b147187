// 起草通报: what is told of, and of which day. What was drafted opens in the register of circulars.

import { useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DayInput, DraftForm, todayText } from '../../../../platform/web/form/index.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { CIRCULAR_CODES, CIRCULAR_KINDS, type CircularCode } from '../../domain/kinds.ts';
import { circulars } from '../api.ts';

type Made = { countyCode: number; id: number };
type Typed = { kind: CircularCode; asOf: string };

export function DraftPage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  return (
    <div className="sw-page">
      <PageTitle title="起草通报" />
      <Section title="对当前区域的各旗县排名通报">
        <DraftForm<Typed, Made>
          initialValues={{ kind: CIRCULAR_CODES[0], asOf: todayText() }}
          deed={{ label: '起草' }}
          back=""
          done="已起草，核对后由另一人签发"
          onSend={({ kind, asOf }, requestId) => circulars.client.draft({ requestId, kind, area, asOf })}
          onSent={({ countyCode, id }) =>
            navigate({
              ...{ to: '/registers/$code', params: { code: 'circulars' } },
              search: { record: `${countyCode}-${id}` },
            })
          }
        >
          <Form.Item name="kind" label="通报事项" rules={[{ required: true, message: '请选择通报事项' }]}>
            <Select options={CIRCULAR_CODES.map((code) => ({ value: code, label: CIRCULAR_KINDS[code].title }))} />
          </Form.Item>
          <Form.Item name="asOf" label="数据时点" rules={[{ required: true, message: '请选择数据时点' }]}>
            <DayInput latest={todayText()} />
          </Form.Item>
        </DraftForm>
      </Section>
    </div>
  );
}
