// Holidays and worked weekends for the calendar of the demonstration, compared with the announcements of the General Office
// of the State Council as Xinhua printed them: for 2025 国办发明电〔2024〕12号 (m.gmw.cn/2024-11/12/content_1303894933.htm),
// for 2026 the one of 2025-11-04 (politics.gmw.cn/2025-11/04/content_38391083.htm). The sealed original was not at hand, and a
// region may add days of its own: in operation the region sets them every year, and confirms them on the page 节假日.

const span = (name: string, from: number, until: number, month: string) =>
  Array.from({ length: until - from + 1 }, (_, i) => ({
    day: `${month}-${String(from + i).padStart(2, '0')}`,
    working: false,
    name,
  }));
const worked = (...days: string[]) => days.map((day) => ({ day, working: true, name: '调休上班' }));

export const DEMO_HOLIDAYS = [
  {
    year: 2025,
    days: [
      ...span('元旦', 1, 1, '2025-01'),
      ...span('春节', 28, 31, '2025-01'),
      ...span('春节', 1, 4, '2025-02'),
      ...span('清明节', 4, 6, '2025-04'),
      ...span('劳动节', 1, 5, '2025-05'),
      ...span('端午节', 31, 31, '2025-05'),
      ...span('端午节', 1, 2, '2025-06'),
      ...span('国庆节、中秋节', 1, 8, '2025-10'),
      ...worked('2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    days: [
      ...span('元旦', 1, 3, '2026-01'),
      ...span('春节', 15, 23, '2026-02'),
      ...span('清明节', 4, 6, '2026-04'),
      ...span('劳动节', 1, 5, '2026-05'),
      ...span('端午节', 19, 21, '2026-06'),
      ...span('中秋节', 25, 27, '2026-09'),
      ...span('国庆节', 1, 7, '2026-10'),
      ...worked('2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'),
    ],
  },
];
