// What documents are built from: one case with its household, as the server read it. IDs arrive masked; the raw ones and
// phones never come this far.

import type { PlainDate } from '../../../../kernel/plain-date.ts';
import type { ActionOf, CaseAction, Kind } from '../../../cases/domain/actions.ts';
import type { ClearingCondition } from '../../../cases/domain/clearing-conditions.ts';
import type { Standing } from '../../../cases/domain/standing.ts';
import type { Category } from '../../../cases/domain/words.ts';
import type { Walk } from '../../../process/domain/steps.ts';
import type { HungNotice } from './notices.ts';

export type MemberView = { name: string; relation: string; sex: string; birthYear: string; idMasked: string };

export type PlaceView = { county: string; township: string; village: string };

/** A measure of the household's plan, from the tables of plans. */
export type MeasureView = {
  risk: string;
  kind: string;
  content: string;
  unit: string;
  person: string;
  due: string;
  amountFen: number | undefined;
  result: string;
};

export type CaseView = {
  today: PlainDate;
  place: PlaceView;
  household: {
    number: string;
    headName: string;
    memberCount: number;
    lifted: boolean;
    members: MemberView[];
  };
  actions: CaseAction[];
  standing: Standing;
  /** The category decided, or the one the survey suggests. */
  category: Category | undefined;
  /** The line the category was or would be judged by, in fen. */
  lineFen: number | undefined;
  conditions: ClearingCondition[];
  notices: HungNotice[];
  measures?: MeasureView[];
  /** Files that are signatures drawn on the screen, not photos of signed paper. */
  drawn: readonly string[];
};

/** The signature drawn on the screen among the files of an authorisation. */
export function drawnOf({ drawn }: Pick<CaseView, 'drawn'>, files: readonly string[] = []): string | undefined {
  return files.find((id) => drawn.includes(id));
}

/** What was signed on paper and photographed: a signature drawn on the screen stands in its line, and not a second time. */
export function onPaper({ drawn }: Pick<CaseView, 'drawn'>, files: readonly string[] = []): string[] {
  return files.filter((id) => !drawn.includes(id));
}

/** Where the last way out of monitoring begins in the record; after the end where there is none. */
function clearingFrom(actions: readonly CaseAction[]): number {
  const at = actions.findLastIndex(({ kind }) => kind === 'start-clearing');
  return at === -1 ? actions.length : at;
}

/** The record of one of the two ways: into monitoring, or (the last time) out of it. */
function actionsOn({ actions }: Pick<CaseView, 'actions'>, walk: Walk): CaseAction[] {
  if (walk === 'clearing') return actions.slice(clearingFrom(actions));
  const first = actions.findIndex(({ kind }) => kind === 'start-clearing');
  return first === -1 ? [...actions] : actions.slice(0, first);
}

/** The last action of a kind on one of the two ways. */
export function lastOn<K extends Kind>(
  view: Pick<CaseView, 'actions'>,
  kind: K,
  walk: Walk = 'identification',
): ActionOf<K> | undefined {
  return actionsOn(view, walk).findLast((action): action is Extract<CaseAction, ActionOf<K>> => action.kind === kind);
}

export function countOn(view: Pick<CaseView, 'actions'>, kind: Kind, walk: Walk): number {
  return actionsOn(view, walk).filter((action) => action.kind === kind).length;
}

/** The last of a kind in the whole record. */
export function lastOf<K extends Kind>(view: Pick<CaseView, 'actions'>, kind: K): ActionOf<K> | undefined {
  return view.actions.findLast((action): action is Extract<CaseAction, ActionOf<K>> => action.kind === kind);
}
