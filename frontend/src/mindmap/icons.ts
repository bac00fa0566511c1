import ArrowDown from '@lucide/svelte/icons/arrow-down';
import ArrowLeft from '@lucide/svelte/icons/arrow-left';
import ArrowRight from '@lucide/svelte/icons/arrow-right';
import ArrowUp from '@lucide/svelte/icons/arrow-up';
import Check from '@lucide/svelte/icons/check';
import ClipboardPaste from '@lucide/svelte/icons/clipboard-paste';
import Copy from '@lucide/svelte/icons/copy';
import CornerDownRight from '@lucide/svelte/icons/corner-down-right';
import Ellipsis from '@lucide/svelte/icons/ellipsis';
import FoldVertical from '@lucide/svelte/icons/fold-vertical';
import ImageDown from '@lucide/svelte/icons/image-down';
import Maximize from '@lucide/svelte/icons/maximize';
import Pencil from '@lucide/svelte/icons/pencil';
import PencilLine from '@lucide/svelte/icons/pencil-line';
import Plus from '@lucide/svelte/icons/plus';
import Scan from '@lucide/svelte/icons/scan';
import Scissors from '@lucide/svelte/icons/scissors';
import Trash from '@lucide/svelte/icons/trash-2';
import ZoomIn from '@lucide/svelte/icons/zoom-in';
import ZoomOut from '@lucide/svelte/icons/zoom-out';
import type { Icon } from '../commands/command';
import type { Key } from '../text/text';

/** The icons of the map's commands, by their label. */
export const ICONS: Partial<Record<Key, Icon>> = {
  'map.child': CornerDownRight,
  'map.below': Plus,
  'map.above': Plus,
  'map.edit': Pencil,
  'map.toggle': Check,
  'map.draft': PencilLine,
  'map.up': ArrowUp,
  'map.down': ArrowDown,
  'map.left': ArrowLeft,
  'map.right': ArrowRight,
  'map.delete': Trash,
  'map.cut': Scissors,
  'map.copy': Copy,
  'map.paste': ClipboardPaste,
  'map.fold': FoldVertical,
  'map.foldAll': FoldVertical,
  'map.fit': Maximize,
  'map.fitPicked': Scan,
  'map.nearer': ZoomIn,
  'map.read': ZoomIn,
  'map.farther': ZoomOut,
  'map.open': Ellipsis,
  'map.export': ImageDown,
};
