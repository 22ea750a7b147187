// Taking back: the state is what it was before, the record keeps everything.

import { describe, expect, it } from 'vitest';
import { tell, tellUntilCleared, tellUntilCounty } from '../../../../test/case-story.ts';
import { inForce } from './recall.ts';

const withoutCount = ({ version: _, ...standing }: object & { version: number }) => standing;

describe('taking back', () => {
  it('stands where it stood before, one version on for each entry', () => {
    const story = tellUntilCounty();
    const before = story.standing();
    story.act('approve', 20220610).act('recall', 20220610, {}, 'county-officer');
    expect(withoutCount(story.standing())).toEqual(withoutCount(before));
    expect(story.standing().version).toBe(before.version + 2);
    expect(story.actions).toHaveLength(before.version + 2);
    expect(inForce(story.actions).map(({ kind }) => kind)).not.toContain('approve');
  });

  it('can be done over again, and taken back again', () => {
    const story = tellUntilCounty()
      .act('approve', 20220610)
      .act('recall', 20220610, {}, 'county-officer')
      .act('approve', 20220611, { category: 'sudden-hardship' });
    expect(story.standing()).toMatchObject({ category: 'sudden-hardship', decidedOn: 20220611 });
    story.act('recall', 20220611, {}, 'county-officer');
    expect(story.standing()).toMatchObject({ category: undefined, decidedOn: undefined });
  });

  it('reaches the action before it once that is the last again', () => {
    const story = tell(20220601)
      .act('verify', 20220602)
      .act('compare', 20220603)
      .act('recall', 20220603, {}, 'county-officer');
    expect(story.standing().last).toMatchObject({ kind: 'verify', seq: 2 });
    story.act('recall', 20220603, {}, 'village-worker');
    expect(story.standing()).toMatchObject({ state: 'identification.verification', risks: [], surveys: {} });
  });

  it('is over once the next level has acted', () => {
    const story = tellUntilCounty();
    expect(() => story.act('recall', 20220609, { seq: 6 }, 'village-worker')).toThrow('cases.not-now');
    expect(() => story.act('recall', 20220609, { seq: 6 }, 'township-officer')).toThrow('cases.not-now');
    expect(story.act('recall', 20220609, {}, 'township-officer').standing().state).toBe(
      'identification.township-review',
    );
  });

  it('a decision without what the registry said before it cannot be taken back', () => {
    const story = tellUntilCounty().act('approve', 20220610, { before: undefined });
    expect(() => story.act('recall', 20220610, {}, 'county-officer')).toThrow('cases.not-now');
  });

  it('a clue that joined meanwhile does not stand in the way', () => {
    const story = tellUntilCounty().act('add-clue', 20220609);
    expect(story.act('recall', 20220609, {}, 'township-officer').standing().clueIds).toEqual([1, 2]);
  });

  it('clearing taken back leaves the household on its way out', () => {
    const story = tellUntilCleared();
    story.act('recall', 20230622, {}, 'township-officer').act('recall', 20230622, {}, 'township-officer');
    story.act('recall', 20230622, {}, 'county-officer');
    expect(story.standing()).toMatchObject({
      state: 'clearing.county-approval',
      clearedOn: undefined,
      clearingMode: undefined,
    });
  });
});

describe('from which day on it can be worked on', () => {
  const published = () => tell(20220601).act('verify', 20220602).act('compare', 20220603).act('review', 20220603);

  it('a notice that is not up waits for nobody', () => expect(published().standing().readyOn).toBeUndefined());

  it('a notice that hangs waits for its last day', () => {
    expect(published().act('publish', 20220603).standing().readyOn).toBe(20220608);
  });

  it('an objection is work at once', () => {
    expect(published().act('publish', 20220603).act('object', 20220604).standing().readyOn).toBeUndefined();
  });
});
