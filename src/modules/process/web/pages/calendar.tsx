// 节假日: a year at a glance; a click makes a day free or worked. Saved, the last days of open cases follow.

import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input } from 'antd';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import { useAddress } from '../../../../platform/web/addresses.ts';
import { useShowFailure } from '../../../../platform/web/confirm.ts';
import { DraftForm, type Given, useResume } from '../../../../platform/web/form/index.ts';
import { PageTitle } from '../../../../platform/web/page-title.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { useMay } from '../../../../platform/web/viewer.tsx';
import type { CalendarDay } from '../api.ts';
import { processApi } from '../api.ts';
import { CalendarCheck } from '../parts/calendar-check.tsx';
import { CalendarYear } from '../parts/calendar-year.tsx';
import { calendarSearch } from '../searches.ts';
import '../process.css';

const CALENDAR_DRAFT = 'calendar';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export function CalendarPage() {
  const { search, change } = useAddress(calendarSearch);
  const year = search.year ?? dayjs().year();
  const days = useQuery(processApi.query.calendar.queryOptions({ input: { year } }));
  return (
    <div className="sw-page">
      <PageTitle
        title="节假日"
        note="按工作日计算的期限跳过“休”的日子，计入“班”的日子。全区统一。"
        actions={
          <>
            <Button
              aria-label="上一年"
              icon={<LeftOutlined />}
              disabled={year <= FIRST_YEAR}
              onClick={() => change({ year: year - 1 })}
            />
            <strong className="sw-year">{year} 年</strong>
            <Button
              aria-label="下一年"
              icon={<RightOutlined />}
              disabled={year >= LAST_YEAR}
              onClick={() => change({ year: year + 1 })}
            />
          </>
        }
      />
      {days.isPending ? <Loading rows={12} /> : null}
      {days.isLoadingError ? <Failed error={days.error} onRetry={() => void days.refetch()} /> : null}
      {days.data ? <Year key={year} year={year} saved={days.data} /> : null}
    </div>
  );
}

function sameDays(one: readonly CalendarDay[], other: readonly CalendarDay[]): boolean {
  const text = (days: readonly CalendarDay[]) =>
    JSON.stringify(
      [...days].sort((a, b) => a.day.localeCompare(b.day)).map(({ day, working, name }) => [day, working, name]),
    );
  return text(one) === text(other);
}

type Fields = { days: CalendarDay[]; name?: string };

function Year({ year, saved }: { year: number; saved: CalendarDay[] }) {
  const cache = useQueryClient();
  const mayEdit = useMay('process.save-calendar');
  const [form] = Form.useForm<Fields>();
  const days = Form.useWatch('days', form) ?? saved;
  // The form is the page: whoever goes on with a draft finds it here.
  useResume(CALENDAR_DRAFT, (record) => record === String(year));
  const changed = !sameDays(days, saved);
  useEffect(() => {
    if (!form.isFieldsTouched()) form.setFieldValue('days', saved);
  }, [form, saved]);
  return (
    <>
      <Recomputing />
      <CalendarCheck year={year} changed={changed} />
      <DraftForm<Fields>
        form={form}
        draft={{ form: CALENDAR_DRAFT, record: String(year), title: `${year} 年节假日` }}
        initialValues={{ days: saved }}
        {...(mayEdit ? { deed: { label: '保存', disabled: !changed } } : {})}
        back="放弃修改"
        onClose={() => form.resetFields()}
        onSend={(fields, requestId) => processApi.client.saveCalendar({ requestId, year, days: fields.days })}
        done="已保存，未办结个案的期限正在按新的节假日重算"
        onSent={async () => {
          await cache.invalidateQueries({ queryKey: processApi.query.calendar.key() });
          await cache.invalidateQueries({ queryKey: processApi.query.calendarCheck.key() });
          await cache.invalidateQueries({ queryKey: processApi.query.recomputing.key() });
        }}
      >
        <Form.Item name="days" noStyle>
          <YearInput year={year} mayEdit={mayEdit} />
        </Form.Item>
      </DraftForm>
    </>
  );
}

type NameBarProps = { year: number; onFill: (days: CalendarDay[]) => void };

function NameBar({ year, onFill }: NameBarProps) {
  const { message } = App.useApp();
  const showFailure = useShowFailure();

  async function fillOfficial() {
    try {
      const official = await processApi.client.officialHolidays({ year });
      if (official.length > 0) onFill(official);
      else void message.warning(`程序中没有 ${year} 年的放假安排。请按国务院办公厅的通知逐日填写。`);
    } catch (error) {
      showFailure(error);
    }
  }

  return (
    <div className="sw-filters sw-calendar-bar">
      <label htmlFor="name">名称</label>
      <Form.Item name="name" noStyle>
        <Input className="sw-holiday-name" maxLength={20} placeholder="如：国庆节" />
      </Form.Item>
      <span className="sw-quiet">先填名称，再点日期：工作日改为休，周末改为班；再点一次恢复。</span>
      <span className="sw-grow" />
      <Button onClick={() => void fillOfficial()}>填入法定节假日</Button>
    </div>
  );
}

type YearInputProps = Given<CalendarDay[]> & { year: number; mayEdit: boolean };

function YearInput({ value = [], onChange, year, mayEdit }: YearInputProps) {
  const form = Form.useFormInstance<Fields>();

  function toggle(day: string, working: boolean) {
    const others = value.filter((each) => each.day !== day);
    const name = (form.getFieldValue('name') ?? '').trim();
    onChange?.(others.length < value.length ? others : [...value, { day, working, name }]);
  }

  return (
    <>
      {mayEdit ? <NameBar year={year} onFill={(official) => onChange?.(official)} /> : null}
      <CalendarYear year={year} days={value} {...(mayEdit ? { onToggle: toggle } : {})} />
    </>
  );
}

/** While the job goes on, it is asked again; nothing is shown when nothing is waiting. */
function Recomputing() {
  const state = useQuery(
    processApi.query.recomputing.queryOptions({
      refetchInterval: (query) => (query.state.data?.waiting ? 2000 : false),
    }),
  );
  if (!state.data?.waiting) return null;
  return (
    <Alert
      className="sw-alert"
      type="info"
      showIcon
      role="status"
      title="未办结个案的期限正在按新的节假日重算，可以离开本页。"
    />
  );
}
