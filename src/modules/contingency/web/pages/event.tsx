// One event: what the plan says, how far the visits are, the warnings it brought, its papers.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { DetailPage, Facts, Section } from '../../../../platform/web/detail-page.tsx';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount, formatMoney } from '../../../../platform/web/numbers.ts';
import { DocumentActions } from '../../../../platform/web/papers/document-actions.tsx';
import { StatCard, StatRow } from '../../../../platform/web/stat-card.tsx';
import { Failed, Loading } from '../../../../platform/web/states.tsx';
import { todayText } from '../../../../platform/web/today.ts';
import { useMay } from '../../../../platform/web/viewer.tsx';
import { eventHouseholdsPath } from '../../domain/addresses.ts';
import { ACTIVATION_FORMS, FORM_NAMES, RESPONSE_LEVELS } from '../../domain/words.ts';
import { contingency, type EventTold } from '../api.ts';
import { EventState, HAZARDS, Terms } from '../parts/words.tsx';

export function EventPage() {
  const { number = '' }: { number?: string } = useParams({ strict: false });
  const query = useQuery(contingency.query.event.queryOptions({ input: { number } }));
  if (query.isPending) return <Loading rows={12} />;
  if (query.isLoadingError) return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  return <OneEvent event={query.data as EventTold} />;
}

function OneEvent({ event }: { event: EventTold }) {
  const { state, terms, number, eventOn, level, hazard } = event;
  const today = todayText();
  return (
    <DetailPage
      title={event.event}
      state={<EventState state={state} />}
      note={`${number} · ${HAZARDS[hazard] ?? ''}${RESPONSE_LEVELS[level]}响应 · ${eventOn}`}
      listPath="/contingency"
      actions={<Papers event={event} />}
    >
      {terms.length > 0 ? (
        <p>
          <Terms terms={terms} asOf={today} />
        </p>
      ) : null}
      <Numbers event={event} />
      <Section
        title="启动"
        extra={
          <Link
            to="/registers/$code"
            params={{ code: 'contingency-activations' }}
            search={(old: object) => ({ ...old, text: number })}
          >
            办理（启动、终止、评估）
          </Link>
        }
      >
        <Facts
          facts={[
            { label: '地区', value: event.regionName },
            { label: '预案', value: event.planName },
            { label: '触发依据', value: event.basis, wide: true },
            { label: '启动日期', value: event.activatedOn },
            { label: '批准岗位', value: event.approvedBy },
            { label: '处置措施', value: event.measures, wide: true },
            { label: '责任岗位', value: event.dutyPost, wide: true },
            { label: '终止日期', value: event.endedOn },
            { label: '评估日期', value: event.reviewedOn },
            { label: '评估结论', value: event.reviewText, wide: true },
          ]}
        />
        <SmallTable
          label="办理经过"
          columns={MOVE_COLUMNS}
          rows={event.moves}
          rowKey={({ at, move }) => `${at} ${move}`}
          none="还没有办理。"
        />
      </Section>
      <Section title="各苏木乡镇">
        <SmallTable
          label="各苏木乡镇"
          columns={TOWNSHIP_COLUMNS}
          rows={event.townships}
          rowKey={({ code }) => code}
          none="启动以后列出名单。"
        />
      </Section>
      <Section title="逐日">
        <SmallTable label="逐日" columns={DAY_COLUMNS} rows={event.days} rowKey={({ on }) => on} none="还没有走访。" />
      </Section>
    </DetailPage>
  );
}

function Papers({ event: { number } }: { event: EventTold }) {
  const [form, setForm] = useState<(typeof ACTIVATION_FORMS)[number]>('daily');
  if (!useMay('contingency.event-paper')) return null;
  return (
    <>
      <Select
        aria-label="表格"
        size="small"
        value={form}
        onChange={setForm}
        options={ACTIVATION_FORMS.map((value) => ({ value, label: FORM_NAMES[value] }))}
        style={{ width: 160 }}
      />
      <DocumentActions
        address={{
          path: `/contingency/events/${encodeURIComponent(number)}/paper`,
          query: { form },
          name: FORM_NAMES[form],
          sheet: true,
        }}
      />
    </>
  );
}

function Numbers({ event }: { event: EventTold }) {
  const to = eventHouseholdsPath(event.number);
  const { listed, seen, loss, lossFen, helped, unidentified, toMonitor, warnings } = event;
  return (
    <StatRow>
      <StatCard title="名单" value={formatCount(listed)} unit="户" to={to} search={{ look: 'all' }} />
      <StatCard
        title="还没走访"
        value={formatCount(listed - seen)}
        unit="户"
        tone={listed > seen ? 'orange' : 'plain'}
        to={to}
        search={{ look: 'waiting' }}
      />
      <StatCard title="先行救助" value={formatCount(helped)} unit="户" to={to} search={{ look: 'seen' }} />
      <StatCard
        title="申报损失"
        value={formatMoney(lossFen, '万元')}
        unit="万元"
        note={`${formatCount(loss)} 户，未经核实`}
        to={to}
        search={{ look: 'loss' }}
      />
      <StatCard
        title="待识别"
        value={formatCount(unidentified)}
        unit="户"
        note={`需识别 ${toMonitor} 户`}
        tone={unidentified > 0 ? 'orange' : 'plain'}
        to={to}
        search={{ look: 'to-monitor' }}
      />
      <StatCard
        title="归到本次响应的预警"
        value={formatCount(warnings)}
        unit="条"
        note="不进个人到期提醒"
        to="/warnings"
      />
    </StatRow>
  );
}

const MOVE_COLUMNS: ListColumn<EventTold['moves'][number]>[] = [
  { key: 'at', title: '时间', render: ({ at }) => at, width: 140 },
  { key: 'move', title: '办理', render: ({ move }) => move, width: 100 },
  { key: 'by', title: '经办', render: ({ by }) => by, width: 100 },
  { key: 'opinion', title: '意见', render: ({ opinion }) => opinion ?? '', width: 300 },
];

type Township = EventTold['townships'][number];

const count = <Row,>(key: string, title: string, of: (row: Row) => number): ListColumn<Row> => ({
  ...{ key, title, width: 110, align: 'right' },
  render: (row) => formatCount(of(row)),
});

const TOWNSHIP_COLUMNS: ListColumn<Township>[] = [
  { key: 'name', title: '苏木乡镇', render: ({ name }) => name, width: 150 },
  count('listed', '名单（户）', ({ listed }) => listed),
  count('seen', '已走访（户）', ({ seen }) => seen),
  count('waiting', '未走访（户）', ({ listed, seen }) => listed - seen),
  count('helped', '先行救助（户）', ({ helped }) => helped),
  { key: 'loss', title: '申报损失（元）', render: ({ lossFen }) => formatMoney(lossFen), width: 130, align: 'right' },
  count('unidentified', '待识别（户）', ({ unidentified }) => unidentified),
];

const DAY_COLUMNS: ListColumn<EventTold['days'][number]>[] = [
  { key: 'on', title: '日期', render: ({ on }) => on, width: 110 },
  count('seen', '走访（户）', ({ seen }) => seen),
  count('helped', '先行救助（户）', ({ helped }) => helped),
  { key: 'loss', title: '申报损失（元）', render: ({ lossFen }) => formatMoney(lossFen), width: 130, align: 'right' },
  count('monitor', '需识别（户）', ({ toMonitor }) => toMonitor),
];
