// Data cleaning: rules, runs, issues.

export function cleaningInputs(requestId: string, area: number, issue: { countyCode: number; id: number }) {
  const keys = [issue];
  return {
    'cleaning.rules': { area },
    'cleaning.save-setting': {
      requestId,
      regionCode: area,
      effectiveFrom: '2099-01-01',
      basis: '试行文件',
      key: 'due.warn',
      value: 5,
    },
    'cleaning.runs': { area },
    'cleaning.start-run': { requestId, area, name: '数据清洗', asOf: '2022-05-31' },
    'cleaning.cancel-run': { requestId, id: 1 },
    'cleaning.board': { area },
    'cleaning.issues': { area },
    'cleaning.people': { area },
    'cleaning.assign': { requestId, area, accountId: 1000, keys },
    'cleaning.answer': { requestId, keys, outcome: 'verified-ok', basis: 'on-site', explanation: '已入户核实' },
    'cleaning.sign': { requestId, keys },
    'cleaning.corrections': { area },
    'cleaning.tick-corrections': { requestId, keys, done: true },
    'cleaning.import-answers': { requestId, fileId: requestId },
    'cleaning.compare': {
      ...{ requestId, household: { countyCode: issue.countyCode, id: 1 }, checkedOn: '2022-05-31', basis: 'on-site' },
      fields: [{ field: 'members', seen: '4' }],
    },
    'cleaning.consistency': { area },
    'cleaning.checks': { area },
    'cleaning.export-checks': { area },
    'cleaning.export-issues': { area },
    'cleaning.export-corrections': { area },
    'cleaning.paper': { area, format: 'html' },
    'cleaning.return': { requestId, keys, reason: '请到户里再看一次' },
  };
}
