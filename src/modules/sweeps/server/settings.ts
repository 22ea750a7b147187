// Terms of rounds, and the questions a region adds to the survey: by region and day.

import type { PlainDate } from '../../../kernel/plain-date.ts';
import { openDatedSettings } from '../../../platform/server/dated/dated-settings.ts';
import { setDated } from '../../../platform/server/dated/set-dated.ts';
import type { Outcome, Tx } from '../../../platform/server/db.ts';
import { namesOf, openNumberSettings, ownRegion } from '../../regions/server/index.ts';
import { SWEEP_SETTINGS } from '../domain/settings.ts';
import { type OwnQuestions, ownQuestions, type Question, questionsOf } from '../domain/survey.ts';
import '../domain/problems.ts';

export const sweepSettings = openNumberSettings({
  table: 'sweep_settings',
  settings: SWEEP_SETTINGS,
  change: {
    operation: 'sweeps.save-setting',
    subjectKind: 'sweep-setting',
    problems: { area: 'sweeps.setting-needs-area', past: 'sweeps.setting-past' },
  },
});

/** Final: rounds that were issued under a survey keep it. */
const surveys = openDatedSettings<{ questions: unknown; note: string }>({
  table: 'sweep_surveys',
  own: { questions: 'jsonb', note: 'text' },
  isFinal: true,
});

/** All questions of a round that was issued on a day (ISO text), for a household of a county. */
export async function questionsFor(tx: Tx, countyCode: number, issuedOn: string): Promise<Question[]> {
  const held = await surveys.theOneHolding(tx, countyCode * 1_000_000, issuedOn);
  return questionsOf(held ? ownQuestions.parse(held.questions) : []);
}

/** The questions of an area's own on a day, and who set them. */
export async function surveyShown(tx: Tx, code: number, on: string) {
  const held = await surveys.theOneHolding(tx, code, on);
  if (!held) return { id: 0, questions: [] };
  const { id, regionCode, effectiveFrom } = held;
  const names = await namesOf(tx, [regionCode]);
  return { id, regionName: names.get(regionCode) ?? '', effectiveFrom, questions: ownQuestions.parse(held.questions) };
}

type Given = { regionCode: number; effectiveFrom: string; basis: string; questions: OwnQuestions };

/** Throws `sweeps.setting-needs-area`, `sweeps.setting-past`, `sweeps.survey-exists`. */
export async function saveSurvey(tx: Tx, given: Given, today: PlainDate): Promise<Outcome<{ id: number }>> {
  const region = await ownRegion(tx, given.regionCode);
  const { basis, ...row } = given;
  const names = {
    ...{ operation: 'sweeps.save-survey', subjectKind: 'sweep-survey' },
    problems: { area: 'sweeps.setting-needs-area', past: 'sweeps.setting-past', taken: 'sweeps.survey-exists' },
  };
  return setDated(tx, surveys, names, { ...row, note: basis }, { region, today });
}
