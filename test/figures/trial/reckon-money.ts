// Money and projects, reckoned over plain rows from figure-definitions §4 and the data contract §9.

import { isCounty, isOpen, type On, Question, sum } from './question.ts';
import { fen, type Row, text } from './rows.ts';

export class MoneyReckoning extends Question {
  arranged({ day, year }: On, ...sources: string[]): Row[] {
    return this.all('fund-arrangements').filter(
      (one) =>
        fen(one, '预算年度') === year &&
        text(one, '资金种类') === '衔接资金' &&
        sources.includes(text(one, '来源层级')) &&
        text(one, '安排日期') <= day &&
        fen(one, '地区代码') === this.area,
    );
  }

  isArranged(year: number): boolean {
    return this.all('fund-arrangements').some(
      (one) => fen(one, '预算年度') === year && text(one, '资金种类') === '衔接资金',
    );
  }

  issued({ day, year }: On, kind = '衔接资金', sources?: string[]): Row[] {
    return this.all('fund-issuances').filter(
      (one) =>
        fen(one, '预算年度') === year &&
        text(one, '资金种类') === kind &&
        (!sources || sources.includes(text(one, '来源层级'))) &&
        text(one, '下达日期') <= day &&
        isCounty(fen(one, '接收地区代码')) &&
        this.within(fen(one, '接收地区代码')),
    );
  }

  isIssued(year: number, kind = '衔接资金'): boolean {
    return this.all('fund-issuances').some((one) => fen(one, '预算年度') === year && text(one, '资金种类') === kind);
  }

  /** The issuances of fund.issued_to_county. */
  counted(on: On): Row[] {
    return this.issued(
      on,
      '衔接资金',
      this.settings['issued.sources'] === 'central+region' ? ['中央', '自治区'] : undefined,
    );
  }

  paid(on: On): number {
    const issuances = new Set(this.counted(on).map((one) => text(one, '下达编号')));
    const allocations = new Set(
      this.all('fund-allocations')
        .filter((one) => issuances.has(text(one, '下达编号')))
        .map((one) => text(one, '分配编号')),
    );
    return sum(
      this.all('fund-payments').filter(
        (one) => allocations.has(text(one, '分配编号')) && text(one, '支付日期') <= on.day,
      ),
      '支付金额',
    );
  }

  toIndustry(on: On): number {
    const issuances = new Set(this.counted(on).map((one) => text(one, '下达编号')));
    const classes = this.setting('industry.classes').split('、');
    const projects = new Set(
      this.all('projects')
        .filter((one) => classes.includes(text(one, '项目类别')))
        .map((one) => text(one, '项目编号')),
    );
    return sum(
      this.all('fund-allocations').filter(
        (one) =>
          issuances.has(text(one, '下达编号')) &&
          projects.has(text(one, '项目编号')) &&
          text(one, '分配日期') <= on.day,
      ),
      '分配金额',
    );
  }

  /** Numbers of projects that hold 衔接资金 of any year on the day. */
  funded(day: string): ReadonlySet<string> {
    const bridging = new Set(
      this.all('fund-issuances')
        .filter((one) => text(one, '资金种类') === '衔接资金')
        .map((one) => text(one, '下达编号')),
    );
    const held = new Map<string, number>();
    for (const one of this.all('fund-allocations'))
      if (bridging.has(text(one, '下达编号')) && text(one, '分配日期') <= day)
        held.set(text(one, '项目编号'), (held.get(text(one, '项目编号')) ?? 0) + fen(one, '分配金额'));
    return new Set([...held].filter(([, amount]) => amount > 0).map(([number]) => number));
  }

  planned({ day, year }: On): Row[] {
    return this.all('projects').filter(
      (one) => text(one, '计划年度') === String(year) && isOpen(one, day, '列入计划日期', '出库日期'),
    );
  }

  projects(on: On): Row[] {
    const funded = this.funded(on.day);
    return this.planned(on).filter((one) => funded.has(text(one, '项目编号')) && this.within(fen(one, '旗县代码')));
  }

  isPlanned(year: number): boolean {
    return this.all('projects').some((one) => text(one, '计划年度') === String(year));
  }

  ofProgramme(on: On, programme: string): Row[] {
    return this.planned(on).filter(
      (one) => text(one, '所属专项').split('、').includes(programme) && this.within(fen(one, '旗县代码')),
    );
  }
}
