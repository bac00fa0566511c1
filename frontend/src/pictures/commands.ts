import Image from '@lucide/svelte/icons/image';
import ImageOff from '@lucide/svelte/icons/image-off';
import type { Command } from '../commands/command';
import type { Desk } from '../commands/desk';
import { chooseCover, coverOf, removeCover } from './cover';

/** What can be done with the picture that stands for the item in hand, in any view. */
export function coverCommands(desk: Desk): Command[] {
  const { mirror, hand } = desk;
  const one = () => hand.ids.length === 1 && mirror.item(hand.id) !== undefined;
  return [
    {
      id: 'pictures.cover',
      label: 'pictures.cover.choose',
      group: 'item',
      icon: Image,
      when: 'always',
      enabled: one,
      run: () => void chooseCover(desk, hand.id),
    },
    {
      id: 'pictures.uncover',
      label: 'pictures.cover.remove',
      group: 'item',
      icon: ImageOff,
      when: 'always',
      enabled: () => one() && coverOf(mirror, hand.id) !== undefined,
      run: () => void removeCover(desk, hand.id),
    },
  ];
}
