// Events of an area with how far the visits are.

import { useNavigate } from '@tanstack/react-router';
import type { ListColumn } from '../../../../platform/web/list/list-types.ts';
import { SmallTable } from '../../../../platform/web/list/small-table.tsx';
import { formatCount } from '../../../../platform/web/numbers.ts';
import { eventPath } from '../../domain/addresses.ts';
import { RESPONSE_LEVELS } from '../../domain/words.ts';
import type { EventLine } from '../api.ts';
import { EventState, HAZARDS, Terms } from './words.tsx';

const columns = (asOf: string): ListColumn<EventLine>[] => [
  { key: 'state', title: '状态', render: ({ state }) => <EventState state={state} />, width: 90 },
  { key: 'event', title: '事件', render: ({ event }) => event, width: 220 },
  { key: 'hazard', title: '险种', render: ({ hazard }) => HAZARDS[hazard] ?? '', width: 90 },
  { key: 'level', title: '级别', render: ({ level }) => RESPONSE_LEVELS[level], width: 60 },
  { key: 'region', title: '地区', render: ({ regionName }) => regionName, width: 120 },
  { key: 'on', title: '发生日期', render: ({ eventOn }) => eventOn, width: 106 },
  {
    ...{ key: 'seen', title: '已走访、名单（户）', width: 140, align: 'right' },
    render: ({ seen, listed }) => `${formatCount(seen)} / ${formatCount(listed)}`,
  },
  { key: 'terms', title: '还要办的', render: ({ terms }) => <Terms terms={terms} asOf={asOf} />, width: 260 },
];

export function EventTable({ events, asOf }: { events: EventLine[]; asOf: string }) {
  const navigate = useNavigate();
  return (
    <SmallTable
      label="应急响应"
      columns={columns(asOf)}
      rows={events}
      rowKey={({ countyCode, id }) => `${countyCode}-${id}`}
      onOpen={({ number }) => void navigate({ to: eventPath(number) })}
      none="当前区域没有应急响应。"
    />
  );
}
