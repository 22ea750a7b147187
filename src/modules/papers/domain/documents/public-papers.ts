// What hangs in the village for everybody to read: notice and announcement. Both are built from the types below and from
// nothing else. The types are a whitelist (handbook §12.4): no other field of the records exists here, so none can be
// printed, whatever it is called. A field is added here only together with a decision of the region.

import { type Block, type OfficialDocument, paragraph } from '../../../../kernel/papers/model.ts';
import { committeeOf, countyAuthority, dayWords, townshipAuthority } from '../../../../kernel/papers/wording.ts';
import type { PlainDate } from '../../../../kernel/plain-date.ts';
import { CATEGORY_NAMES, type Category } from '../../../cases/domain/words.ts';
import type { Walk } from '../../../process/domain/steps.ts';
import { NOTICE_LEVEL_NAMES, type NoticeLevel } from '../../../process/domain/words.ts';

export type PublicPlace = { county: string; township: string; village: string };

export type PublicHousehold = { name: string; memberCount: number; category: Category | undefined };

export type PublicNotice = {
  walk: Walk;
  level: NoticeLevel;
  place: PublicPlace;
  household: PublicHousehold;
  from: PlainDate;
  until: PlainDate;
  phone: string;
  /** The notice is over: the paper is a copy for the file. */
  isOver: boolean;
  /** Where the template names the office of the county. */
  countyIssuer?: string | undefined;
};

export type PublicAnnouncement = {
  walk: Walk;
  place: PublicPlace;
  households: PublicHousehold[];
  decidedOn: PlainDate;
  on: PlainDate | undefined;
  phone: string;
};

function categoryWords(category: Category | undefined): string {
  return category ? CATEGORY_NAMES[category] : '防止返贫监测对象';
}

/** Who issues a notice of this level. */
function issuerOf(level: NoticeLevel, { county, township, village }: PublicPlace, given?: string): string {
  if (level === 'village') return committeeOf(village);
  return level === 'township' ? townshipAuthority(township) : countyAuthority(county, given);
}

function householdsTable(
  households: readonly PublicHousehold[],
  { township, village }: PublicPlace,
  category = '监测对象类别',
): Block {
  return {
    kind: 'table',
    columns: [
      { title: '序号', share: 10, align: 'center' },
      { title: '户主姓名', share: 20, align: 'center' },
      { title: '苏木乡镇、嘎查村', share: 34, align: 'center' },
      { title: '家庭人口', share: 14, align: 'center' },
      { title: category, share: 26, align: 'center' },
    ],
    rows: households.map(({ name, memberCount, category: own }, i) => [
      String(i + 1),
      name,
      [township, village].filter((each) => each !== '').join(' '),
      String(memberCount),
      categoryWords(own),
    ]),
  };
}

export function buildNotice(notice: PublicNotice): OfficialDocument {
  const { walk, level, place, household, from, until, phone, isOver, countyIssuer } = notice;
  const purpose =
    walk === 'identification'
      ? `根据防止返贫动态监测和帮扶工作有关规定，经入户核实、民主评议，拟将下列农牧户纳入监测对象，现在${NOTICE_LEVEL_NAMES[level]}范围内予以公示。`
      : `根据防止返贫动态监测和帮扶工作有关规定，经入户核实、民主评议，拟对下列监测对象标注风险消除，现在${NOTICE_LEVEL_NAMES[level]}范围内予以公示。`;
  const period = `公示期自${dayWords(from)}起至${dayWords(until)}止。`;
  const objections = `对公示内容有异议的，请在公示期内${phone ? `拨打电话 ${phone} ` : ''}向本公示单位反映。反映情况应当真实具体，我们将为反映人保密。`;
  return {
    title: walk === 'identification' ? '关于拟纳入监测对象的公示' : '关于拟标注风险消除的公示',
    blocks: [
      ...(isOver
        ? [
            {
              kind: 'paragraph' as const,
              as: 'note' as const,
              text: `公示期已于${dayWords(until)}届满，本件仅供存档。`,
            },
          ]
        : []),
      paragraph(purpose),
      // A notice into monitoring hangs before the county decides.
      householdsTable([household], place, walk === 'identification' ? '建议类别' : '监测对象类别'),
      paragraph(period),
      paragraph(objections),
      { kind: 'closing', issuer: issuerOf(level, place, countyIssuer), day: dayWords(from) },
    ],
  };
}

export function buildAnnouncement(announcement: PublicAnnouncement): OfficialDocument {
  const { walk, place, households, decidedOn, on, phone } = announcement;
  const decided =
    walk === 'identification'
      ? `经入户核实、民主评议、公示、审核，${dayWords(decidedOn)}审定将下列农牧户纳入监测对象，现予公告。`
      : `经入户核实、民主评议、公示、审核，${dayWords(decidedOn)}审定下列监测对象风险消除，现予公告。`;
  return {
    title: walk === 'identification' ? '关于纳入监测对象的公告' : '关于监测对象风险消除的公告',
    blocks: [
      paragraph(decided),
      householdsTable(households, place),
      ...(phone ? [paragraph(`对公告内容有疑问的，可拨打电话 ${phone} 咨询。`)] : []),
      {
        kind: 'closing',
        issuer: townshipAuthority(place.township),
        day: on === undefined ? undefined : dayWords(on),
      },
    ],
  };
}
