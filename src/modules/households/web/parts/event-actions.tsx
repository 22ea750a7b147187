// 登记变动: one button with the eight kinds of change, and the dialog of the one that was chosen.

import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useResume } from '../../../../platform/web/form/index.ts';
import { EVENT_KINDS, EVENT_NAMES, type EventKind } from '../../domain/events.ts';
import type { HouseholdDetail } from '../types.ts';
import { EVENT_DRAFT, EventDialog } from './event-dialog.tsx';

type EventActionsProps = { detail: HouseholdDetail; onDone: () => Promise<void> };

export function EventActions({ detail, onDone }: EventActionsProps) {
  const [kind, setKind] = useState<EventKind>();
  const { countyCode, id } = detail.household;
  useResume(EVENT_DRAFT, (record) => {
    const wanted = EVENT_KINDS.find((each) => record === `${countyCode}-${id}/${each}`);
    if (!wanted) return false;
    setKind(wanted);
    return true;
  });
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: EVENT_KINDS.map((key) => ({ key, label: EVENT_NAMES[key] })),
          onClick: ({ key }) => setKind(EVENT_KINDS.find((known) => known === key)),
        }}
      >
        <Button type="primary">
          登记变动 <DownOutlined />
        </Button>
      </Dropdown>
      {kind ? <EventDialog kind={kind} detail={detail} onClose={() => setKind(undefined)} onDone={onDone} /> : null}
    </>
  );
}
