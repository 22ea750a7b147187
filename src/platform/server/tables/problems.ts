// What can be wrong with a table file as a file. What is wrong with its columns and rows is said by the slice that reads it.

import { defineProblems } from '../../../kernel/problem.ts';

defineProblems({
  'tables.empty': {
    kind: 'invalid',
    sentence: () => '文件是空的，连表头也没有。请确认选对了文件，重新导出后再交一次。',
  },
  'tables.not-a-table': {
    kind: 'invalid',
    sentence: (d) => `文件的内容是${d.found}，不是表格。请交 CSV 或 XLSX 文件（在 Excel 或 WPS 中“另存为”即可得到）。`,
  },
  'tables.old-excel': {
    kind: 'invalid',
    sentence: () =>
      '文件是旧版 Excel 工作簿（.xls）或者加了打开密码，读不了。请在 Excel 或 WPS 中打开，去掉密码，另存为“.xlsx”后再交。',
  },
  'tables.binary-workbook': {
    kind: 'invalid',
    sentence: () =>
      '文件是二进制格式的 Excel 工作簿（.xlsb），读不了。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（.xlsx）”后再交。',
  },
  'tables.open-document': {
    kind: 'invalid',
    sentence: () =>
      '文件是 OpenDocument 表格（.ods），读不了。请在 WPS、LibreOffice 或 Excel 中打开，另存为“Excel 工作簿（.xlsx）”后再交。',
  },
  'tables.no-sheet': {
    kind: 'invalid',
    sentence: (d) =>
      `工作簿里没有可读的数据表：“${d.sheets}”是图表、宏或已损坏的表，没有单元格。请把数据放在普通工作表里，另存为“.xlsx”后再交。`,
  },
  'tables.utf16': {
    kind: 'invalid',
    sentence: () =>
      '文件是 UTF-16 编码的文本（Excel 中叫“Unicode 文本”），读不了。请另存为“CSV UTF-8（逗号分隔）”或“.xlsx”后再交。',
  },
  'tables.damaged': {
    kind: 'invalid',
    sentence: () =>
      '工作簿不完整或已损坏，读不出第一张表。常见原因是没有传完。请用 Excel 或 WPS 打开检查，重新保存后再交一次。',
  },
  'tables.too-large': {
    kind: 'invalid',
    sentence: (d) =>
      `工作簿太大：${d.what}超过了上限 ${d.limit}。请拆成几个文件，或者另存为 CSV（CSV 不受这个限制）后再交。`,
  },
  'tables.inflates-too-much': {
    kind: 'invalid',
    sentence: () => '工作簿解压后比文件本身大得反常，为了安全没有读取。如果确实是正常的表，请另存为 CSV 后再交。',
  },
  'tables.too-much-to-write': {
    kind: 'invalid',
    sentence: (d) => `要导出的内容超过了一个 XLSX 文件的上限（${d.limit}）。请缩小范围分几次导出，或者改为导出 CSV。`,
  },
  'tables.no-header': {
    kind: 'invalid',
    sentence: (d) => `文件开头 ${d.kb} KB 里没有表头。请确认选对了文件，重新导出后再交一次。`,
  },
  'tables.endless-line': {
    kind: 'invalid',
    sentence: (d) =>
      `第 ${d.line} 行超过 ${d.mb} MB 还没有结束，不像是表格中的一行，文件可能已损坏。文件中一行也没有收下，请重新导出后再交。`,
  },
  'tables.mostly-bad': {
    kind: 'invalid',
    sentence: (d) =>
      `已读的 ${d.rows} 行中有 ${d.bad} 行不符合要求，多半是选错了数据种类或文件已损坏。文件中一行也没有收下，请核对后重新提交。`,
  },
  'tables.too-slow': {
    kind: 'invalid',
    sentence: (d) =>
      `读取工作簿超过了 ${d.minutes} 分钟，已停止，没有留下任何内容。请拆成几个文件，或者另存为 CSV 后再交。`,
  },
});
