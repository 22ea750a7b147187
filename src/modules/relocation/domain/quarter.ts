// The quarter a report tells of.

const NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'];
const ENDS = ['03-31', '06-30', '09-30', '12-31'];

/** The newest quarter that is over on the day, an ISO text: its last day, and what it is called. */
export function lastQuarter(day: string): { end: string; words: string } {
  const year = Number(day.slice(0, 4));
  const ended = ENDS.filter((end) => day.slice(5) >= end).length;
  const [at, which] = ended === 0 ? [year - 1, 3] : [year, ended - 1];
  return { end: `${at}-${ENDS[which]}`, words: `${at} 年${NAMES[which]}` };
}
