// The road of a scheme (registers §19): drafted by one and issued by another, computed, told to the assessed, heard, approved, published.
// What is wrong after it was issued is put right in a new version of it; both stay.

import type { Role } from '../../../../kernel/operation.ts';
import type { States } from '../../../../kernel/register/states.ts';

/** Leagues and the region assess. */
export const ASSESSORS = ['region-officer'] as const satisfies readonly Role[];

/** Counties and leagues are assessed; a village reads no ranking of them. */
export const APPRAISAL_READERS = ['county-officer', 'region-officer', 'auditor'] as const satisfies readonly Role[];

export const SCHEME_STATES: States = {
  first: 'draft',
  names: {
    draft: '起草',
    issued: '已印发',
    computed: '已计算',
    announced: '异议期',
    heard: '异议期满',
    approved: '已审定',
    published: '已公布',
  },
  reached: [
    ['published', { filled: 'publishedOn' }],
    ['approved', { filled: 'approvedOn' }],
    ['heard', { over: 'objectionsUntil' }],
    ['announced', { filled: 'announcedOn' }],
    ['computed', { filled: 'computedOn' }],
    ['issued', { filled: 'issuedOn' }],
  ],
  open: ['draft'],
  moves: {
    issue: {
      title: '印发',
      from: ['draft'],
      to: 'issued',
      roles: ASSESSORS,
      day: 'issuedOn',
      asks: ['documentNo'],
      fills: ['computedOn'],
      apart: true,
      single: true,
    },
    'send-back': {
      title: '退回起草',
      from: ['issued', 'computed'],
      to: 'draft',
      roles: ASSESSORS,
      clears: ['issuedOn', 'documentNo', 'computedOn'],
      explained: true,
    },
    announce: {
      title: '告知得分',
      from: ['computed'],
      to: 'announced',
      roles: ASSESSORS,
      day: 'announcedOn',
      fills: ['objectionsUntil'],
      single: true,
      final: true,
    },
    approve: {
      title: '审定',
      from: ['heard'],
      to: 'approved',
      roles: ASSESSORS,
      day: 'approvedOn',
      apart: true,
      single: true,
    },
    publish: {
      title: '公布',
      from: ['approved'],
      to: 'published',
      roles: ASSESSORS,
      day: 'publishedOn',
      asks: ['publishedNo'],
      single: true,
      final: true,
    },
  },
};
