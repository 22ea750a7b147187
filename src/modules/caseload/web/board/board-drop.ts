// What dropping a card on a column of the board means: the dialog of an action, or a sentence why not. Nothing is ever done by
// the drop itself.

import type { DialogKind } from '../../../cases/web/api.ts';
import type { CaseDetail } from '../../../cases/web/doors/rows.ts';
import { possibleDialogs, walkNow, walkOf } from '../../../cases/web/doors/rows.ts';
import { stepsOf } from '../../../process/domain/process-template.ts';
import {
  STEP_NAMES,
  STEPS,
  type State,
  type Step,
  stepOf,
  TURN_NAMES,
  type Walk,
} from '../../../process/domain/steps.ts';

export type BoardColumn = Step | 'monitored' | 'cleared';
export type DropMeaning = { kind: DialogKind } | { why: string };

const ENDS: Record<Walk, BoardColumn> = { identification: 'monitored', clearing: 'cleared' };

export const BOARD_COLUMNS: Record<Walk, readonly BoardColumn[]> = {
  identification: [...STEPS, 'monitored'],
  clearing: ['monitored', ...STEPS, 'cleared'],
};

export function columnName(column: BoardColumn): string {
  return column === 'monitored' ? '监测帮扶中' : column === 'cleared' ? '风险已消除' : STEP_NAMES[column];
}

export function columnOf(state: State): BoardColumn | undefined {
  const at = stepOf(state)?.step;
  return at ?? (state === 'monitored' || state === 'cleared' ? state : undefined);
}

const quoted = (column: BoardColumn) => `“${columnName(column)}”`;

/** The columns this case walks through, in the order of its template. */
function wayOf(detail: CaseDetail): BoardColumn[] {
  if (detail.state === 'monitored') return ['monitored', ...stepsOf(detail.clearingTemplate.clearing), 'cleared'];
  return [...stepsOf(walkNow(detail)), ENDS[walkOf(detail)]];
}

/** Undefined where the card was put back to where it lay. */
export function readDrop(detail: CaseDetail, target: BoardColumn): DropMeaning | undefined {
  const at = columnOf(detail.state);
  if (at === target) return undefined;
  if (at === undefined) return { why: '个案已经不在看板上的环节。请刷新看板。' };
  if (detail.paused) return { why: '个案已暂停计时。请先打开个案恢复计时，再办理。' };
  const way = wayOf(detail);
  const [from, to] = [way.indexOf(at), way.indexOf(target)];
  if (to < 0) return { why: `该个案的流程模板没有${quoted(target)}这一环节。` };
  if (to < from) return backward(detail, at);
  const next = way[from + 1];
  if (to > from + 1 && next)
    return { why: `${quoted(at)}之后是${quoted(next)}，不能越过环节。请先办完${quoted(at)}。` };
  return forward(detail, at);
}

function backward({ actions, turn }: CaseDetail, at: BoardColumn): DropMeaning {
  if (actions.includes('return')) return { kind: 'return' };
  const who = turn === 'village' || turn === undefined ? '' : `由${TURN_NAMES[turn]}决定`;
  return { why: `个案在${quoted(at)}，本账号不能退回${who ? `；退回${who}` : ''}。` };
}

function forward(detail: CaseDetail, at: BoardColumn): DropMeaning {
  const { refusals, turn, actions, state } = detail;
  if (state === 'monitored') {
    if (actions.includes('start-clearing')) return { kind: 'start-clearing' };
    return { why: refusals['start-clearing'] ?? '本账号不能启动风险消除。' };
  }
  const { main } = possibleDialogs(detail);
  if (main) return { kind: main };
  const refusal = Object.values(refusals)[0];
  return { why: refusal ?? `${quoted(at)}由${turn ? TURN_NAMES[turn] : '其他层级'}办理，本账号不能代办。` };
}
