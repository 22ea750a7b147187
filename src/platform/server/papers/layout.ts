// The layout of official papers (GB/T 9704): A4, margins, fonts and sizes; one place for Word and for print.

/** Millimetres. */
export const PAGE = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 };

/** Points: title 二号, body 三号 on a line of 28, tables 小四, wide ones 五号. */
export const SIZES = {
  title: 22,
  body: 16,
  line: 28,
  table: 12,
  tableLine: 18,
  wideTable: 10.5,
  wideTableLine: 16,
  number: 14,
};

/** The fonts that offices have; where they are missing (a Linux server) Noto stands in. */
export const FONTS = {
  title: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '宋体', 'SimSun', 'Noto Serif CJK SC'],
  body: ['仿宋_GB2312', '仿宋', 'FangSong', 'STFangsong', 'Noto Serif CJK SC'],
  heading: ['黑体', 'SimHei', 'Noto Sans CJK SC'],
  number: ['宋体', 'SimSun', 'Noto Serif CJK SC'],
};

/** A table of so many columns is set smaller. */
export const WIDE_FROM = 6;

/** What stands where a day has to be written by hand. */
export const BLANK_DAY = '    年    月    日';

export const MISSING_PICTURE = '\uff08照片未能载入\uff0c请在系统中查看\uff09';
