import type { Changes } from '../../../src/plan/types';

/** A bar as others like it: the item's id, its words, and its days. */
export interface Bar {
  readonly id: string;
  readonly text: string;
  readonly start: Date;
  readonly end: Date;
}

/** The steps of a client as bars, the end of a day being the beginning of the next. */
export function barsOf(client: Changes): Bar[] {
  return client.items
    .filter(({ kind }) => kind === 'step')
    .map(({ id, title: text, start, due }) => {
      const end = new Date(due);
      end.setDate(end.getDate() + 1);
      return { id, text, start: new Date(start), end };
    });
}
