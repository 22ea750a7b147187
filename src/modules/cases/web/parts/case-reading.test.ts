import { describe, expect, it } from 'vitest';
import type { State, Turn } from '../../../process/domain/steps.ts';
import type { Kind } from '../../domain/actions.ts';
import type { CaseItem, RecordedAction } from '../types.ts';
import { nextKind, openDepartments, surveysOf } from './case-reading.ts';

function timeline(...actions: [Kind, Record<string, unknown>][]): RecordedAction[] {
  return actions.map(([kind, detail], i) => ({
    ...{ seq: i + 1, kind, detail, on: '2022-06-01' },
    ...{ at: '2022-06-01T02:00:00.000Z', by: '王建国', role: 'county-officer', recalled: false },
  }));
}

describe('the comparison under way', () => {
  it('waits for those that were asked and have not answered', () => {
    const reply = { department: 'yibao', hits: [], note: '' };
    expect(openDepartments({ requested: ['yibao', 'gongan'], replies: [reply] })).toEqual(['gongan']);
    expect(openDepartments({ requested: ['yibao', 'gongan'], replies: [] })).toEqual(['yibao', 'gongan']);
  });
});

const POOR = { hardship: '户主患病' };
const SOLVED = { hardship: '' };

describe('surveys', () => {
  it('the newest of each way', () => {
    const actions = timeline(
      ['verify', { survey: SOLVED }],
      ['verify', { survey: POOR }],
      ['start-clearing', {}],
      ['verify', { survey: SOLVED }],
    );
    expect(surveysOf({ timeline: actions })).toEqual({ identification: POOR, clearing: SOLVED });
  });
});

describe('the button in a row', () => {
  const cases: [State, Turn | undefined, boolean, Kind | undefined][] = [
    ['identification.verification', 'village', false, 'verify'],
    ['identification.township-review', 'township', false, 'pass-township'],
    ['identification.county-approval', 'county', false, 'approve'],
    ['clearing.county-approval', 'county', false, 'clear'],
    ['identification.review', 'village', true, 'resume'],
    ['cleared', 'village', false, 'look-back'],
    ['rejected', 'village', false, 'notify-rejection'],
    ['withdrawn', undefined, false, undefined],
  ];

  it.each(cases)('%s at %s, paused %s: %s', (state, turn, paused, kind) => {
    expect(nextKind({ state, turn, paused } as CaseItem)).toBe(kind);
  });
});
