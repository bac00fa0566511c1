import type { Plugin } from 'vite';

const ICON = /@lucide\/svelte\/dist\/icons\/([\w-]+)\.svelte$/;

/** The parts of an icon: what each is, and its attributes. */
type Node = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

/**
 * Draws the icons of Lucide when the page is built. As they come, each is put
 * together anew wherever it stands, part by part and attribute by attribute,
 * for props that nobody here sets: a third of the time in which a board of
 * 10,000 cards was drawn. So each becomes one piece of markup that knows a
 * class, and is hidden from those who have its name in words beside it.
 */
export function icons(): Plugin {
  return {
    name: 'icons',
    enforce: 'pre',
    transform(code, id) {
      const name = ICON.exec(id)?.[1];
      return name === undefined ? null : { code: drawn(name, code), map: null };
    },
  };
}

/** The component of one icon. */
export function drawn(name: string, code: string): string {
  const data = /const iconData = (\{.*\});/.exec(code)?.[1];
  if (data === undefined) throw new Error(`the icon ${name} is not made as icons are`);
  const { size, node } = JSON.parse(data) as { size: number; node: Node };
  const parts = node.map(([tag, attributes]) => `<${tag} ${written(attributes)} />`).join('');
  return `<script lang="ts">
  let { class: name }: { class?: string } = $props();
</script>

<svg xmlns="http://www.w3.org/2000/svg" width="${String(size)}" height="${String(size)}" viewBox="0 0 ${String(size)} ${String(size)}" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" class={name}>${parts}</svg>
`;
}

function written(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');
}
