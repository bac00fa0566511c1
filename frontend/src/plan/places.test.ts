import { describe, expect, test } from 'vitest';
import { Places } from './places';

/** A bridge whose savings end when they are told to. */
function slow() {
  const kept = new Map<string, string>();
  const sent: string[] = [];
  const waiting: (() => void)[] = [];
  const bridge = {
    places: () => Promise.resolve([]),
    savePlace: (planId: string, view: string, data: string) => {
      sent.push(data);
      return new Promise<void>((resolve) =>
        waiting.push(() => {
          kept.set(planId + view, data);
          resolve();
        }),
      );
    },
  };
  return { places: new Places(bridge), kept, sent, end: () => waiting.shift()?.() };
}

describe('a place', () => {
  test('is never overtaken by an older one, and of those that wait only the last is sent', async () => {
    const { places, kept, sent, end } = slow();
    const all = ['one', 'two', 'three'].map((data) => places.save('p1', 'outline', data));
    expect(sent).toEqual(['one']);
    end();
    await new Promise((done) => setTimeout(done));
    expect(sent).toEqual(['one', 'three']);
    end();
    await Promise.all(all);
    expect(await places.get('p1', 'outline')).toBe('three');
    expect(kept.get('p1outline')).toBe('three');
  });

  test('that is asked for while it is being kept is the new one', async () => {
    const { places } = slow();
    const asked = places.get('p1', 'outline');
    void places.save('p1', 'outline', 'one');
    expect(await asked).toBe('one');
  });

  test('is asked for once with all of its plan, and known from then on', async () => {
    const asked: string[] = [];
    const places = new Places({
      places: (planId) => {
        asked.push(planId);
        return Promise.resolve([{ view: 'outline', data: `the outline of ${planId}` }]);
      },
      savePlace: () => Promise.resolve(),
    });
    const both = [places.get('p1', 'outline'), places.get('p1', 'board')];
    expect(await Promise.all(both)).toEqual(['the outline of p1', '']);
    expect(await places.get('p2', 'outline')).toBe('the outline of p2');
    places.know('p3', [{ view: 'board', data: 'the board of p3' }]);
    expect(await places.get('p3', 'board')).toBe('the board of p3');
    expect(asked).toEqual(['p1', 'p2']);
  });

  test('waits for no other view and for no other plan', () => {
    const { places, sent } = slow();
    void places.save('p1', 'outline', 'one');
    void places.save('p1', 'side', 'two');
    void places.save('p2', 'outline', 'three');
    expect(sent).toEqual(['one', 'two', 'three']);
  });

  test('that cannot be kept is lost quietly, and the next is kept', async () => {
    const sent: string[] = [];
    const places = new Places({
      places: () => Promise.reject(new Error('gone')),
      savePlace: (_planId, _view, data) => {
        sent.push(data);
        return Promise.reject(new Error('gone'));
      },
    });
    await places.save('p1', 'outline', 'one');
    await places.save('p1', 'outline', 'two');
    expect(sent).toEqual(['one', 'two']);
    expect(await places.get('p1', 'board')).toBe('');
  });
});
