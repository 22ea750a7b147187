import { Link } from '@tanstack/react-router';
import { ActionTimeline } from '../../../../platform/web/action-timeline.tsx';
import { formatDay } from '../../../../platform/web/numbers.ts';
import { householdPath } from '../../domain/addresses.ts';
import { EVENT_NAMES } from '../../domain/events.ts';
import { shownNumber } from '../../domain/local-number.ts';
import type { HouseholdEvent } from '../types.ts';

type EventTimelineProps = { countyCode: number; events: HouseholdEvent[] };

/** What happened in this household, newest first; the other household of a split or a marriage can be opened. */
export function EventTimeline({ countyCode, events }: EventTimelineProps) {
  return (
    <ActionTimeline
      entries={events.map((event) => ({
        key: event.id,
        at: event.at,
        who: event.accountName,
        what: `${formatDay(event.onDate)} ${EVENT_NAMES[event.kind]}${event.personName ? `：${event.personName}` : ''}`,
        detail: <EventDetail countyCode={countyCode} event={event} />,
      }))}
    />
  );
}

function EventDetail({ countyCode, event }: { countyCode: number; event: HouseholdEvent }) {
  const { note, otherHouseholdId, otherNumber, villageName } = event;
  return (
    <div className="sw-quiet">
      {otherHouseholdId ? (
        <div>
          另一户 <Link to={householdPath({ countyCode, id: otherHouseholdId })}>{shownNumber(otherNumber ?? '')}</Link>
        </div>
      ) : null}
      {villageName ? (
        <div>
          {event.kind === 'region-change' ? '转入' : '迁入'} {villageName}
        </div>
      ) : null}
      {note ? <div>{note}</div> : null}
    </div>
  );
}
