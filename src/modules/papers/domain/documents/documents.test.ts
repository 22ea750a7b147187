// What stands on each paper, and what must not.

import { describe, expect, test } from 'vitest';
import { documentCase, SECRET_TEXT, SECRETS, secretsIn, WORDS_OF_SECRETS } from '../../../../../test/document-case.ts';
import { hideNumbers } from '../../../../kernel/hide-numbers.ts';
import { textsOf } from '../../../../kernel/papers/model.ts';
import { publicPhone } from '../../../../kernel/papers/public-phone.ts';
import { punctuate } from '../../../../kernel/papers/punctuate.ts';
import { committeeOf, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import { publicName } from '../../../process/domain/public-name.ts';
import type { CaseView } from './case-view.ts';
import { buildDocuments, DOCUMENT_KEYS, type DocumentKey, offersOf } from './catalogue.ts';
import { hangsOn } from './notices.ts';
import type { PublicAnnouncement, PublicHousehold, PublicNotice } from './public-papers.ts';

function textOf(key: DocumentKey, view = documentCase()): string {
  return buildDocuments(key, view).flatMap(textsOf).join('\n');
}

const CLEARED = DOCUMENT_KEYS.filter((key) => key !== 'rejection');
const PUBLIC = DOCUMENT_KEYS.filter((key) => /(notice|announcement)$/.test(key));

describe('headings', () => {
  test.each(CLEARED)('%s: are numbered one after the other, also where a part is left out', (key) => {
    const whole = documentCase();
    for (const view of [whole, { ...whole, conditions: [] }])
      for (const { blocks } of buildDocuments(key, view)) {
        const numbers = blocks.flatMap((block) =>
          block.kind === 'heading' && block.text.charAt(1) === '、' ? [block.text.charAt(0)] : [],
        );
        expect(numbers.join('')).toBe('一二三四五六'.slice(0, numbers.length));
      }
  });
});

describe('what must not stand on paper', () => {
  test('a consent that nobody gave', () => expect(textOf('review')).not.toContain('无异议'));

  test.each(['application', 'clearing'] as const)(
    '%s: a signature drawn on the screen stands in its line alone',
    (key) => {
      const view = documentCase();
      const actions = view.actions.map((action): CaseView['actions'][number] =>
        action.kind === 'verify'
          ? { ...action, detail: { ...action.detail, photos: [], authorisation: ['signed'] } }
          : action,
      );
      const titles = (drawn: string[]) =>
        buildDocuments(key, { ...view, actions, drawn }).flatMap(({ blocks }) =>
          blocks.flatMap((block) => (block.kind === 'images' ? [block.title] : [])),
        );
      expect(titles([])).toEqual(['签名或纸质授权书照片']);
      expect(titles(['signed'])).toEqual([]);
    },
  );

  test('the case is full of secrets, and the scan finds them', () => {
    expect(secretsIn(JSON.stringify(documentCase()))).toEqual(Object.values(SECRETS));
    expect(JSON.stringify(documentCase()).split(WORDS_OF_SECRETS[0] ?? '').length).toBeGreaterThan(40);
  });

  test.each(CLEARED)('%s: no ID, phone or account', (key) => {
    expect(secretsIn(textOf(key))).toEqual([]);
  });

  test('rejection: no ID, phone or account', () => {
    const text = textOf('rejection', documentCase({ refused: true }));
    expect(secretsIn(text)).toEqual([]);
    expect(text).toContain('告知书');
  });

  test.each(PUBLIC)('%s: nothing at all of what was written', (key) => {
    const text = textOf(key);
    for (const word of WORDS_OF_SECRETS) expect(text).not.toContain(word);
    expect(text.replace('0474-1234567', '')).not.toMatch(/\d{5}|\*{3}/);
  });

  test('public papers take no field that is new in the records, whatever it is called', () => {
    const view = documentCase();
    const more = { remark: SECRET_TEXT, name2: SECRET_TEXT, category: 'borderline', phone: SECRETS.phone };
    const grown = {
      ...view,
      ...more,
      category: view.category,
      household: { ...view.household, ...more, members: view.household.members.map((each) => ({ ...each, ...more })) },
      notices: view.notices.map((notice) => ({ ...more, ...notice })),
    };
    for (const key of PUBLIC) expect(buildDocuments(key, grown)).toEqual(buildDocuments(key, view));
  });

  test('the whitelist is these fields and no other', () => {
    // The issuer is an office that the template names, of letters only: it comes from no record of a household.
    type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
    const household: Exactly<keyof PublicHousehold, 'name' | 'memberCount' | 'category'> = true;
    const notice: Exactly<
      keyof PublicNotice,
      'walk' | 'level' | 'place' | 'household' | 'from' | 'until' | 'phone' | 'isOver' | 'countyIssuer'
    > = true;
    const announcement: Exactly<
      keyof PublicAnnouncement,
      'walk' | 'place' | 'households' | 'decidedOn' | 'on' | 'phone'
    > = true;
    expect([household, notice, announcement]).toEqual([true, true, true]);
  });

  test('numbers that were typed into a name or instead of a phone stay out of public papers', () => {
    const view = documentCase();
    view.household.headName = `王秀英${SECRETS.id}`;
    view.notices = view.notices.map((notice) => ({ ...notice, phone: SECRETS.account }));
    for (const key of PUBLIC) {
      const text = textOf(key, view);
      expect(text).toContain('王秀英');
      expect(secretsIn(text)).toEqual([]);
    }
  });

  test('only the application shows IDs, and masked', () => {
    const showing = CLEARED.filter((key) => /\d{6}\*{8}/.test(textOf(key, documentCase({ clean: true }))));
    expect(showing).toEqual(['application', 'household-file']);
  });

  test.each([
    ['150923197001010029', '150923********0029'],
    ['15092319700101002x', '150923********002X'],
    ['号150923 1970 0101 0029。', '号150923********0029。'],
    ['13812345678', '138****5678'],
    ['0474-1234567', '047****4567'],
    ['6222021234567890123', '***************0123'],
    ['\uff11\uff13\uff18\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18', '138****5678'],
    ['2022-06-01 至 2022.06.30', '2022-06-01 至 2022.06.30'],
    ['20220601', '20220601'],
    ['收入 1,234,567.89 元,电话 12317', '收入 1,234,567.89 元,电话 12317'],
    ['凉农发〔2022〕12号', '凉农发〔2022〕12号'],
  ])('hides the numbers of “%s”', (text, hidden) => expect(hideNumbers(text)).toBe(hidden));

  test('the number of the household stays', () => {
    expect(hideNumbers('户编号150923101001000017,证150923197001010029', '150923101001000017')).toBe(
      '户编号150923101001000017,证150923********0029',
    );
  });
});

test.each([
  ['同意 4 票,弃权 1 票', '同意 4 票\uff0c弃权 1 票'],
  ['申请人(签字):', '申请人\uff08签字\uff09\uff1a'],
  ['1,234.00 元(2022)', '1,234.00 元\uff082022\uff09'],
  ['(2022)1,234', '(2022)1,234'],
  ['A, B', 'A, B'],
])('sets the marks of “%s”', (text, set) => expect(punctuate(text)).toBe(set));

describe('what stands on paper', () => {
  const view = documentCase({ clean: true });

  test('the notice: name as set, village, members, category, days, phone', () => {
    const text = textOf('notice', view);
    for (const words of [
      '王秀英',
      '井沟村',
      '边缘易致贫户',
      '2022年6月6日',
      '2022年6月11日',
      '0474-1234567',
      '井沟村村民委员会',
    ])
      expect(text).toContain(words);
    const surname = textOf('notice', documentCase({ clean: true, template: { noticeName: 'surname' } }));
    expect(surname).toContain('王某某');
    expect(surname).not.toContain('秀英');
  });

  test('the county issues in the name its template gives, else in its own', () => {
    const named = documentCase({ clean: true, template: { countyIssuer: '商都县乡村振兴局' } });
    for (const key of ['approval', 'township-opinion'] as const) {
      expect(textOf(key, documentCase({ clean: true }))).toContain('农牧主管部门');
      expect(textOf(key, named)).toContain('商都县乡村振兴局');
      expect(textOf(key, named)).not.toContain('农牧主管部门');
    }
  });

  test('the clearing form has both surveys side by side', () => {
    const table = buildDocuments('clearing', view)[0]?.blocks.find(
      (block) => block.kind === 'table' && block.columns.some(({ title }) => title === '消除时'),
    );
    expect(table).toMatchObject({
      rows: expect.arrayContaining([
        ['工资性收入', '9,000.00 元', '54,000.00 元'],
        ['是否有成员未参加医保', '是', '否'],
      ]),
    });
  });

  test('the plan has the measures of the tables of plans, and says so where there are none', () => {
    expect(textOf('plan', view)).toContain('门诊慢特病报销');
    const { measures: _, ...bare } = view;
    expect(textOf('plan', bare)).toContain('尚未登记帮扶措施');
  });

  test('the file of a household holds every paper there is, in order', () => {
    const [cover, ...papers] = buildDocuments('household-file', view);
    expect(papers).toHaveLength(CLEARED.length - 1);
    const catalogue = cover?.blocks.find((block) => block.kind === 'table');
    expect(catalogue).toMatchObject({ rows: { length: papers.length } });
  });

  test('a paper is offered when its step was reached', () => {
    const ready = (until: 'open' | 'verify' | 'publish' | 'approve') =>
      offersOf(documentCase({ clean: true, until }))
        .filter((offer) => offer.ready)
        .map(({ key }) => key);
    expect(ready('open')).toEqual(['application']);
    expect(ready('verify')).toEqual(['application', 'verification', 'household-file']);
    expect(ready('publish')).toEqual(['application', 'verification', 'review', 'notice', 'household-file']);
    expect(ready('approve')).toContain('announcement');
    expect(offersOf(documentCase({ until: 'open' })).find(({ key }) => key === 'plan')?.why).toBe('还没有制定帮扶计划');
  });
});

describe('notices', () => {
  const hung = (today: number, until: 'publish' | 'end-notice' = 'publish') =>
    documentCase({ clean: true, until, today }).notices[0];

  test('come down by themselves after their last day', () => {
    expect(hung(20220606)).toMatchObject({ from: 20220606, until: 20220611, isOver: false });
    const [last, after] = [hung(20220611), hung(20220612)];
    expect(last && hangsOn(last, 20220611)).toBe(true);
    expect(after && hangsOn(after, 20220612)).toBe(false);
  });

  test('are over when the step was ended, and the paper says that it is a copy', () => {
    expect(hung(20220611, 'end-notice')).toMatchObject({ until: 20220611, isOver: true });
    expect(textOf('notice', documentCase({ clean: true }))).toContain('本件仅供存档');
    expect(textOf('notice', documentCase({ clean: true, until: 'publish', today: 20220607 }))).not.toContain('存档');
  });
});

test.each([
  ['王秀英', 'surname', '王某某'],
  ['欧阳明', 'surname', '欧阳某某'],
  ['巴特尔', 'surname', '巴某某'],
  ['王秀英', 'full', '王秀英'],
  ['阿拉坦·其其格', 'full', '阿拉坦·其其格'],
  ['', 'full', '—'],
] as const)('%s in public, by %s: %s', (name, rule, shown) => expect(publicName(name, rule)).toBe(shown));

test.each([
  ['0474-1234567', true],
  ['04741234567', true],
  ['13812345678', true],
  ['12317', true],
  ['6222021234567890123', false],
  ['150923700101002', false],
])('%s may be given out as a phone: %s', (phone, may) => expect(publicPhone(phone) !== '').toBe(may));

test.each([
  ['井沟村', '井沟村村民委员会'],
  ['巴彦嘎查', '巴彦嘎查委员会'],
  ['井沟村村委会', '井沟村村民委员会'],
  ['新建社区', '新建社区居民委员会'],
  ['新建社区居委会', '新建社区居民委员会'],
  ['井沟村民委员会', '井沟村民委员会'],
])('%s: %s', (village, committee) => expect(committeeOf(village)).toBe(committee));

test('townships of every kind', () => {
  expect(['岱海镇', '天成乡', '巴音苏木', '某某街道'].map(townshipAuthority)).toEqual([
    '岱海镇人民政府',
    '天成乡人民政府',
    '巴音苏木人民政府',
    '某某街道',
  ]);
});

describe('what papers do not claim', () => {
  const linesOf = (key: DocumentKey, view: CaseView) =>
    buildDocuments(key, view).flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'signatures' ? block.lines : [])),
    );

  test('a line to sign on bears the drawn signature of the household, and nothing else', () => {
    const view = documentCase({ clean: true });
    const [drawn] = view.drawn;
    for (const key of ['application', 'verification'] as const) {
      const signed = linesOf(key, view).filter(({ fileId }) => fileId !== undefined);
      expect(signed.map(({ fileId }) => fileId)).toEqual([drawn]);
    }
    // A photo of signed paper is no signature on this paper.
    expect(linesOf('application', { ...view, drawn: [] }).some(({ fileId }) => fileId)).toBe(false);
    for (const key of ['plan', 'review'] as const) expect(linesOf(key, view).some(({ fileId }) => fileId)).toBe(false);
  });

  test('a category that is only suggested is called so', () => {
    const view = documentCase({ clean: true });
    const undecided = { ...view, standing: { ...view.standing, category: undefined } };
    expect(textOf('verification', undecided)).toContain('建议类别');
    expect(textOf('verification', undecided)).not.toContain('监测对象类别');
    expect(textOf('verification', view)).toContain('监测对象类别');
    expect(textOf('notice', view)).toContain('建议类别');
  });
});
