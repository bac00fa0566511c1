import { describe, expect, test } from 'vitest';
import { SUBJECTS, type Subject } from '../plan/types';
import { catalogue } from './english';
import { tFor } from './text';

/** Every key with a wording of its own for some subject, without that subject. */
const stems = [
  ...new Set(
    Object.keys(catalogue).flatMap((key) => {
      const [, stem = '', subject] = /^(.+)\.([a-z]+)$/.exec(key) ?? [];
      return SUBJECTS.includes(subject as Subject) && stem in catalogue ? [stem] : [];
    }),
  ),
] as Parameters<typeof tFor>[1][];

const words = (subject: Subject) => stems.map((stem) => tFor(subject, stem));

describe('the words follow what a plan is about', () => {
  test('where one is greeted and asked', () => {
    expect(stems).toEqual(
      expect.arrayContaining([
        'frame.vision.ask',
        'outline.empty',
        'outline.empty.placeholder',
        'outline.placeholder.vision',
        'outline.placeholder.goal',
        'outline.placeholder.step',
        'details.why.hint',
        'details.what.hint',
      ]),
    );
  });

  test.each(SUBJECTS)('%s has words for each of them', (subject) => {
    for (const text of words(subject)) expect(text).not.toMatch(/^(frame|outline|details)\./);
  });

  test('no two subjects say the same', () => {
    for (const stem of stems) {
      const said = SUBJECTS.map((subject) => tFor(subject, stem));
      expect(new Set(said).size, stem).toBe(SUBJECTS.length);
    }
  });

  test('a plan for a pet asks about the animal and never about work', () => {
    expect(words('pet').join(' ')).toMatch(/animal/);
    expect(words('pet').join(' ')).not.toMatch(/career|job|customer|business|colleague|family/i);
  });

  test('only a plan for a career speaks of a career or a job', () => {
    for (const subject of SUBJECTS.filter((one) => one !== 'career'))
      expect(words(subject).join(' '), subject).not.toMatch(/career|\bjob|colleague/i);
  });

  test('without a plan, or about something else, they are the plain ones', () => {
    for (const stem of stems) {
      expect(tFor(undefined, stem)).toBe(catalogue[stem]);
      expect(tFor('other', stem)).toBe(catalogue[stem]);
    }
  });
});
