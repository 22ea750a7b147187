// Who did what of a case, newest first, in the words of the forms it was recorded with.

import { ActionTimeline, type TimelineEntry } from '../../../../platform/web/action-timeline.tsx';
import { CHANNEL_NAMES, type Channel } from '../../../clues/domain/words.ts';
import { ACTIONS } from '../../domain/actions.ts';
import { ACTION_FORMS } from '../forms/action-fields.ts';
import { wordsOf } from '../forms/fields.ts';
import type { CaseDetail, RecordedAction } from '../types.ts';

type Words = { label: string; text: string };

function wordsOfAction(action: RecordedAction, detail: CaseDetail): Words[] {
  const { kind, detail: given } = action;
  if (kind === 'open' || kind === 'add-clue') return [{ label: '渠道', text: CHANNEL_NAMES[given.channel as Channel] }];
  const fields = ACTION_FORMS[kind].fields({ detail, today: action.on, viewerName: action.by, levels: [] });
  return fields.flatMap((field) => {
    const text = wordsOf(field, given[field.name]);
    return text ? [{ label: field.label, text }] : [];
  });
}

type ActionWordsProps = { action: RecordedAction; detail: CaseDetail; withTitle?: boolean };

export function ActionWords({ action, detail, withTitle = false }: ActionWordsProps) {
  const files = detail.files.filter(({ seq }) => seq === action.seq).length;
  return (
    <div className="sw-words">
      {withTitle ? (
        <div>
          {ACTIONS[action.kind].title} <span className="sw-quiet">{action.by}</span>
        </div>
      ) : null}
      {wordsOfAction(action, detail).map(({ label, text }) => (
        <div key={label}>
          <span className="sw-quiet">{label}</span> {text}
        </div>
      ))}
      {files > 0 ? <div className="sw-quiet">附件 {files} 个</div> : null}
    </div>
  );
}

const RED: readonly RecordedAction['kind'][] = [
  'return',
  'reject',
  'withdraw',
  'move-away',
  'reverse',
  'object',
  'recall',
];
const PLAIN: readonly RecordedAction['kind'][] = ['open', 'add-clue', 'pause', 'resume'];

function toneOf(kind: RecordedAction['kind']): TimelineEntry['tone'] {
  if (RED.includes(kind)) return 'red';
  return PLAIN.includes(kind) ? 'plain' : 'green';
}

export function CaseTimeline({ detail }: { detail: CaseDetail }) {
  const entries = [...detail.timeline].reverse().map(
    (action): TimelineEntry => ({
      key: action.seq,
      at: action.at,
      who: action.by,
      what: (
        <>
          <strong className={action.recalled ? 'sw-recalled' : ''}>{ACTIONS[action.kind].title}</strong>
          {action.recalled ? <span className="sw-quiet"> 已收回</span> : null}
        </>
      ),
      tone: action.recalled ? 'plain' : toneOf(action.kind),
      detail: <ActionWords action={action} detail={detail} />,
    }),
  );
  return (
    <>
      <h2>办理记录</h2>
      <ActionTimeline entries={entries} />
    </>
  );
}
