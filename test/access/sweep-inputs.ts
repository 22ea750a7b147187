// Rounds, their households and rechecks.

type Household = { countyCode: number; householdId: number };

export function sweepInputs(requestId: string, area: number, { countyCode, householdId }: Household) {
  const household = { countyCode, id: householdId };
  const setting = { regionCode: area, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const seen = { answers: {}, result: 'no-risk' };
  const recheck = { countyCode, recheckId: 1 };
  return {
    'sweeps.rounds': { area },
    'sweeps.board': { number: 'L1', area },
    'sweeps.days': { number: 'L1', area },
    'sweeps.confirm': { requestId, number: 'L1', township: Math.floor(area / 1000) * 1000 },
    'sweeps.draw': { requestId, number: 'L1' },
    'sweeps.redo': { requestId, number: 'L1', village: area, reason: '差错较多' },
    'sweeps.save-setting': { requestId, ...setting, key: 'retry', value: 5 },
    'sweeps.save-survey': { requestId, ...setting, questions: [] },
    'sweeps.items': { number: 'L1', area },
    'sweeps.item': { number: 'L1', countyCode, householdId },
    'sweeps.of-household': household,
    'sweeps.people': { number: 'L1', area },
    'sweeps.assign': { requestId, number: 'L1', area, accountId: 1000 },
    'sweeps.visit': {
      ...{
        requestId,
        number: 'L1',
        household,
        ...seen,
        visitedOn: '2022-01-11',
        mode: 'in-person',
        secondVisitor: '巴图',
      },
      signed: true,
    },
    'sweeps.rechecks': { number: 'L1', area },
    'sweeps.recheck-form': recheck,
    'sweeps.recheck': { requestId, ...recheck, ...seen, checkedOn: '2022-01-11', note: '' },
    'sweeps.photo': { countyCode, visitId: 1, photoId: crypto.randomUUID() },
    'sweeps.paper': { number: 'L1', area, form: 'villages', format: 'html' },
  };
}
