import type { Desk } from '../commands/desk';
import type { Mirror } from '../plan/mirror.svelte';
import type { Item } from '../plan/types';

/** A picture that stands for something, and what is to be seen on it. */
export interface Shown {
  readonly hash: string;
  readonly alt: string;
}

/** The cover of an item. */
export function coverOf(mirror: Pick<Mirror, 'said'>, id: string): Shown | undefined {
  const { picture, alt = '' } = mirror.said.once('cover', id);
  return picture === undefined ? undefined : { hash: picture, alt };
}

/** What shows the vision that an item stands below: its cover, or else the first picture of its board. */
export function visionOf(mirror: Mirror, item: Item): Shown | undefined {
  const vision = [...mirror.path(item.id), item].find(({ kind }) => kind === 'vision');
  return vision && (coverOf(mirror, vision.id) ?? onBoard(mirror, vision.id));
}

function onBoard(mirror: Mirror, visionId: string): Shown | undefined {
  const boards = new Set(
    mirror.boards.filter(({ itemId }) => itemId === visionId).map(({ id }) => id),
  );
  const hung = mirror.pieces.find(
    (piece) => piece.picture !== '' && (boards.has(piece.boardId) || piece.itemId === visionId),
  );
  if (!hung) return undefined;
  const { alt = '', caption = '' } = hung.body as { alt?: string; caption?: string };
  return { hash: hung.picture, alt: alt || caption };
}

/** Asks for a picture and makes it the cover of an item. */
export async function chooseCover({ coming, edits }: Desk, itemId: string): Promise<void> {
  const [picture] = await coming.bring('choose');
  if (!picture) return;
  const body = { picture: picture.hash, alt: null };
  await edits.setAspect({ id: '', itemId, kind: 'cover', body, edit: '' });
}

/** Takes the cover of an item away; it can be taken back. */
export async function removeCover({ mirror, edits }: Desk, itemId: string): Promise<void> {
  const [cover] = mirror.said.list('cover', itemId);
  if (cover) await edits.removeAspect(cover.id);
}
