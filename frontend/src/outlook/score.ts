import type { Desk } from '../commands/desk';
import type { Item } from '../plan/types';
import { nameOf } from '../said/words';
import { firstSentence } from '../text/sentence';

/** What makes a vision one that can be followed: counted, and never mixed with how it feels (R14). */
export type Check = 'why' | 'picture' | 'values' | 'evidence' | 'clear';

export interface Checked {
  readonly check: Check;
  readonly met: boolean;
}

export function checksOf({ mirror, lens }: Pick<Desk, 'mirror' | 'lens'>, item: Item): Checked[] {
  const { said } = mirror;
  const { success = '' } = said.once('outlook', item.id);
  const board = mirror.boards.some(({ itemId }) => itemId === item.id);
  const values = said
    .list('worth', item.id)
    .some(({ body }) => nameOf(said, 'value', body.valueId) !== '');
  const below = [item.id, ...mirror.descendants(item.id)];
  const evidence = below.some(
    (id) => said.list('measure', id).length > 0 || Boolean(said.once('aim', id).judge),
  );
  const vague = [item.title, firstSentence(success)].some(
    (one) => lens.read(one)?.kind === 'vague',
  );
  const checks: Checked[] = [
    { check: 'why', met: item.why.trim() !== '' },
    { check: 'picture', met: success.trim() !== '' || board },
    { check: 'values', met: values },
    { check: 'evidence', met: evidence },
  ];
  return lens.on ? [...checks, { check: 'clear', met: !vague }] : checks;
}
