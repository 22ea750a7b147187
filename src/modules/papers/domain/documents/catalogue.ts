// The documents of a case: which there are, which can be had now and why not the others, and how each is built. Public
// papers are built from their whitelist; every other paper leaves with its numbers masked.

import { hideNumbers } from '../../../../kernel/hide-numbers.ts';
import { mapTexts, type OfficialDocument } from '../../../../kernel/papers/model.ts';
import { publicPhone } from '../../../../kernel/papers/public-phone.ts';
import { punctuate } from '../../../../kernel/papers/punctuate.ts';
import { publicName } from '../../../process/domain/public-name.ts';
import type { Walk } from '../../../process/domain/steps.ts';
import { buildApplication } from './application.ts';
import { type CaseView, lastOf, lastOn } from './case-view.ts';
import { buildClearing } from './clearing.ts';
import { buildApproval, buildTownshipOpinion } from './decisions.ts';
import { buildCover } from './household-file.ts';
import type { HungNotice } from './notices.ts';
import { buildPlan } from './plan.ts';
import { buildAnnouncement, buildNotice, type PublicHousehold } from './public-papers.ts';
import { buildRejection, refusalOf } from './rejection.ts';
import { buildReview } from './review.ts';
import { buildVerification } from './verification.ts';

export const DOCUMENT_KEYS = [
  'application',
  'verification',
  'review',
  'notice',
  'township-opinion',
  'approval',
  'announcement',
  'rejection',
  'plan',
  'clearing',
  'clearing-review',
  'clearing-notice',
  'clearing-township-opinion',
  'clearing-approval',
  'clearing-announcement',
  'household-file',
] as const;
export type DocumentKey = (typeof DOCUMENT_KEYS)[number];

/** What deciding about readiness needs: no household, no sealed member. */
export type CaseRecord = Pick<CaseView, 'actions' | 'standing' | 'notices' | 'today'>;

type Definition = {
  title: string;
  /** Why it cannot be had now; undefined where it can. */
  missing: (record: CaseRecord) => string | undefined;
  build: (view: CaseView) => OfficialDocument;
  /** Built from a whitelist, and shown to everybody as it is. */
  isPublic?: boolean;
};

const unless = (is: unknown, why: string) => (is ? undefined : why);

function lastNotice({ notices }: Pick<CaseView, 'notices'>, walk: Walk): HungNotice | undefined {
  return notices.findLast((notice) => notice.walk === walk);
}

/** The part of a case that public papers are filled from. */
export type PublicView = Pick<CaseView, 'category' | 'standing' | 'place'> & {
  household: Pick<CaseView['household'], 'headName' | 'memberCount'>;
};

export function publicHousehold({ household, category, standing }: PublicView): PublicHousehold {
  const rule = standing.template.noticeName ?? 'full';
  return { name: publicName(household.headName, rule), memberCount: household.memberCount, category };
}

/** The public notice of one hung notice of the case: the only way from the records to the paper. */
export function noticePaper(view: PublicView, notice: HungNotice): OfficialDocument {
  const { walk, level, from, until, phone, isOver } = notice;
  const paper = buildNotice({
    walk,
    level,
    place: view.place,
    household: publicHousehold(view),
    from,
    until,
    phone: publicPhone(phone),
    isOver,
    countyIssuer: view.standing.template.countyIssuer,
  });
  return mapTexts(paper, punctuate);
}

function announcementPaper(view: CaseView, walk: Walk): OfficialDocument {
  const { standing } = view;
  const decided = walk === 'identification' ? standing.decidedOn : standing.clearedOn;
  if (decided === undefined) throw new Error('an announcement needs a decision');
  const announced = lastOn(view, 'announce', walk)?.detail.on;
  return buildAnnouncement({
    walk,
    place: view.place,
    households: [publicHousehold(view)],
    decidedOn: decided,
    on: announced === undefined ? undefined : Number(announced.replaceAll('-', '')),
    phone: publicPhone(lastNotice(view, walk)?.phone ?? ''),
  });
}

function ofWalk(
  walk: Walk,
): Record<'review' | 'notice' | 'township-opinion' | 'approval' | 'announcement', Definition> {
  const decision = walk === 'identification' ? 'approve' : 'clear';
  const prefix = walk === 'identification' ? '' : '风险消除';
  return {
    review: {
      title: `${prefix}民主评议记录`,
      missing: (record) => unless(lastOn(record, 'review', walk), '还没有进行民主评议'),
      build: (view) => buildReview(view, walk),
    },
    notice: {
      title: `${prefix}公示`,
      missing: (record) => unless(lastNotice(record, walk), '还没有登记公示'),
      build: (view) => {
        const notice = lastNotice(view, walk);
        if (!notice) throw new Error('a notice was never put up');
        return noticePaper(view, notice);
      },
      isPublic: true,
    },
    'township-opinion': {
      title: `${prefix}乡镇审核意见`,
      missing: (record) => unless(lastOn(record, 'pass-township', walk), '乡镇还没有审核'),
      build: (view) => buildTownshipOpinion(view, walk),
    },
    approval: {
      title: `${prefix}旗县审定名单`,
      missing: (record) => unless(lastOn(record, decision, walk), '旗县还没有审定'),
      build: (view) => buildApproval(view, walk),
    },
    announcement: {
      title: `${prefix}公告`,
      missing: (record) => unless(lastOn(record, decision, walk), '旗县还没有审定'),
      build: (view) => announcementPaper(view, walk),
      isPublic: true,
    },
  };
}

const { review, notice, approval, announcement, 'township-opinion': opinion } = ofWalk('identification');
const clearing = ofWalk('clearing');

const DOCUMENTS: Record<DocumentKey, Definition> = {
  application: { title: '申请及承诺授权书', missing: () => undefined, build: buildApplication },
  verification: {
    title: '入户核实表',
    missing: (record) => unless(lastOn(record, 'verify'), '还没有入户核实'),
    build: buildVerification,
  },
  review,
  notice,
  'township-opinion': opinion,
  approval,
  announcement,
  rejection: {
    title: '不予纳入告知书',
    missing: (record) =>
      unless(
        ['rejected', 'not-confirmed', 'appeal'].includes(record.standing.state) && refusalOf(record),
        '没有作出不予纳入的结论',
      ),
    build: buildRejection,
  },
  plan: {
    title: '帮扶计划表（一户一策）',
    missing: (record) => unless(lastOf(record, 'plan'), '还没有制定帮扶计划'),
    build: buildPlan,
  },
  clearing: {
    title: '风险消除表',
    missing: (record) => unless(lastOn(record, 'verify', 'clearing'), '还没有进行消除核实'),
    build: buildClearing,
  },
  'clearing-review': clearing.review,
  'clearing-notice': clearing.notice,
  'clearing-township-opinion': clearing['township-opinion'],
  'clearing-approval': clearing.approval,
  'clearing-announcement': clearing.announcement,
  'household-file': {
    title: '一户一档',
    missing: (record) => unless(lastOn(record, 'verify'), '还没有入户核实，没有可以归档的材料'),
    build: (view) => buildCover(view, partsOf(view).map(documentTitle)),
  },
};

export function documentTitle(key: DocumentKey): string {
  return DOCUMENTS[key].title;
}

export function whyNotReady(key: DocumentKey, record: CaseRecord): string | undefined {
  return DOCUMENTS[key].missing(record);
}

export type Offer = { key: DocumentKey; title: string; ready: boolean; why: string };

/** All documents of a case in the order of the file; those of clearing only once the case is on its way out. */
export function offersOf(record: CaseRecord): Offer[] {
  const isClearing = record.actions.some(({ kind }) => kind === 'start-clearing');
  const isRefused = whyNotReady('rejection', record) === undefined;
  return DOCUMENT_KEYS.filter(
    (key) => (isClearing || !key.startsWith('clearing')) && (isRefused || key !== 'rejection'),
  ).map((key) => {
    const why = whyNotReady(key, record);
    const hung = key.endsWith('notice')
      ? lastNotice(record, key === 'notice' ? 'identification' : 'clearing')
      : undefined;
    const title = documentTitle(key);
    return { key, title: hung?.isOver ? `${title}（已期满）` : title, ready: why === undefined, why: why ?? '' };
  });
}

function buildOne(key: DocumentKey, view: CaseView): OfficialDocument {
  const { build, isPublic } = DOCUMENTS[key];
  const built = build(view);
  return mapTexts(built, (text) => punctuate(isPublic ? text : hideNumbers(text, view.household.number)));
}

/** What a 一户一档 holds now. */
function partsOf(record: CaseRecord): DocumentKey[] {
  const ready = offersOf(record).filter((offer) => offer.ready);
  return ready.map(({ key }) => key).filter((key) => key !== 'household-file');
}

/** The papers of a document, in order: one, but for 一户一档, which is a cover with a catalogue and all papers there are. */
export function buildDocuments(key: DocumentKey, view: CaseView): OfficialDocument[] {
  const parts = key === 'household-file' ? partsOf(view) : [];
  return [key, ...parts].map((each) => buildOne(each, view));
}
