// Households and assets, reckoned over plain rows from figure-definitions §4 and the data contract §6, §9.

import type { Household } from './make-households.ts';
import { isOpen, sum } from './question.ts';
import { MoneyReckoning } from './reckon-money.ts';
import { fen, type Row, text } from './rows.ts';

export class Reckoning extends MoneyReckoning {
  personTimes(): number {
    const on = this.before;
    const funded = this.funded(on.day);
    const projects = new Set(
      this.planned(on)
        .map((one) => text(one, '项目编号'))
        .filter((number) => funded.has(number)),
    );
    const homes = new Map(this.of.households.map((one) => [one.number, one]));
    const rows = this.all('project-beneficiaries').filter((one) => {
      const home = homes.get(text(one, '户编号'));
      return (
        home &&
        projects.has(text(one, '项目编号')) &&
        text(one, '受益日期') <= on.day &&
        this.within(home.village) &&
        this.isFocus(home, text(one, '受益日期'))
      );
    });
    return sum(rows, '受益人数');
  }

  #spells(home: Household, lifted: boolean): Row[] {
    return this.all('household-statuses').filter(
      (one) => text(one, '户编号') === home.number && (text(one, '身份') === '脱贫户') === lifted,
    );
  }

  isLifted(home: Household, day: string): boolean {
    const spells = this.#spells(home, true);
    return spells.length > 0 ? spells.some((one) => isOpen(one, day, '开始日期', '结束日期')) : home.lifted;
  }

  isFocus(home: Household, day: string): boolean {
    if (this.isLifted(home, day)) return true;
    const countsCleared = this.settings['monitored.cleared'] === 'in';
    const spells = this.#spells(home, false);
    const ends = countsCleared ? ['结束日期'] : ['结束日期', '风险消除日期'];
    if (spells.length > 0) return spells.some((one) => isOpen(one, day, '开始日期', ...ends));
    return home.category !== '' && (countsCleared || !home.cleared);
  }

  able(): Household[] {
    const able = this.setting('labour.able').split('、');
    return this.of.households.filter(
      (home) =>
        this.within(home.village) &&
        home.labour.some((one) => able.includes(one)) &&
        this.isLifted(home, this.before.day),
    );
  }

  reached(): ReadonlySet<string> {
    const [first, last] = [`${this.before.year}-01-01`, this.before.day];
    const classes = this.setting('industry.classes').split('、');
    const industry = new Set(
      this.all('projects')
        .filter((one) => classes.includes(text(one, '项目类别')))
        .map((one) => text(one, '项目编号')),
    );
    const meets = (one: Row, from: string, until: string) =>
      text(one, from) <= last && (!text(one, until) || text(one, until) > first);
    return new Set(
      [
        ...this.all('project-beneficiaries').filter(
          (one) => industry.has(text(one, '项目编号')) && meets(one, '受益日期', '终止日期'),
        ),
        ...this.all('linkage-contracts').filter(
          (one) => meets(one, '开始日期', '解除日期') && (!text(one, '截止日期') || text(one, '截止日期') >= first),
        ),
        ...this.all('help-measures').filter(
          (one) => text(one, '措施类别') === '产业帮扶' && meets(one, '开始日期', '结束日期'),
        ),
      ].map((one) => text(one, '户编号')),
    );
  }

  assets(): Row[] {
    return this.all('assets').filter(
      (one) =>
        fen(one, '形成年度') >= 2012 &&
        fen(one, '形成年度') <= 2020 &&
        isOpen(one, this.on.day, '登记日期', '注销日期') &&
        this.within(fen(one, '所在地区代码')),
    );
  }

  isAssetKnown(): boolean {
    return this.all('assets').some(
      (one) => fen(one, '形成年度') >= 2012 && fen(one, '形成年度') <= 2020 && text(one, '登记日期') <= this.on.day,
    );
  }
}
