// The plan of one household as its page shows it: what has to be answered, what stands in the plan, what is missing.

import { sql } from 'kysely';
import type { Role } from '../../../kernel/operation.ts';
import { addDays, formatDate, type PlainDate, parseDate, toEpochDays } from '../../../kernel/plain-date.ts';
import { Problem } from '../../../kernel/problem.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Keys } from '../../../platform/server/keys.ts';
import type { CaseKey } from '../../cases/domain/addresses.ts';
import { shortcomings } from '../../cases/domain/survey.ts';
import { type LoadedCase, loadCase } from '../../cases/server/index.ts';
import { loadCalendar } from '../../process/server/index.ts';
import { coveringWords, type HelpFacts, isFullyHelped, missingPairs } from '../domain/gaps.ts';
import { refuseMeasures } from '../domain/help-open.ts';
import { proposeMeasures } from '../domain/measure-library.ts';
import { demandsOf, isCovered } from '../domain/measures.ts';
import { fileNames, type NamedFile } from './help-files.ts';
import { HAS_LABOUR } from './help-query.ts';
import { libraryOn } from './measure-libraries.ts';
import { listHouseholdMeasures, listMeasures, type Measure } from './measures.ts';

async function hasLabour(tx: Tx, { countyCode, id }: CaseKey): Promise<boolean> {
  const row = await tx.first(sql<{ has: boolean }>`select ${HAS_LABOUR} as has from cases c
    where c.county_code = ${countyCode} and c.id = ${id}`);
  return row?.has ?? false;
}

type Given = { loaded: LoadedCase; measures: readonly Measure[]; today: PlainDate };

async function helpFacts(tx: Tx, { loaded, measures, today }: Given): Promise<HelpFacts> {
  const { standing, row } = loaded;
  const survey = standing.surveys.clearing ?? standing.surveys.identification;
  return {
    risks: standing.risks,
    shortcomings: survey ? shortcomings(survey) : [],
    hasLabour: await hasLabour(tx, row),
    measures: measures.map(({ answers, dueOn, state, ...measure }) => ({
      class: measure.class,
      state,
      dueOn: parseDate(dueOn),
      ...(answers ? { answers } : {}),
    })),
    decidedOn: standing.decidedOn,
    today,
    template: standing.template,
    calendar: await loadCalendar(tx),
  };
}

/** A measure as answers carry it: without what is not there. */
export function presentMeasure(measure: Measure, today: PlainDate, named: (ids: readonly string[]) => NamedFile[]) {
  const { answers, resultOn, files, caseId: _caseId, ...rest } = measure;
  const isOpen = measure.state === 'planned' || measure.state === 'implementing';
  return {
    ...rest,
    files: named(files),
    ...(answers ? { answers } : {}),
    ...(resultOn ? { resultOn } : {}),
    ...(isOpen ? { daysLeft: toEpochDays(parseDate(measure.dueOn)) - toEpochDays(today) } : {}),
  };
}

export async function planOfCase(tx: Tx, keys: Keys, key: CaseKey, today: PlainDate) {
  const loaded = await loadCase(tx, keys, key);
  const measures = await listMeasures(tx, keys, key);
  const facts = await helpFacts(tx, { loaded, measures, today });
  const { standing } = loaded;
  // Those who only read are not told why they cannot write: they have no buttons.
  const refusal = refuseMeasures(standing, { role: 'township-officer' satisfies Role, today });
  const isOpen = refusal === undefined;
  const named = await fileNames(tx, key);
  return {
    today: formatDate(today),
    responsible: standing.responsible ?? '',
    ...(standing.danger ? { danger: standing.danger } : {}),
    demands: demandsOf(facts.risks, facts.shortcomings).map((demand) => ({
      demand,
      covered: isCovered(demand, facts.measures),
      needed: coveringWords(demand),
    })),
    hasLabour: facts.hasLabour,
    gaps: isOpen ? missingPairs(facts) : [],
    fullyHelped: isFullyHelped(facts),
    items: measures.map((measure) => presentMeasure(measure, today, named)),
    open: isOpen,
    ...(refusal ? { whyNot: new Problem(refusal.code, refusal.details).message } : {}),
  };
}

/** Measures of the library against what is still open, with days counted from today. */
export async function proposalsOfCase(tx: Tx, keys: Keys, key: CaseKey, today: PlainDate) {
  const loaded = await loadCase(tx, keys, key);
  const facts = await helpFacts(tx, { loaded, measures: await listMeasures(tx, keys, key), today });
  const library = await libraryOn(tx, key.countyCode, today);
  const proposals = proposeMeasures({ ...facts, demands: demandsOf(facts.risks, facts.shortcomings), library });
  return proposals.map(({ key: name, against: _against, days, answers, ...proposal }) => ({
    ...proposal,
    key: answers ? `${name}.${answers}` : name,
    ...(answers ? { answers } : {}),
    plannedFrom: formatDate(today),
    dueOn: formatDate(addDays(today, days)),
  }));
}

/** What a household received and is to receive, whichever case it came from. */
export async function helpOfHousehold(tx: Tx, keys: Keys, household: { countyCode: number; householdId: number }) {
  const measures = await listHouseholdMeasures(tx, keys, household);
  return measures.map(({ caseId, id, content, unit, moneyFen, state, result, resultOn, dueOn, ...measure }) => ({
    ...{ caseId, id, class: measure.class, content, unit, moneyFen, state, dueOn },
    ...(result ? { result } : {}),
    ...(resultOn ? { resultOn } : {}),
  }));
}
