import { describe, expect, it } from 'vitest';
import { addDays } from '../../../kernel/plain-date.ts';
import { RISKS } from '../../cases/domain/words.ts';
import { lastDay } from '../../process/domain/calendar.ts';
import { DEFAULT_TEMPLATE } from '../../process/domain/process-template.ts';
import { type HelpFacts, isFullyHelped, missingPairs, newestOver } from './gaps.ts';
import { LIBRARY, proposeMeasures, unanswered } from './measure-library.ts';
import { DEMANDS, demandsOf, FITTING, isCovered, MEASURE_CLASSES, type MeasureFact } from './measures.ts';

const measure = (fact: Partial<MeasureFact> & Pick<MeasureFact, 'class'>): MeasureFact => ({
  state: 'planned',
  dueOn: 20301231,
  ...fact,
});

const HELPED: HelpFacts = {
  risks: ['illness'],
  shortcomings: [],
  hasLabour: false,
  measures: [],
  decidedOn: 20220611,
  today: 20220612,
  template: DEFAULT_TEMPLATE,
  calendar: new Map(),
};

const kinds = (facts: Partial<HelpFacts>) => missingPairs({ ...HELPED, ...facts }).map(({ kind }) => kind);

describe('a demand is covered', () => {
  it.each([
    ['illness', measure({ class: 'health' }), true],
    ['illness', measure({ class: 'comprehensive' }), true],
    ['illness', measure({ class: 'industry', answers: 'illness' }), false],
    ['illness', measure({ class: 'health', state: 'cancelled' }), false],
    ['illness', measure({ class: 'health', state: 'done' }), true],
    ['disability', measure({ class: 'social' }), false],
    ['disability', measure({ class: 'comprehensive' }), true],
    ['housing', measure({ class: 'relocation' }), true],
    ['uninsured', measure({ class: 'health' }), true],
    ['outOfSchool', measure({ class: 'other-education' }), false],
    // No regulation says which measure: the one that was planned against it.
    ['disaster', measure({ class: 'industry' }), false],
    ['disaster', measure({ class: 'industry', answers: 'disaster' }), true],
    ['disaster', measure({ class: 'industry', answers: 'accident' }), false],
  ] as const)('%s by %o: %s', (demand, fact, covered) => expect(isCovered(demand, [fact])).toBe(covered));

  it('a shortcoming that is a risk already is asked once', () =>
    expect(demandsOf(['housing', 'illness'], ['housingUnsafe', 'uninsured'])).toEqual([
      'housing',
      'illness',
      'uninsured',
    ]));
});

describe('missing pairs', () => {
  it.each<[string, Partial<HelpFacts>, string[]]>([
    ['a risk without a measure, from the first day', {}, ['risk']],
    ['nothing after a month', { today: 20220712 }, ['none', 'risk']],
    ['the last day of the month is not over', { today: 20220711 }, ['risk']],
    ['before the decision no term runs', { decidedOn: undefined, today: 20230101 }, ['risk']],
    ['covered', { measures: [measure({ class: 'health' })], today: 20230101 }, []],
    [
      'cancelled is nothing',
      { measures: [measure({ class: 'health', state: 'cancelled' })], today: 20220712 },
      ['none', 'risk'],
    ],
    ['labour, the term running', { hasLabour: true, measures: [measure({ class: 'health' })], today: 20221208 }, []],
    [
      'labour, the term over',
      { hasLabour: true, measures: [measure({ class: 'health' })], today: 20221209 },
      ['developing'],
    ],
    [
      'labour with a public post',
      { hasLabour: true, measures: [measure({ class: 'health' }), measure({ class: 'public-post' })], today: 20230101 },
      [],
    ],
    ['late', { measures: [measure({ class: 'health', dueOn: 20220611 })] }, ['late']],
    ['due today is not late', { measures: [measure({ class: 'health', dueOn: 20220612 })] }, []],
    ['done is not late', { measures: [measure({ class: 'health', dueOn: 20220611, state: 'done' })] }, []],
    [
      'uninsured counts beside the risks',
      { shortcomings: ['uninsured'], measures: [measure({ class: 'comprehensive' })] },
      ['risk'],
    ],
  ])('%s', (_name, facts, expected) => expect(kinds(facts)).toEqual(expected));

  it('says what is needed', () =>
    expect(missingPairs({ ...HELPED, risks: ['illness', 'water', 'other'] }).map(({ words }) => words)).toEqual([
      '因病：应有健康帮扶、综合保障、社会帮扶之一',
      '因安全饮水：应有饮水安全保障',
      '其他：应有针对这一风险的措施',
    ]));

  it('is fully helped when everything is answered', () => {
    expect(isFullyHelped(HELPED)).toBe(false);
    expect(isFullyHelped({ ...HELPED, measures: [measure({ class: 'social' })] })).toBe(true);
    const nothing = { ...HELPED, risks: [], shortcomings: [], measures: [measure({ class: 'social' })] };
    expect(isFullyHelped(nothing)).toBe(false);
  });
});

describe('the newest day whose term is over', () => {
  const calendar = new Map([
    [20220603, false],
    [20220611, true],
  ]);
  it.each([
    { days: 30, kind: 'natural' },
    { days: 0, kind: 'natural' },
    { days: 10, kind: 'working' },
    { days: 1, kind: 'working' },
  ] as const)('agrees with the last day of the term: %o', (term) => {
    for (let today = 20220525; today < 20220620; today = addDays(today, 1)) {
      const newest = newestOver(today, term, calendar);
      expect(lastDay(newest, term, calendar)).toBeLessThan(today);
      expect(lastDay(addDays(newest, 1), term, calendar)).toBeGreaterThanOrEqual(today);
    }
  });
});

describe('the library', () => {
  it('has keys once and known classes', () => {
    expect(new Set(LIBRARY.map(({ key }) => key)).size).toBe(LIBRARY.length);
    for (const { class: each } of LIBRARY) expect(MEASURE_CLASSES).toContain(each);
  });

  it.each(DEMANDS)('what it proposes against %s covers it', (demand) => {
    const proposals = proposeMeasures({ demands: [demand], hasLabour: false, measures: [] });
    const taken = proposals.map((proposal) => measure({ class: proposal.class, answers: proposal.answers }));
    expect(isCovered(demand, taken)).toBe(true);
  });

  it('all risks at once are covered too', () => {
    const demands = [...RISKS];
    const taken = proposeMeasures({ demands, hasLabour: true, measures: [] }).map((proposal) =>
      measure({ class: proposal.class, answers: proposal.answers }),
    );
    expect(demands.filter((demand) => !isCovered(demand, taken))).toEqual([]);
  });

  it('names what it leaves without an answer', () => {
    expect(unanswered(LIBRARY)).toEqual([]);
    const open = unanswered(LIBRARY.filter(({ class: each }) => each !== 'water'));
    expect(open).toEqual(['water', 'waterUnsafe']);
    // Against a risk for which a regulation names the classes, another class is no answer.
    expect(
      unanswered([...LIBRARY.filter(({ key }) => key !== 'safe-water'), { class: 'social', against: ['water'] }]),
    ).toContain('water');
  });

  it('proposes a developing measure where somebody can work, and nothing that stands already', () => {
    const proposals = proposeMeasures({
      demands: ['illness'],
      hasLabour: true,
      measures: [measure({ class: 'health' })],
    });
    expect(proposals.map(({ class: each }) => each)).toEqual(['industry', 'employment']);
    expect(
      proposeMeasures({
        demands: ['illness'],
        hasLabour: true,
        measures: [measure({ class: 'health' }), measure({ class: 'industry' })],
      }),
    ).toEqual([]);
  });

  it('names a fitting class for every rule', () => {
    for (const classes of Object.values(FITTING)) expect(classes.length).toBeGreaterThan(0);
  });
});
