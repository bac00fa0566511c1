import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Check from '@lucide/svelte/icons/check';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Copy from '@lucide/svelte/icons/copy';
import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import FoldVertical from '@lucide/svelte/icons/fold-vertical';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Indent from '@lucide/svelte/icons/list-indent-increase';
import Outdent from '@lucide/svelte/icons/list-indent-decrease';
import Pencil from '@lucide/svelte/icons/pencil';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Plus from '@lucide/svelte/icons/plus';
import Scissors from '@lucide/svelte/icons/scissors';
import Trash from '@lucide/svelte/icons/trash-2';
import UnfoldVertical from '@lucide/svelte/icons/unfold-vertical';
import type { Icon } from '../commands/command';
import type { Key } from '../text/text';

/** The icons of the outline's commands, by their label. */
export const ICONS: Partial<Record<Key, Icon>> = {
  'outline.below': Plus,
  'outline.above': Plus,
  'outline.child': CornerDownRight,
  'outline.add': Plus,
  'outline.edit': Pencil,
  'outline.draft': PencilLine,
  'outline.indent': Indent,
  'outline.outdent': Outdent,
  'outline.up': ArrowUp,
  'outline.down': ArrowDown,
  'outline.toggle': Check,
  'outline.delete': Trash,
  'outline.cut': Scissors,
  'outline.copy': Copy,
  'outline.paste': ClipboardPaste,
  'outline.fold': FoldVertical,
  'outline.foldAll': FoldVertical,
  'outline.toGoals': FoldVertical,
  'outline.toMilestones': FoldVertical,
  'outline.unfold': UnfoldVertical,
  'outline.filter': ListFilter,
};
