import { mount as draw } from 'svelte';
import type { Bridge, Kept } from '../../../src/bridge/bridge';
import { backupsOn } from '../../../src/backup/sample';
import { Closeup } from '../../../src/commands/closeup.svelte';
import { Commands } from '../../../src/commands/commands';
import type { Desk } from '../../../src/commands/desk';
import Board from '../../../src/kanban/Board.svelte';
import { Edits } from '../../../src/plan/edit.svelte';
import { LETTERS } from '../../../src/goal/letters';
import { Sheets } from '../../../src/commands/sheets.svelte';
import { Lens } from '../../../src/lens/lens.svelte';
import { Hand } from '../../../src/plan/hand.svelte';
import { Mirror } from '../../../src/plan/mirror.svelte';
import { alone } from '../../../src/plan/sample';
import { Coming } from '../../../src/pictures/coming.svelte';
import { changes, item } from '../../../src/plan/sample';
import type { Changes } from '../../../src/plan/types';
import '../../../src/styles/index.css';
import '../../../src/text/english';
import { Now } from '../../../src/text/now.svelte';
import { Notices } from '../../../src/ui/notices.svelte';
import type { Contestant } from './contestant';

/** A client on a desk of our own, with a vault that answers at once; kept is how views were left. */
export function deskOf(client: Changes, kept: readonly Kept[] = []): Desk {
  // The program has its fonts by then (index.html); the others use those of the system.
  for (const family of ['Cairn Sans', 'Cairn Serif']) void document.fonts.load(`1rem "${family}"`);
  const mirror = new Mirror();
  mirror.replace(client);
  const bridge = bridgeOf(mirror, kept);
  const edits = new Edits(bridge, mirror, (error) => {
    throw error;
  });
  return {
    mirror,
    edits,
    lens: new Lens(mirror, bridge, () => 'en'),
    letters: LETTERS,
    sheets: new Sheets(),
    closeup: new Closeup(),
    coming: new Coming(bridge, () => undefined),
    now: new Now(),
    hand: new Hand(),
    commands: new Commands(),
    notices: new Notices(),
    backups: backupsOn(bridge),
    ...alone(edits),
  };
}

/** Our own board, alone in the window. */
export default function cairn(client: Changes): Contestant {
  const desk = deskOf(client);
  return {
    attribute: 'data-card',
    column: (index) => lane(index).querySelector<HTMLElement>('.cards') ?? lane(index),
    move(id: string, column: number) {
      const afterId = lane(column).querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? '';
      const columnId = lane(column).dataset['lane'] ?? '';
      return desk.edits.columns.moveCards({ ids: [id], columnId, afterId });
    },
    mount() {
      const target = document.createElement('div');
      target.style.cssText = 'display: flex; flex-direction: column; height: 100vh';
      document.body.replaceChildren(target);
      draw(Board, { target, props: { desk } });
    },
  };
}

function lane(index: number): HTMLElement {
  const lane = document.querySelectorAll<HTMLElement>('[data-lane]')[index];
  if (!lane) throw new Error(`there is no column ${String(index)}`);
  return lane;
}

/** As much of Go as is needed here: it moves a card behind another one, hangs a piece elsewhere, and adds an item below the others. */
function bridgeOf(mirror: Mirror, kept: readonly Kept[]): Bridge {
  const bridge: Pick<Bridge, 'places' | 'savePlace' | 'moveCards' | 'addItem' | 'placePieces'> = {
    places: () => Promise.resolve(kept),
    savePlace: () => Promise.resolve(),
    moveCards: ({ ids, columnId, afterId }) => {
      const column = mirror.columns.find(({ id }) => id === columnId);
      const before = mirror.item(afterId)?.priority ?? '';
      const items = ids.flatMap((id, i) => {
        const item = mirror.item(id);
        const state = column?.state ?? 'todo';
        return item ? [{ ...item, state, columnId, priority: `${before}V${String(i)}` }] : [];
      });
      return Promise.resolve(changes({ items }));
    },
    placePieces: ({ places }) => {
      const at = new Map(places.map((place) => [place.id, place]));
      const pieces = mirror.pieces.flatMap((piece) => {
        const place = at.get(piece.id);
        return place ? [{ ...piece, ...place }] : [];
      });
      return Promise.resolve(changes({ pieces }));
    },
    addItem: ({ place: { planId, parentId }, title }) =>
      Promise.resolve(changes({ items: [item(title, { planId, parentId, rank: `z${title}` })] })),
  };
  return bridge as Bridge;
}
