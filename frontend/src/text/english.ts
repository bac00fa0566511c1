// Under test the page speaks the same English that Go serves.
import { speak } from './text';

const catalogues = import.meta.glob<Record<string, string>>('../../../internal/text/en/*.json', {
  eager: true,
  import: 'default',
});

speak(Object.assign({}, ...Object.values(catalogues)) as Record<string, string>);
