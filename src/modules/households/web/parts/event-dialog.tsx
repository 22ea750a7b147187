// The dialog of one kind of change. What was typed stays when the server refuses, and a repeat changes nothing.

import { Form, Input } from 'antd';
import dayjs from 'dayjs';
import { DayInput, FormDialog } from '../../../../platform/web/form/index.ts';
import { EVENT_NAMES, type EventKind } from '../../domain/events.ts';
import { households } from '../api.ts';
import type { HouseholdDetail } from '../types.ts';
import { EVENT_HINTS, type EventFields, eventOf } from './event-fields.ts';
import { KindFields } from './event-kind-fields.tsx';

type EventDialogProps = {
  kind: EventKind;
  detail: HouseholdDetail;
  onClose: () => void;
  onDone: () => Promise<void>;
};

/** Names the drafts of changes; the record is the household and the kind. */
export const EVENT_DRAFT = 'household-event';

export function EventDialog({ kind, detail, onClose, onDone }: EventDialogProps) {
  const { countyCode, id: householdId } = detail.household;
  const title = `登记变动：${EVENT_NAMES[kind]}`;
  return (
    <FormDialog<EventFields>
      title={title}
      about={EVENT_HINTS[kind]}
      draft={{ form: EVENT_DRAFT, record: `${countyCode}-${householdId}/${kind}`, title }}
      deed={{ label: '登记' }}
      onSend={(fields, requestId) =>
        households.client.recordEvent({
          ...{ requestId, countyCode, householdId },
          onDate: fields.onDate,
          note: fields.note ?? '',
          event: eventOf(kind, fields),
        })
      }
      done={`已登记${EVENT_NAMES[kind]}`}
      onSent={onDone}
      onClose={onClose}
    >
      <Form.Item name="onDate" label="变动日期" rules={[{ required: true, message: '请选择变动日期' }]}>
        <DayInput latest={dayjs().format('YYYY-MM-DD')} />
      </Form.Item>
      <KindFields kind={kind} detail={detail} />
      <Form.Item name="note" label="备注">
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
