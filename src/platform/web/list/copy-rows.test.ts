import { expect, it } from 'vitest';
import { tabbed, tableHtml } from './copy-rows.ts';

it('puts tabs between cells and quotes what would break them', () => {
  const rows = [
    ['户主', '说明'],
    ['王秀英', '两行\n"引号"'],
    ['包金山', '有\t制表符'],
  ];
  expect(tabbed(rows)).toBe('户主\t说明\r\n王秀英\t"两行\n""引号"""\r\n包金山\t"有\t制表符"');
});

it.each([
  ['=1+1', "'=1+1"],
  ['+86 138', "'+86 138"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-cmd', "'-cmd"],
  ['-3', '-3'],
  ['1,200.50', '1,200.50'],
])('lets nothing compute: %s', (typed, copied) => {
  expect(tabbed([[typed]])).toBe(copied);
});

it('keeps numbers of households as text in the table, and no markup of what was written', () => {
  const html = tableHtml([['012345', '150923100001000123', '12', '<b>&', '=1+1']]);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">012345</td>`);
  expect(html).toContain(`<td style="mso-number-format:'\\@'">150923100001000123</td>`);
  expect(html).toContain('<td>12</td><td>&lt;b&gt;&amp;</td>');
  expect(html).toContain(`<td style="mso-number-format:'\\@'">=1+1</td>`);
});
