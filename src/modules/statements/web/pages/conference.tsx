// 联席会议材料: one click for a quarter of the area; what was made opens, with what was made before below.

import { useNavigate } from '@tanstack/react-router';
import { Form, Select } from 'antd';
import { Section } from '../../../../platform/web/detail-page.tsx';
import { DraftForm, todayText } from '../../../../platform/web/form/index.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { useArea } from '../../../../platform/web/regions.tsx';
import { type Quarter, quarterDays, quarterOf, quartersUntil, quarterWords } from '../../domain/appendix.ts';
import { statements } from '../api.ts';
import { PacksMade } from '../parts/packs-made.tsx';

const OFFERED = 12;

type Made = { countyCode: number; id: number };
type Typed = { quarter: string };

const keyOf = ({ year, quarter }: Quarter) => `${year}-${quarter}`;

/** The last one that is over: that is what a conference speaks of. */
const lastOver = (today: string): Quarter => quartersUntil(today, 2)[1] ?? quarterOf(today);

const earlier = (a: string, b: string) => (a < b ? a : b);

export function ConferencePage() {
  const { code: area } = useArea();
  const navigate = useNavigate();
  const today = todayText();
  const quarters = quartersUntil(today, OFFERED);
  return (
    <div className="sw-page">
      <PageTitle title="联席会议材料" />
      <Section title="为当前区域生成一个季度的材料">
        <DraftForm<Typed, Made>
          initialValues={{ quarter: keyOf(lastOver(today)) }}
          deed={{ label: '生成材料' }}
          back=""
          done="材料已生成，请核对后送审"
          onSend={({ quarter: key }, requestId) => {
            const quarter = quarters.find((one) => keyOf(one) === key) ?? lastOver(today);
            const asOf = earlier(quarterDays(quarter).to, today);
            const title = `${quarterWords(quarter)}联席会议材料`;
            return statements.client.draft({ requestId, kind: 'conference', area, title, asOf, publishOn: today });
          }}
          onSent={({ countyCode, id }) => navigate({ to: `/statements/${countyCode}/${id}` })}
        >
          <Form.Item name="quarter" label="季度" extra="数算到季度末；季度还没过完的，算到今天">
            <Select
              options={quarters.map((quarter) => ({ value: keyOf(quarter), label: quarterWords(quarter) }))}
              style={{ maxWidth: 240 }}
            />
          </Form.Item>
        </DraftForm>
      </Section>
      <PacksMade />
    </div>
  );
}
