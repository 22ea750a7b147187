// What people of each level type into the search box who have never seen the program, and the page it must show them.

import { describe, expect, test } from 'vitest';
import type { Role } from '../../kernel/operation.ts';
import { pagesFor } from '../../platform/web/frame/menu.ts';
import { menuPages } from '../../platform/web/frame/routes.tsx';
import { findPages } from '../../platform/web/frame/search/find-pages.ts';
import { BARE_ROUTES, FRAMED_ROUTES } from '../office-routes.tsx';
import { menuTree } from './menu.tsx';
import { operationRoles } from './operation-roles.tsx';
import { PAGE_WORDS } from './page-words.tsx';

const tree = menuTree(menuPages([...FRAMED_ROUTES, ...BARE_ROUTES]));
const roles = operationRoles();

function found(role: Role, text: string): string[] {
  const own = pagesFor(tree, role, (operation) => roles.get(operation)?.includes(role) ?? false);
  return findPages(own, PAGE_WORDS, text).map(({ path }) => path);
}

const SEARCHES: Partial<Record<Role, readonly (readonly [text: string, page: string])[]>> = {
  'village-worker': [
    ['我帮扶的户', '/my-households'],
    ['谁家房子漏水', '/clues'],
    ['低保名单', '/households'],
    ['公示', '/papers/notices'],
    ['改密码', '/change-password'],
    ['草场', '/registers/projects'],
    ['护草员', '/registers/public-posts'],
    ['扶贫车间', '/registers/workshops'],
    ['厕所坏了', '/registers/toilet-issues'],
    ['厕所整改', '/construction/needs'],
    ['积分超市', '/governance/counter'],
    ['红白事', '/registers/custom-events'],
    ['分红', '/registers/asset-distributions'],
    ['打工的人', '/registers/employment-spells'],
    ['哪天入户', '/help/visits-due'],
  ],
  'township-officer': [
    ['监测户', '/cases'],
    ['谁家房子漏水', '/warnings'],
    ['贷款到期', '/registers/micro-loans'],
    ['第一书记', '/registers/team-postings'],
    ['项目怎么申报', '/registers/project-proposals'],
    ['公示名单', '/papers/notices'],
    ['人均纯收入', '/registers/household-incomes'],
    ['一卡通', '/registers/household-payouts'],
    ['雨露计划', '/registers/trainings'],
    ['修改密码', '/change-password'],
  ],
  'county-officer': [
    ['低保名单', '/feeds/datasets'],
    ['怎么导入医保', '/feeds/submit'],
    ['谁家房子漏水', '/warnings'],
    ['扶贫车间', '/registers/workshops'],
    ['贷款到期', '/registers/micro-loans'],
    ['公示', '/papers/notices'],
    ['改密码', '/change-password'],
    ['发布会的数', '/figures'],
    ['谁帮谁', '/pairing/pairs'],
    ['没人帮扶', '/pairing/unhelped'],
    ['北京协作', '/cooperation'],
    ['双包联', '/key-counties'],
    ['同一企业两个代码', '/organisations/twins'],
    ['特派员干了什么', '/registers/specialist-services'],
    ['草场改良项目', '/registers/projects'],
    ['报账', '/registers/fund-payments'],
    ['哪些村有项目', '/money/map'],
    ['项目地图', '/money/map'],
    ['国家系统导出的户表导入', '/households/import'],
    ['整改台账', '/registers/problems'],
    ['整改率', '/rectification'],
    ['举一反三', '/rectification/similar'],
    ['红牌', '/registers/cards'],
    ['雪灾', '/registers/contingency-plans'],
    ['人居环境', '/construction'],
    ['下雪了', '/contingency'],
    ['大排查', '/sweeps'],
    ['覆盖率', '/sweeps'],
    ['数据质量', '/cleaning'],
    ['属实说明', '/households/issues'],
    ['校验规则', '/cleaning/rules'],
    ['十类人群', '/registers/sweep-rules'],
    ['谁在村里', '/teams'],
    ['打卡', '/teams/sheet'],
    ['销假', '/registers/team-leaves'],
    ['四维', '/teams/assessment'],
    ['谁没享受政策', '/entitlements'],
    ['这个村谁负责', '/duties'],
    ['哪些任务逾期', '/policies/tasks'],
    ['积分排名', '/governance'],
    ['人居环境', '/construction'],
  ],
  'region-officer': [
    ['发布会的数', '/figures'],
    ['领导驾驶舱', '/board'],
    ['比上周', '/board'],
    ['北京对口支援', '/registers/cooperation-funds'],
    ['考核', '/appraisals'],
    ['考核结果', '/registers/assessment-results'],
    ['考核排名', '/appraisals'],
    ['一票否决', '/registers/assessment-adjustments'],
    ['监测线', '/warnings/rules'],
    ['哪个旗县进度慢', '/bulletin'],
    ['资金到哪了', '/money'],
    ['嘎查村合并', '/system/regions'],
    ['政策文件在哪', '/registers/policies'],
    ['龙头企业', '/registers/organisations'],
    ['改密码', '/change-password'],
  ],
  auditor: [
    ['钱到哪了', '/money'],
    ['哪个旗县压着钱', '/money'],
    ['先付款后开工', '/money/concerns'],
    ['未开工先支付', '/money/concerns'],
    ['资产是谁的', '/assets/list'],
    ['闲置资产', '/assets/needs'],
    ['谁改的', '/system/audit'],
  ],
  'security-administrator': [
    ['密码有效期', '/system/security'],
    ['两步验证', '/second-factor'],
    ['督查账号', '/rectification/inspectors'],
  ],
  administrator: [
    ['新来的人开账号', '/system/users'],
    ['批量开户', '/system/users/import'],
    ['短信', '/system/message-door'],
    ['手机丢了', '/system/phones'],
    ['接口密钥', '/system/open-data'],
  ],
  'data-officer': [
    ['怎么上报死亡名单', '/feeds/submit'],
    ['数据模板', '/feeds/datasets'],
    ['撤销导入', '/feeds'],
    ['匹配率', '/feeds/rates'],
  ],
};

describe.each(Object.entries(SEARCHES))('%s', (role, searches) => {
  test.each(searches)('finds by “%s” the page %s', (text, page) => {
    expect(found(role as Role, text)).toContain(page);
  });
});

test('nothing is shown for what is no word of the work', () => {
  expect(found('county-officer', 'qwertz')).toEqual([]);
  expect(found('county-officer', '王小明')).toEqual([]);
});
