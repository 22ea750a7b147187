import { describe, expect, it, test } from 'vitest';
import { text } from './field.ts';
import { lackingFields, movedDays, movedFields, refuseUnknownStates, type States, stateOf } from './states.ts';

const STATES: States = {
  first: 'proposed',
  names: { proposed: '申报', reviewed: '审核', planned: '计划', begun: '开工', stopped: '暂停' },
  reached: [
    ['begun', { filled: 'begunOn' }],
    ['planned', { filled: 'plannedOn' }],
  ],
  pauses: ['stopped'],
  moves: {
    review: { title: '审核', from: ['proposed'], to: 'reviewed', roles: ['county-officer'] },
    plan: {
      title: '列入计划',
      from: ['reviewed'],
      to: 'planned',
      roles: ['county-officer'],
      day: 'plannedOn',
      asks: ['year'],
      needs: [{ field: 'goal' }, { field: 'linkage', when: { field: 'kind', is: ['industry'] } }],
    },
  },
};
const FIELDS = Object.fromEntries(
  ['plannedOn', 'begunOn', 'year', 'goal', 'linkage', 'kind'].map((name) => [name, text(name)]),
);

describe('the state of a row', () => {
  it.each([
    [{}, undefined, 'proposed'],
    [{}, 'reviewed', 'reviewed'],
    [{ plannedOn: '2022-02-20' }, undefined, 'planned'],
    [{ plannedOn: '2022-02-20' }, 'reviewed', 'planned'],
    [{ plannedOn: '2022-02-20', begunOn: '2022-04-01' }, 'planned', 'begun'],
    [{ plannedOn: '2022-02-20', begunOn: '2022-04-01' }, 'stopped', 'stopped'],
    // The day was taken away by a correction: the move alone does not hold the row there.
    [{}, 'planned', 'proposed'],
    // A name of an earlier version.
    [{}, 'elsewhere', 'proposed'],
  ])('%j after a move to %s is %s', (row, last, state) => {
    expect(stateOf(STATES, row, last)).toBe(state);
  });
});

test('a day that tells a state does so from itself on, one that is over from the next', () => {
  const told = (reached: States['reached']) => ({ ...STATES, reached });
  const row = { plannedOn: '2022-02-20' };
  const come = told([['planned', { come: 'plannedOn' }]]);
  const over = told([['planned', { over: 'plannedOn' }]]);
  const days = ['2022-02-19', '2022-02-20', '2022-02-21'];
  expect(days.map((day) => stateOf(come, row, undefined, day))).toEqual(['proposed', 'planned', 'planned']);
  expect(days.map((day) => stateOf(over, row, undefined, day))).toEqual(['proposed', 'proposed', 'planned']);
});

describe('what a row says is over', () => {
  const over: States = {
    ...STATES,
    names: { ...STATES.names, gone: '出库' },
    reached: [['gone', { filled: 'year' }], ...STATES.reached],
    ends: ['gone'],
  };

  it('does not wait for the move that ends a pause', () => {
    expect(stateOf(over, { year: 2022 }, 'stopped')).toBe('gone');
    expect(stateOf(over, { plannedOn: '2022-02-20' }, 'stopped')).toBe('stopped');
  });

  it('is asked before all other states', () => {
    const late = { ...over, reached: [...over.reached].reverse() };
    expect(() => refuseUnknownStates('projects', late, FIELDS)).toThrow('stand before all others');
    expect(() => refuseUnknownStates('projects', over, FIELDS)).not.toThrow();
  });
});

test('a state that two fields may tell is reached by a move that writes one of them', () => {
  const two: States = { ...STATES, reached: [...STATES.reached, ['planned', { filled: 'year' }]] };
  expect(() => refuseUnknownStates('projects', two, FIELDS)).not.toThrow();
});

test('a move waits for what is still empty, of the rows it concerns', () => {
  const move = STATES.moves.plan as States['moves'][string];
  expect(lackingFields(move, { kind: 'industry' })).toEqual(['goal', 'linkage']);
  expect(lackingFields(move, { kind: 'roads', goal: '通路' })).toEqual([]);
});

test('the day of a move is its own, beside what it asks', () => {
  expect(movedFields(STATES.moves.plan as States['moves'][string])).toEqual(['plannedOn', 'year']);
  expect([...movedDays(STATES)]).toEqual(['plannedOn']);
});

describe('a definition that cannot work is an error at once', () => {
  const plan = STATES.moves.plan as States['moves'][string];
  const withPlan = (change: object) => ({ ...STATES, moves: { plan: { ...plan, ...change } } }) as States;
  it.each([
    ['a state without a name', withPlan({ from: ['nowhere'] }), 'there is no state nowhere'],
    ['a field that is not there', withPlan({ asks: ['price'] }), 'there is no field price'],
    ['a move that leaves the row where it was', withPlan({ to: 'begun' }), 'plan does not say begunOn'],
  ])('%s', (_what, states, message) => {
    expect(() => refuseUnknownStates('projects', states, FIELDS)).toThrow(message);
  });

  it('a secret that a move would ask for', () => {
    const fields = { ...FIELDS, year: text('年度', { secret: 'masked' }) };
    expect(() => refuseUnknownStates('projects', STATES, fields)).toThrow('secret: year');
  });
});
