// Village teams: the board, months, punches, ballots, grades.

export function teamInputs(requestId: string, area: number) {
  const month = '2022-05-01';
  const setting = { regionCode: area, effectiveFrom: '2099-01-01', basis: '试行文件' };
  return {
    'teams.board': { area },
    'teams.team': { village: area },
    'teams.member': { cadreNumber: 'G1' },
    'teams.sheet': { area, month },
    'teams.sheet-paper': { area, month, format: 'html' },
    'teams.confirm-month': { requestId, area, month },
    'teams.punch': { requestId, kind: 'in-village', at: '2022-05-31T09:00:00+08:00' },
    'teams.explain-punch': { requestId, day: '2022-05-31', note: '到牧户家' },
    'teams.positions': { requestId, cadreNumber: 'G1', month, reason: '核对营地以外的打卡' },
    'teams.save-setting': { requestId, ...setting, key: 'month.days', value: 20 },
    'teams.assessment': { area, year: 2022 },
    'teams.propose-grades': { requestId, area, year: 2022 },
    'teams.ballot': { number: 'C1' },
    'teams.cast-slip': { requestId, number: 'C1', code: 'ABCD2345', marks: [{ cadreNumber: 'G1', mark: 'good' }] },
    'teams.slips': { number: 'C1', format: 'html' },
    'teams.form': { form: 'roster', area, format: 'html' },
  };
}
