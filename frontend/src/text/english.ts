// Under test the page speaks the same English that Go serves.
import { speak } from './text';

const catalogues = import.meta.glob<Record<string, string>>('../../../internal/text/en/*.json', {
  eager: true,
  import: 'default',
});

/** All texts in English, by key. */
export const catalogue = Object.assign({}, ...Object.values(catalogues)) as Record<string, string>;

speak(catalogue);
