import { lackingIn } from '../plan/gaps';
import type { Mirror } from '../plan/mirror.svelte';
import { readyIn } from '../plan/ready';
import type { Item } from '../plan/types';
import type { Asked, Stand } from './filter';
import { doerOf } from './groups';
import type { Telling } from './telling.svelte';

/** What filters ask of a plan; nothing of it is worked out before it is asked for. */
export function askedIn(mirror: Mirror, telling: Telling): Asked {
  return {
    path: (id) => mirror.path(id),
    lacking: lackingIn(mirror),
    doer: () => doerOf(mirror.said),
    standing: (stand) => standing(stand, mirror, telling),
  };
}

function standing(stand: Stand, mirror: Mirror, telling: Telling): (card: Item) => boolean {
  switch (stand) {
    case 'ready':
      return readyIn(mirror);
    case 'waiting':
      return ({ state }) => state === 'waiting';
    case 'blocked':
      return (card) => telling.told(card).after.length > 0;
    case 'still':
      return (card) => telling.told(card).weeks > 0;
  }
}
