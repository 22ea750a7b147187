import { describe, expect, it } from 'vitest';
import { emptyDraft, isEmptyDraft, pasteBlock, readClass, readDraft, splitBlock } from './measure-drafts.ts';

const TODAY = '2022-06-01';

describe('a block from Excel', () => {
  it.each([
    [
      'a\tb\nc\td',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\tb\r\n', [['a', 'b']]],
    ['"一行\n两行"\tb', [['一行 两行', 'b']]],
    ['"说""好"""\tb', [['说"好"', 'b']]],
    ['a\t\tb', [['a', '', 'b']]],
  ])('%j', (text, cells) => expect(splitBlock(text)).toEqual(cells));

  it('fills from the cell on and adds rows', () => {
    const rows = pasteBlock({
      rows: [emptyDraft(TODAY)],
      at: { row: 0, column: 'class' },
      text: '健康帮扶\t落实医疗救助\t旗医保局\t李明\t2022/6/5\t2022年7月1日\t1,200.50\n产业\t发放种羊\t旗农牧局\t\t2022-06-05\t2022-12-01\t',
      today: TODAY,
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      class: 'health',
      plannedFrom: '2022-06-05',
      dueOn: '2022-07-01',
      money: '1,200.50',
    });
    expect(rows.map((row) => readDraft(row).measure?.moneyFen)).toEqual([120_050, 0]);
  });

  it('goes by the headers where there are some, and keeps other cells', () => {
    const rows = pasteBlock({
      rows: [{ ...emptyDraft(TODAY), person: '王建国', answers: 'illness' }],
      at: { row: 0, column: 'money' },
      text: '责任单位\t类别\t金额\t备注\n旗民政局\t综合保障\t600\t无',
      today: TODAY,
    });
    expect(rows).toEqual([
      {
        ...emptyDraft(TODAY),
        person: '王建国',
        answers: 'illness',
        unit: '旗民政局',
        class: 'comprehensive',
        money: '600',
      },
    ]);
  });

  it('begins at the column it is pasted on', () => {
    const rows = pasteBlock({ rows: [], at: { row: 0, column: 'unit' }, text: '旗残联\t赵敏', today: TODAY });
    expect(rows[0]).toMatchObject({ content: '', unit: '旗残联', person: '赵敏' });
  });
});

describe('a row', () => {
  it.each([
    ['健康帮扶', 'health'],
    ['健康', 'health'],
    ['义务教育', 'compulsory-education'],
    ['health', 'health'],
    ['', undefined],
    ['健', undefined],
    ['慰问', undefined],
  ])('class %s', (text, expected) => expect(readClass(text)).toBe(expected));

  it('says what has to be mended, cell by cell', () => {
    const { measure, problems } = readDraft({
      ...emptyDraft(TODAY),
      class: '慰问',
      content: '慰',
      dueOn: '2022-05-01',
      money: '很多',
    });
    expect(measure).toBeUndefined();
    expect(Object.keys(problems)).toEqual(['class', 'content', 'unit', 'dueOn', 'money']);
    expect(problems.class).toContain('慰问');
    expect(problems.dueOn).toBe('完成期限早于开始日期');
  });

  it('is empty until something is typed', () => {
    expect(isEmptyDraft(emptyDraft(TODAY))).toBe(true);
    expect(isEmptyDraft({ ...emptyDraft(TODAY), unit: '旗民政局' })).toBe(false);
  });
});
