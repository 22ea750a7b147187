// What a file is, told from its name: departments name their files after the dataset and the period it covers.

type Named = { code: string; title: string };

/** Words of file names that speak of one dataset only. Looked for in this order: 医保参保 before 医保. */
const WORDS: readonly (readonly [string, string])[] = [
  ['参保', 'medical-insurance'],
  ['结算', 'medical-settlement'],
  ['住院', 'medical-settlement'],
  ['医疗费用', 'medical-settlement'],
  ['在校', 'school-enrolment'],
  ['学籍', 'school-enrolment'],
  ['残疾', 'disability-certificate'],
  ['住房', 'housing-inspection'],
  ['房屋', 'housing-inspection'],
  ['停水', 'water-outage'],
  ['饮水', 'water-outage'],
  ['供水', 'water-outage'],
  ['就业', 'employment-change'],
  ['失业', 'employment-change'],
  ['务工', 'employment-change'],
  ['低保', 'dibao-roster'],
  ['死亡', 'death-register'],
  ['灾', 'disaster-report'],
];

/** What departments call their data, for who looks for where to hand it in. */
export const DATASET_WORDS: readonly string[] = ['医保', ...WORDS.map(([word]) => word)];

/** The dataset a file name speaks of, among those the account may hand in; the only one there is needs no name. */
export function guessDataset(fileName: string, datasets: readonly Named[]): string | undefined {
  if (datasets.length === 1) return datasets[0]?.code;
  const name = fileName.toLowerCase().replaceAll('_', '-');
  const named = datasets.find(({ code, title }) => name.includes(code) || name.includes(title));
  if (named) return named.code;
  const [, code] = WORDS.find(([word]) => name.includes(word)) ?? [];
  return datasets.some((dataset) => dataset.code === code) ? code : undefined;
}

/** The period in a file name: `低保名册2022年5月.csv` → `2022-05`, `在校生2021-2022学年.xlsx` → `2021-2022`. */
export function guessPeriod(fileName: string): string {
  const year = /(?<!\d)(20\d\d)[-—至](20\d\d)(?!\d)/.exec(fileName);
  if (year) return `${year[1]}-${year[2]}`;
  const month = /(?<!\d)(20\d\d)\s*[年._-]?\s*(0?[1-9]|1[0-2])(?!\d)/.exec(fileName);
  if (month) return `${month[1]}-${month[2]?.padStart(2, '0')}`;
  return /(?<!\d)(20\d\d)(?!\d)/.exec(fileName)?.[1] ?? '';
}
