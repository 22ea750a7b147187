/** Today in Beijing, as the offices write it. */
export function todayText(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

/** The year it is there. */
export function thisYear(): number {
  return Number(todayText().slice(0, 4));
}
