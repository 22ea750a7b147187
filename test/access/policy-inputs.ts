// Policies, who answers for them, and what is done when a plan is activated.

type Household = { countyCode: number; householdId: number };

export function policyInputs(requestId: string, area: number, { countyCode, householdId }: Household) {
  const setting = { value: 10, effectiveFrom: '2099-01-01', basis: '试行文件' };
  const clause = { area, document: 'P1', clause: '1' };
  const household = { countyCode, id: householdId };
  const event = { number: 'E1' };
  return {
    'policies.tasks': { area },
    'policies.tasks-paper': { area, view: 'timetable', format: 'html' },
    'policies.save-setting': { requestId, regionCode: area, ...setting, key: 'task.soon' },
    'entitlements.overview': { area },
    'entitlements.households': clause,
    'entitlements.missing-paper': { ...clause, format: 'html' },
    'entitlements.of-household': household,
    'entitlements.household-paper': { ...household, format: 'html' },
    'contingency.overview': { area },
    'contingency.propose': {
      ...{ requestId, planNumber: 'Y1', regionCode: area, level: 'third', event: '暴雪', eventOn: '2022-01-10' },
      basis: '积雪超过二十厘米',
    },
    'contingency.event': event,
    'contingency.households': event,
    'contingency.visit': {
      ...{
        requestId,
        ...event,
        household,
        visitedOn: '2022-01-11',
        way: 'in-person',
        result: 'safe',
        helpedFirst: false,
      },
    },
    'contingency.event-paper': { ...event, form: 'daily', format: 'html' },
    'contingency.save-setting': { requestId, regionCode: area, ...setting, key: 'review' },
    'duties.cadre': { number: 'C1' },
    'duties.handover-paper': { number: 'C1', format: 'html' },
    'duties.chain': { area },
    'duties.gaps': { area },
    'duties.of-household': household,
    'duties.chain-paper': { ...household, format: 'html' },
    'entitlements.of-organisation': { code: 'P1' },
  };
}
