/** `2026-11-24` → `11月24日`. */
export function chineseDay(day: string): string {
  const [, month, date] = day.split('-');
  return `${Number(month)}月${Number(date)}日`;
}
