// What this year asks for: documents with their clauses and tasks, who answers for what, plans for emergencies, the year's calendar.

import { addCadres } from '../pairing.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { type Ground, LEAGUE, REGION, turn } from './ground.ts';

const FIELDS = ['监测', '产业', '就业', '资金', '教育', '健康', '乡村建设', '驻村帮扶'];

/** What the clauses give that have somebody to give it to (latest.ts). */
const JOB_CLAUSES: Readonly<Record<number, string>> = {
  3: '在旗县内稳定务工的，发给稳岗补贴',
  5: '在读的中高职学生，发给雨露计划补助',
  7: '有人外出务工的，每年发给一次往返交通补贴',
  9: '吸纳脱贫人口务工的经营主体，给予奖补',
};

function policies({ clock, counties, full }: Ground): Sheet[] {
  const policy = openSheet('policies', '文件编号,地区代码,文件名称,文号,发文机关,发文日期,文件集,领域,公开');
  const clause = openSheet('policy-clauses', '文件编号,条号,要点,条款集,年度,生效日期');
  const task = openSheet(
    'policy-tasks',
    '任务编号,地区代码,文件编号,条号,任务内容,牵头单位,配合单位,责任岗位,开始日期,完成时限,指标,目标值,报告频次,进展,完成日期',
  );
  const year = clock.year;
  const issue = (number: string, place: string, title: string, more: Parameters<typeof policy.add>[0]) =>
    policy.add({
      ...{
        文件编号: number,
        地区代码: place,
        文件名称: title,
        文号: `演示发〔${year}〕${number.slice(-2)} 号`,
        发文机关: '示例机关',
      },
      ...{ 发文日期: clock.day(-290), 公开: '是', ...more },
    });
  const main = `WN${year}01`;
  const jobs = `WN${year}02`;
  issue(main, REGION, `${year} 年巩固拓展脱贫攻坚成果工作要点（示例）`, { 领域: '监测、产业、就业' });
  issue(jobs, REGION, `${year} 年稳岗就业措施（示例）`, {
    文件集: '稳岗就业',
    领域: '就业',
    发文日期: clock.day(-270),
  });
  issue(`WN${year}03`, LEAGUE, `乌兰察布市 ${year} 年防止返贫监测帮扶方案（示例）`, {
    领域: '监测',
    发文日期: clock.day(-240),
  });
  issue(`WN${year}04`, LEAGUE, `乌兰察布市帮扶项目资产后续管护办法（示例）`, {
    领域: '资金',
    发文日期: clock.day(-20),
  });
  for (let i = 1; i <= 12; i++)
    clause.add({
      文件编号: jobs,
      条号: String(i),
      要点: JOB_CLAUSES[i] ?? `稳岗就业措施第 ${i} 条`,
      条款集: '稳岗就业措施',
      年度: year,
      生效日期: clock.day(-270),
    });
  for (let i = 1; i <= 8; i++)
    clause.add({
      文件编号: main,
      条号: String(i),
      要点: `${turn(FIELDS, i)}：按季调度，年底前完成年度任务`,
      生效日期: clock.day(-290),
    });
  for (const { county, code, isFull } of counties) {
    issue(`WN${county}${year}`, code, `${year} 年度巩固拓展脱贫攻坚成果实施方案（示例）`, {
      领域: '监测',
      发文日期: clock.day(-220),
    });
    for (let i = 1; i <= (isFull ? 16 : 5); i++) {
      const due = turn([-45, -4, 2, 6, 25, 58, 85, -120], i);
      const progress =
        due < -100 ? '完成' : due < 0 ? turn(['完成', '逾期'], i) : turn(['进行中', '未到期', '进行中', '受阻'], i);
      task.add({
        ...{
          任务编号: `RW${county}${year}${String(i).padStart(2, '0')}`,
          地区代码: code,
          文件编号: main,
          条号: String(1 + (i % 8)),
        },
        ...{
          任务内容: `${turn(FIELDS, i)}领域年度任务第 ${i} 项`,
          牵头单位: '旗县乡村振兴局',
          配合单位: '旗县财政局',
          责任岗位: '部门主要负责人',
        },
        ...{
          开始日期: clock.day(-200),
          完成时限: clock.day(due),
          报告频次: turn(['每月', '每季', '一次'], i),
          进展: progress,
        },
        ...(i % 6 === 2 ? { 指标: 'employment.persons', 目标值: 120 } : {}),
        完成日期: progress === '完成' ? clock.day(Math.min(due, -3) - 4) : undefined,
      });
    }
  }
  if (full.length === 0) throw new Error('the demonstration has no county in depth');
  return [policy.sheet, clause.sheet, task.sheet];
}

function duties({ clock, full, directory }: Ground): Sheet {
  const { sheet, add } = openSheet('duty-terms', '地区代码,岗位,部门,干部编号,任职日期,免职日期,文号');
  const departments = ['乡村振兴', '人社', '医保', '民政', '教育'];
  for (const { county, code, lively } of full) {
    const townships = [...new Set(lively.map((village) => `${village.slice(0, 9)}000`))];
    const posts = [
      ...['书记', '政府主要领导', '分管'].map((post) => ({ place: code, post, of: undefined })),
      ...departments.map((of) => ({ place: code, post: '部门主要负责人', of })),
      ...townships.flatMap((place) => ['书记', '政府主要领导', '包联'].map((post) => ({ place, post, of: undefined }))),
      ...lively.slice(0, 12).map((place) => ({ place, post: '帮扶责任人', of: undefined })),
    ];
    const people = addCadres(directory, `ZR${county}`, posts.length + 1, '责任干部', '旗县', code);
    posts.forEach(({ place, post, of }, i) => {
      add({
        ...{
          地区代码: place,
          岗位: post,
          部门: of,
          干部编号: people[i],
          任职日期: clock.day(-900 + i * 9),
          文号: '演示任〔1〕号',
        },
        // One township is without its head since last month.
        免职日期: place === townships[1] && post === '政府主要领导' ? clock.day(-28) : undefined,
      });
    });
    add({
      ...{
        地区代码: code,
        岗位: '书记',
        干部编号: people[posts.length],
        任职日期: clock.day(-1300),
        免职日期: clock.day(-901),
      },
    });
  }
  return sheet;
}

function emergencies({ clock, counties }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'contingency-plans',
    '预案编号,地区代码,预案名称,主管部门,险种,启动条件,处置措施,责任岗位,批准日期,生效日期,复审日期,最近演练日期',
  );
  const dangers = [
    ['白灾寒潮', '应急管理局'],
    ['旱', '农牧和科技局'],
    ['动物疫病', '农牧和科技局'],
    ['集中失业返乡', '人力资源和社会保障局'],
    ['价格', '发展和改革委员会'],
    ['项目失败', '乡村振兴局'],
  ] as const;
  counties.forEach(({ county, code, isFull }) => {
    (isFull ? dangers : dangers.slice(0, 2)).forEach(([danger, department], i) => {
      add({
        ...{
          预案编号: `YA${county}${i + 1}`,
          地区代码: code,
          预案名称: `${danger}防返贫应急预案`,
          主管部门: department,
          险种: danger,
        },
        ...{
          启动条件: '发生灾害或风险，影响农牧户 10 户以上',
          处置措施: '24 小时内排查，3 日内落实临时救助',
          责任岗位: '分管',
        },
        ...{
          批准日期: clock.day(-820 + i * 60),
          生效日期: clock.day(-810 + i * 60),
          复审日期: clock.day(turn([-40, 5, 28, 80, 300, 400], i)),
        },
        最近演练日期: i % 3 === 2 ? undefined : clock.day(-420 + i * 90),
      });
    });
  });
  return sheet;
}

function calendar({ clock, full }: Ground): Sheet {
  const { sheet, add } = openSheet(
    'schedule-items',
    '地区代码,年度,类型,序号,名称,季度,下发日期,计划开始日期,计划结束日期,完成日期',
  );
  const year = clock.year;
  const places = [REGION, LEAGUE, ...full.map(({ code }) => code)];
  const quarters = [
    ['02-10', '03-31'],
    ['05-10', '06-30'],
    ['08-10', '09-30'],
    ['11-01', '12-25'],
  ] as const;
  for (const place of places) {
    for (const [kind, title] of [
      ['集中监测', '季度集中监测'],
      ['集中摸排', '季度集中摸排'],
      ...(place === REGION ? ([['厅际联席会议', '联席会议']] as const) : []),
    ] as const)
      quarters.forEach(([from, to], i) => {
        const end = `${year}-${to}`;
        add({
          ...{
            地区代码: place,
            年度: year,
            类型: kind,
            序号: i + 1,
            名称: `${year} 年第${'一二三四'[i]}${title}`,
            季度: i + 1,
          },
          ...{
            下发日期: `${year}-01-15`,
            计划开始日期: `${year}-${from}`,
            计划结束日期: end,
            完成日期: end < clock.today ? end : undefined,
          },
        });
      });
    add({
      ...{
        地区代码: place,
        年度: year,
        类型: '专项排查',
        序号: 1,
        名称: '入冬前住房和饮水安全专项排查',
        下发日期: clock.day(-60),
      },
      ...{ 计划开始日期: clock.day(-50), 计划结束日期: clock.day(6) },
    });
    for (const one of [year - 1, year]) {
      const isOver = `${one}-12-20` < clock.today;
      add({
        ...{
          地区代码: place,
          年度: one,
          类型: '年度收入采集',
          序号: 1,
          名称: `${one} 年度脱贫户收入采集`,
          下发日期: `${one}-10-10`,
        },
        ...{
          计划开始日期: `${one}-10-15`,
          计划结束日期: `${one}-12-20`,
          完成日期: isOver ? `${one}-12-20` : undefined,
        },
      });
    }
  }
  return sheet;
}

function lists({ clock }: Ground): Sheet {
  const { sheet, add } = openSheet('list-items', '清单,年度,序号,方面,内容,频次,启用日期');
  const aspects = ['基层党建', '产业发展', '就业创业', '乡村建设', '乡村治理', '为民服务'];
  const of = { 年度: clock.year, 启用日期: `${clock.year}-01-10` };
  for (let i = 0; i < 24; i++)
    add({
      ...{
        ...of,
        清单: '驻村任务清单',
        序号: i + 1,
        方面: turn(aspects, i),
        内容: `${turn(aspects, i)}任务第 ${Math.floor(i / 6) + 1} 项`,
      },
      频次: turn(['每月', '每季', '每年'], i),
    });
  for (let i = 0; i < 10; i++) add({ ...of, 清单: '十类重点人群', 序号: i + 1, 内容: `重点人群第 ${i + 1} 类` });
  return sheet;
}

export function orderSheets(ground: Ground): Sheet[] {
  return [...policies(ground), duties(ground), emergencies(ground), calendar(ground), lists(ground)];
}
