// What can be refused to somebody without an account: each sentence says what to do, and names the telephone as the other way.

import { defineProblems } from '../../../kernel/problem.ts';
import { HOTLINE } from './words.ts';

const CALL = `也可以拨打 ${HOTLINE} 申报`;

defineProblems({
  'declare.again': {
    kind: 'invalid',
    sentence: () => `页面打开太久或不完整，申报没有送出。请再点一次“送出申报”；如仍不行，请刷新页面，${CALL}。`,
  },
  'declare.too-quick': {
    kind: 'invalid',
    sentence: (d) => `填写得太快，申报没有送出。请 ${d.seconds} 秒后再送出。`,
  },
  'declare.no-village': {
    kind: 'invalid',
    sentence: () => `没有找到您选的嘎查村，申报没有送出。请重新选择，${CALL}。`,
  },
  'declare.words-missing': {
    kind: 'invalid',
    sentence: () => '您选了“其他”困难。请用一两句话写明是什么困难。',
  },
  'declare.address-limit': {
    kind: 'too-many',
    sentence: () => `今天从这个网络送出的申报太多，这一份没有送出。请换一个网络或明天再送，${CALL}。`,
  },
  'declare.phone-limit': {
    kind: 'too-many',
    sentence: () => `这个电话号码今天已经申报多次，这一份没有送出。请明天再送，${CALL}。`,
  },
  'declare.receipt-taken': {
    kind: 'conflict',
    sentence: () => '这个回执号已经用于另一份申报，这一份没有登记。请重新打开“代为自主申报”填写，会有新的回执号。',
  },
  'declare.receipt-unknown': {
    kind: 'not-found',
    sentence: () => `没有查到。请核对回执号和电话后 4 位；回执号丢了，请问村委会，也可以拨打 ${HOTLINE}。`,
  },
  'declare.receipt-limit': {
    kind: 'too-many',
    sentence: () => `今天查询时填错的次数太多，请明天再查。也可以问村委会，或拨打 ${HOTLINE}。`,
  },
  'declare.clue-no-phone': { kind: 'not-found', sentence: () => '这条线索没有留下联系电话。' },
});
